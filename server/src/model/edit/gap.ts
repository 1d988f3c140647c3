import type { Span } from '../../base/span';
import { isLineBreak } from './layout';

/** What stands between two members of an object or array, or between one and a bracket: blanks, comments, at most one comma. */
export interface Gap extends Span {
  /** Where the comma is. */
  readonly comma: number | undefined;
  readonly comments: readonly Span[];
}

export function readGap(text: string, start: number, end: number): Gap {
  const comments: Span[] = [];
  let comma: number | undefined;
  let offset = start;
  while (offset < end) {
    const commentEnd = endOfComment(text, offset);
    if (commentEnd !== undefined) comments.push({ start: offset, end: commentEnd });
    else if (text.charAt(offset) === ',') comma ??= offset;
    offset = commentEnd ?? offset + 1;
  }
  return { start, end, comma, comments };
}

/** Where the line break is that ends the line of an offset in a gap; `end` where the gap ends first. Comments are passed whole. */
export function endOfLine(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && !isLineBreak(text, offset)) offset = endOfComment(text, offset) ?? offset + 1;
  return Math.min(offset, end);
}

/** Where the comment ends, without its line break, that starts at an offset. Bicep's `#…` directives are like comments here. */
function endOfComment(text: string, offset: number): number | undefined {
  if (text.startsWith('/*', offset)) {
    const close = text.indexOf('*/', offset + 2);
    return close < 0 ? text.length : close + 2;
  }
  if (!text.startsWith('//', offset) && text.charAt(offset) !== '#') return undefined;
  let end = offset;
  while (end < text.length && !isLineBreak(text, end)) end++;
  return end;
}
