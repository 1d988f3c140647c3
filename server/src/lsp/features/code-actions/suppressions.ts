import {
  CodeActionKind,
  TextDocumentEdit,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextEdit as OffsetEdit } from '../../../base/text-edit';
import { uriPath } from '../../../base/uri';
import {
  reasonPlaceholder,
  suppressionsFor,
  type AddedSuppression,
  type SuppressionSite,
} from '../../../lint/suppressions/add';
import { directivesOf } from '../../../lint/suppressions/directives';
import { unusedSuppression } from '../../../rules/pe003-unused-suppression';
import { toWorkspaceEdit, type Ranges } from '../../convert';
import { firstOfEachRule, type Offer, type Scene, type Touched } from './offer';

/** What only hides findings: each in its line or resource, then those of the same rule in the whole file. */
export function suppressionOffers(all: readonly Touched[], scene: Scene): readonly Offer[] {
  // Who has no use for a suppression wants it gone, not another one above it.
  const touched = all.filter(({ finding }) => finding.ruleId !== unusedSuppression.id);
  const [first] = touched;
  const site = first && siteOf(first.ranges, scene);
  if (site === undefined) return [];
  const offers = touched.map((about) => ({ about, ways: suppressionsFor(about.finding, site) }));
  const inFile = firstOfEachRule(offers.map(({ about, ways }) => ({ finding: about.finding, about, ways })));
  return [
    ...offers.flatMap(({ about, ways }) =>
      ways.filter(({ reach }) => reach !== 'file').map((way) => toOffer(about, way, scene)),
    ),
    ...inFile.flatMap(({ about, ways }) =>
      ways.filter(({ reach }) => reach === 'file').map((way) => toOffer(about, way, scene)),
    ),
  ];
}

function siteOf(ranges: Ranges, { uri, session, languageId }: Scene): SuppressionSite | undefined {
  const text = ranges.textOf(uri);
  const file = text === undefined ? undefined : session.read(uri, text);
  // Who calls a document plain JSON sees comments in it marked as mistakes.
  const comments = (languageId ?? 'json') !== 'json' || uriPath(uri).toLowerCase().endsWith('.jsonc');
  return file && { uri, file, directives: directivesOf(uri, text, session), comments };
}

function toOffer(about: Touched, { reach, edits }: AddedSuppression, scene: Scene): Offer {
  return {
    title: `Suppress ${about.finding.ruleId} for this ${reach}`,
    kind: CodeActionKind.QuickFix,
    about,
    edit: () =>
      scene.client.takesSnippets ? withSnippets(edits, about.ranges, scene) : plain(edits, about.ranges, scene),
  };
}

function plain(edits: readonly OffsetEdit[], ranges: Ranges, { name, client }: Scene): WorkspaceEdit {
  return toWorkspaceEdit({ edits }, ranges, name, client.takesVersionedEdits);
}

/** The editor selects the reason, so that the user can type it at once. */
function withSnippets(edits: readonly OffsetEdit[], ranges: Ranges, { uri, name }: Scene): WorkspaceEdit {
  return {
    documentChanges: [
      TextDocumentEdit.create(
        name(uri),
        edits.map((edit) => withReasonSelected(edit, ranges)),
      ),
    ],
  };
}

function withReasonSelected(edit: OffsetEdit, ranges: Ranges): TextEdit | SnippetTextEdit {
  const { newText } = edit;
  const range = ranges.of(edit);
  const start = newText.lastIndexOf(reasonPlaceholder);
  // Editors indent a snippet's further lines like the line that it goes into, and here they are indented already.
  const isIndented = range.start.character > 0 && /[\r\n]/.test(newText);
  if (start < 0 || isIndented) return { range, newText };
  const before = escapeSnippet(newText.slice(0, start));
  const after = escapeSnippet(newText.slice(start + reasonPlaceholder.length));
  return { range, snippet: { kind: 'snippet', value: `${before}\${0:${reasonPlaceholder}}${after}` } };
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
