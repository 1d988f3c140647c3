import { pathTo } from '../../model/edit/find-node';
import { readGap } from '../../model/edit/gap';
import type { SourceFile } from '../../model/source-file';
import { TokenKind, type Tokens } from '../../syntax/bicep/tokens';
import type { ObjectExpression } from '../../syntax/expression';

/**
 * Whether something can be written at the start of a line without getting into a text or a comment of several lines. The compiler takes
 * directives wherever it takes a comment, but between the members of a union type.
 */
export function isBetweenTokens({ text, tree }: SourceFile, offset: number): boolean {
  if (tree.kind !== 'file') return isBetweenJsonTokens(text, tree, offset);
  if (pathTo(tree, { start: offset, end: offset }).some(({ kind }) => kind === 'unionType')) return false;
  return isBetweenBicepTokens(tree.tokens, offset);
}

function isBetweenBicepTokens({ text, kinds, starts, ends, count }: Tokens, offset: number): boolean {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  const last = low - 1; // The last token that starts before the offset.
  const end = last < 0 ? 0 : (ends[last] ?? offset);
  if (end > offset) return kinds[last] === TokenKind.NewLine;
  return readGap(text, end, offset).comments.every((comment) => comment.end <= offset);
}

const TEXT_OR_COMMENT = /"(?:[^"\\]|\\.)*"|\/\/[^\r\n]*|\/\*.*?\*\//gs;

/** Reads on from the innermost bracket around the offset: no text and no comment goes across one. */
function isBetweenJsonTokens(text: string, root: ObjectExpression, offset: number): boolean {
  const path = pathTo(root, { start: offset, end: offset });
  const bracket = path.findLast(({ kind, start }) => (kind === 'object' || kind === 'array') && start < offset);
  const from = bracket?.start ?? 0;
  for (const { index, 0: found } of text.slice(from).matchAll(TEXT_OR_COMMENT)) {
    if (from + index >= offset) break;
    if (from + index + found.length > offset) return false;
  }
  return true;
}
