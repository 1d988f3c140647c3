import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import { productId } from '../../protocol';
import { toCodeActions, toDiagnostic, toWorkspaceEdit, type Naming } from '../convert';
import type { Diagnostics } from './diagnostics';

export interface CodeActionContext {
  readonly diagnostics: Diagnostics;
  readonly name: Naming;
  /** Whether the client takes edits that name a document's version. */
  readonly versioned: boolean;
}

/** The quick fixes of the findings that a range touches. */
export async function codeActions(params: CodeActionParams, context: CodeActionContext): Promise<CodeAction[]> {
  if (!wantsQuickFixes(params.context.only)) return [];
  const stored = await context.diagnostics.current(params.textDocument.uri);
  return stored.flatMap(({ finding, ranges }) => {
    if (!touches(ranges.of(finding.place), params.range)) return [];
    const diagnostic = toDiagnostic(finding, ranges, context.name);
    const shown = params.context.diagnostics.find((other) => isSame(other, diagnostic)) ?? diagnostic;
    return toCodeActions(finding, shown, (fix) => toWorkspaceEdit(fix, ranges, context.name, context.versioned));
  });
}

/** A kind is asked for by its own name or by that of a wider kind; the empty kind is the widest. */
function wantsQuickFixes(only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}

function touches(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

/** The client's own copy of a diagnostic, so that it sees which one an action belongs to. */
function isSame(shown: Diagnostic, diagnostic: Diagnostic): boolean {
  return (
    shown.source === productId &&
    shown.code === diagnostic.code &&
    shown.message === diagnostic.message &&
    touches(shown.range, diagnostic.range)
  );
}
