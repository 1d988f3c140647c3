import type { Node } from 'jsonc-parser';
import type { Change } from '../../model/edit/change';
import { blanksBehind, layoutAt, startsLine } from '../../model/edit/layout';

/** What stands behind a property in its line, up to the end of the line: a comma, if any, and a comment, with nothing behind that. */
const COMMENTED = /^[ \t]*(,?)[ \t]*(?:\/\/[^\r\n]*|\/\*(?:(?!\*\/)[^\r\n])*\*\/)(?=[ \t]*[\r\n])/;

/**
 * Adds a property to an object whose last line has a comment at its end. That is about what stands in the line, and must not come to stand
 * behind the new property. `value` is JSON in lines. Undefined where there is no such comment.
 */
export function addBehindComment(
  text: string,
  { children }: Node,
  key: string,
  value: readonly string[],
): readonly Change[] | undefined {
  const last = children?.at(-1);
  if (last === undefined || !startsLine(text, last.offset)) return undefined;
  const end = last.offset + last.length;
  const [behind, comma] = COMMENTED.exec(text.slice(end)) ?? [];
  if (behind === undefined) return undefined;
  const { indent, lineBreak } = layoutAt(text, last.offset);
  const lines = [`"${key}": ${value[0] ?? ''}`, ...value.slice(1)].map((line) => `${lineBreak}${indent}${line}`);
  const at = blanksBehind(text, end + behind.length);
  const added = { start: at, end: at, newText: `${lines.join('')}${comma ?? ''}` };
  return comma === ',' ? [added] : [{ start: end, end, newText: ',' }, added];
}
