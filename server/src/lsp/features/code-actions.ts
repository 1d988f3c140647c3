import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import { planEdits } from '../../lint/apply-fixes';
import { productId } from '../../protocol';
import { toCodeActions, toDiagnostic, toWorkspaceEdit, type Naming } from '../convert';
import type { StoredFinding } from '../findings-store';
import type { Diagnostics } from './diagnostics';

export interface CodeActionContext {
  readonly diagnostics: Diagnostics;
  readonly name: Naming;
  /** Whether the client takes edits that name a document's version. */
  readonly versioned: boolean;
}

/** Fixes all that is safe to fix in a document; editors can be told to do it on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.${productId}`;

/** The quick fixes of the findings that a range touches, and what fixes the whole document where the client asks for that. */
export async function codeActions(params: CodeActionParams, context: CodeActionContext): Promise<CodeAction[]> {
  const { only } = params.context;
  const quickFixes = only === undefined || wants(only, CodeActionKind.QuickFix);
  // Nobody who only looks for what can be done at a place wants the whole document changed.
  const fixAll = only !== undefined && wants(only, fixAllKind);
  if (!quickFixes && !fixAll) return [];
  const stored = await context.diagnostics.current(params.textDocument.uri);
  return [
    ...(quickFixes ? quickFixesAt(params, stored, context) : []),
    ...(fixAll
      ? fixTogether(stored, { title: 'Fix all that pelint can fix safely', kind: fixAllKind, unsafe: false }, context)
      : []),
  ];
}

function quickFixesAt(
  params: CodeActionParams,
  stored: readonly StoredFinding[],
  context: CodeActionContext,
): CodeAction[] {
  const touched = stored.filter(({ finding, ranges }) => touches(ranges.of(finding.place), params.range));
  const single = touched.flatMap(({ finding, ranges }) => {
    const diagnostic = toDiagnostic(finding, ranges, context.name);
    const shown = params.context.diagnostics.find((other) => isSame(other, diagnostic)) ?? diagnostic;
    return toCodeActions(finding, shown, (fix) => toWorkspaceEdit(fix, ranges, context.name, context.versioned));
  });
  const rules = new Set(touched.map(({ finding }) => finding.ruleId));
  return [...single, ...[...rules].flatMap((rule) => fixRule(rule, stored, context))];
}

/** Fixes every finding of a rule in the document, where there are several. */
function fixRule(rule: string, stored: readonly StoredFinding[], context: CodeActionContext): CodeAction[] {
  const fixable = stored.filter(({ finding }) => finding.ruleId === rule && finding.fixes.length > 0);
  if (fixable.length < 2) return [];
  return fixTogether(
    fixable,
    { title: `Fix all ${rule} in this file`, kind: CodeActionKind.QuickFix, unsafe: true },
    context,
  );
}

interface Together {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** Whether fixes count that may change what is reachable. */
  readonly unsafe: boolean;
}

/** One action for what several findings of a document ask for in that document; none where there is nothing to do. */
function fixTogether(
  stored: readonly StoredFinding[],
  { title, kind, unsafe }: Together,
  { name, versioned }: CodeActionContext,
): CodeAction[] {
  const [first] = stored;
  if (first === undefined) return [];
  const { uri } = first.finding.place;
  const plan = planEdits(
    stored.map(({ finding }) => finding),
    { unsafe, mayEdit: (other) => other === uri },
  );
  const edits = plan.edits.get(uri);
  return edits === undefined ? [] : [{ title, kind, edit: toWorkspaceEdit({ edits }, first.ranges, name, versioned) }];
}

/** A kind is asked for by its own name or by that of a wider kind; the empty kind is the widest. */
function wants(only: readonly string[], kind: string): boolean {
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
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
