import { readGap } from '../../model/edit/gap';
import { isLineBreak, lineStart } from '../../model/edit/layout';
import type { SuppressionDirective } from '../../model/template';
import type { BicepFile, Statement } from '../../syntax/bicep/nodes';

/** Where a line for the whole file goes, and how many line breaks are written before and after it. */
export interface LinePlace {
  readonly offset: number;
  readonly before: number;
  readonly after: number;
}

/** What a file says of itself comes first by habit. */
const INTRODUCTIONS: ReadonlySet<Statement['kind']> = new Set(['metadata', 'targetScope']);

/**
 * The place at the top of a Bicep file for a directive that counts up to its end: behind a directive like it, else above the first statement
 * and its comments, behind what the file says of itself and comments that stand alone. Always above the line of the offset `limit`.
 */
export function topOfBicep(
  { statements }: BicepFile,
  text: string,
  directives: readonly SuppressionDirective[],
  limit: number,
): LinePlace {
  const limitLine = lineStart(text, limit);
  const index = statements.findIndex(({ kind }) => !INTRODUCTIONS.has(kind));
  const first = statements[index]?.start ?? limitLine;
  const known = directives.findLast(
    ({ effect, span }) => effect === 'disable' && span.end < Math.min(first, limitLine),
  );
  if (known !== undefined) return { offset: endOfLine(text, known.span.end), before: 1, after: 0 };
  const before = statements[index - 1]?.end ?? 0;
  const offset = lineStart(text, startWithComments(text, before, first));
  return { offset: offset <= limitLine && offset >= before ? offset : 0, before: 0, after: 2 };
}

/** Where the comments start that stand right above an offset, without a blank line in between. */
function startWithComments(text: string, from: number, offset: number): number {
  let start = offset;
  for (const comment of readGap(text, from, offset).comments.toReversed()) {
    if (/(\r\n|\r|\n)[ \t]*(\r|\n)/.test(text.slice(comment.end, start))) break;
    start = comment.start;
  }
  return start;
}

function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineBreak(text, end)) end++;
  return end;
}
