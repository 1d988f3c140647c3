import type { Span } from '../../base/span';
import type { TextEdit } from '../../base/text-edit';
import type { Uri } from '../../base/uri';
import type { Editor } from '../../model/edit/editor';
import { pathTo } from '../../model/edit/find-node';
import {
  behindLineBreak,
  blanksBefore,
  blanksBehind,
  isLineBreak,
  lineStart,
  startsLine,
} from '../../model/edit/layout';
import type { SourceFile } from '../../model/source-file';
import type { SuppressionDirective } from '../../model/template';
import type { SuppressedCode } from './directives';

/** Takes codes out of a directive, or all of it with its line where no code remains. Undefined where that cannot be done. */
export function removeCodes(
  uri: Uri,
  file: SourceFile,
  directive: SuppressionDirective,
  codes: readonly SuppressedCode[],
  editor: Editor,
): readonly TextEdit[] | undefined {
  if (directive.effect === 'node') return removeFromMetadata(uri, file, directive.span, editor);
  const { text } = file;
  const isWhole = codes.length === directive.codes.length;
  const spans = isWhole ? [wholeDirective(file, directive)] : codes.map((code) => oneCode(text, directive, code));
  return spans.map(({ start, end }) => ({ uri, start, end, newText: '' }));
}

/** With the reason that stands behind it, and the line if nothing else is on it. */
function wholeDirective({ text, tree }: SourceFile, { span }: SuppressionDirective): Span {
  const end = tree.kind === 'file' ? behindReason(text, span.end) : span.end;
  const lineEnd = blanksBehind(text, end);
  const endsLine = lineEnd === text.length || isLineBreak(text, lineEnd);
  if (!endsLine || !startsLine(text, span.start)) return { start: blanksBefore(text, span.start), end };
  return {
    start: lineStart(text, span.start),
    end: lineEnd === text.length ? lineEnd : behindLineBreak(text, lineEnd),
  };
}

/** A Bicep directive ends with its codes; the reason is a comment behind it. */
function behindReason(text: string, end: number): number {
  const start = blanksBehind(text, end);
  if (!text.startsWith('//', start)) return end;
  let behind = start;
  while (behind < text.length && !isLineBreak(text, behind)) behind++;
  return behind;
}

/** A code with what separates it from the others. */
function oneCode(text: string, { codes }: SuppressionDirective, { span }: SuppressedCode): Span {
  const index = codes.findIndex((it) => it.span.start === span.start);
  const before = codes[index - 1]?.span.end;
  const after = codes[index + 1]?.span.start;
  if (before !== undefined) return { start: before, end: span.end };
  return after === undefined
    ? { start: blanksBefore(text, span.start), end: span.end }
    : { start: span.start, end: after };
}

/** An item of `metadata.pelint.disable`; with the last one goes what would be left empty, up to `metadata` itself. */
function removeFromMetadata(
  uri: Uri,
  { tree }: SourceFile,
  item: Span,
  editor: Editor,
): readonly TextEdit[] | undefined {
  const path = pathTo(tree, item);
  const own = path.findIndex(({ start, end }) => start === item.start && end === item.end);
  let edits = editor.removeItem({ uri, ...item });
  for (const node of path.slice(0, own).reverse()) {
    if (node.kind === 'array' && node.items.length > 1) break;
    if (node.kind === 'object' && node.members.length > 1) break;
    if (node.kind !== 'property') continue;
    edits = editor.removeProperty({ uri, start: node.key.start, end: node.key.end });
    if (node.name?.toLowerCase() === 'metadata') break;
  }
  return edits;
}
