import {
  DiagnosticSeverity,
  DiagnosticTag,
  TextDocumentEdit,
  type Diagnostic,
  type Range,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { LineIndex, type PositionEncoding } from '../base/line-index';
import type { Place } from '../base/place';
import { rulePage } from '../base/product';
import type { TextEdit } from '../base/text-edit';
import type { Uri } from '../base/uri';
import type { ConfigurationProblem } from '../lint/config/configurations';
import type { Finding, Fix, Severity } from '../lint/finding';
import { productId } from '../protocol';
import { unusedSuppression } from '../rules/pe003-unused-suppression';

/** Turns offsets into LSP's lines and characters, as the client counts them, in the texts that the findings were made of. */
export class Ranges {
  private readonly indexes = new Map<Uri, LineIndex>();

  constructor(
    private readonly texts: ReadonlyMap<Uri, string>,
    private readonly encoding: PositionEncoding,
  ) {}

  /** A file whose text is not at hand is shown at its start. */
  of(place: Place): Range {
    const index = this.indexOf(place.uri);
    return { start: index.positionAt(place.start), end: index.positionAt(place.end) };
  }

  /** The text in which a file's offsets count; undefined where it is not at hand. */
  textOf(uri: Uri): string | undefined {
    return this.texts.get(uri);
  }

  private indexOf(uri: Uri): LineIndex {
    const known = this.indexes.get(uri);
    if (known !== undefined) return known;
    const index = new LineIndex(this.texts.get(uri) ?? '', this.encoding);
    this.indexes.set(uri, index);
    return index;
  }
}

/** The name and the version by which the client knows a document; no version for one that is not open. */
export type Naming = (uri: Uri) => { readonly uri: string; readonly version: number | null };

export function toDiagnostic(finding: Finding, ranges: Ranges, name: Naming): Diagnostic {
  return {
    range: ranges.of(finding.place),
    severity: severities[finding.severity],
    source: productId,
    code: finding.ruleId,
    codeDescription: { href: rulePage(finding.ruleId, finding.ruleName) },
    message: finding.message,
    // What does nothing is shown faded.
    ...(finding.ruleId === unusedSuppression.id ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    relatedInformation: finding.related.map(({ place, message }) => ({
      location: { uri: name(place.uri).uri, range: ranges.of(place) },
      message,
    })),
  };
}

/** A mistake in a configuration file: no rule's finding, and as bad as a setting that does nothing. */
export function problemDiagnostic(problem: ConfigurationProblem, ranges: Ranges): Diagnostic {
  return { range: ranges.of(problem), severity: DiagnosticSeverity.Error, source: productId, message: problem.message };
}

/** Edits tied to the documents' versions where the client understands that: it then refuses an edit of a text that has moved on. */
export function toWorkspaceEdit(
  fix: Pick<Fix, 'edits'>,
  ranges: Ranges,
  name: Naming,
  versioned: boolean,
): WorkspaceEdit {
  const edits = new Map<Uri, LspTextEdit[]>();
  for (const edit of fix.edits) {
    const ofFile = edits.get(edit.uri) ?? [];
    ofFile.push(toTextEdit(edit, ranges));
    edits.set(edit.uri, ofFile);
  }
  const files = [...edits];
  if (versioned) return { documentChanges: files.map(([uri, ofFile]) => TextDocumentEdit.create(name(uri), ofFile)) };
  return { changes: Object.fromEntries(files.map(([uri, ofFile]) => [name(uri).uri, ofFile])) };
}

function toTextEdit(edit: TextEdit, ranges: Ranges): LspTextEdit {
  return { range: ranges.of(edit), newText: edit.newText };
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};
