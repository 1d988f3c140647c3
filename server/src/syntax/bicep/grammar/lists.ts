import type { Skipped } from '../../expression';
import type { Cursor } from '../cursor';
import { atStatement, endsBeforeStatement, skipTo } from '../recovery';
import { TokenKind } from '../tokens';

/** How the elements of a bracket are read. */
export interface ListRule<T> {
  readonly close: TokenKind;
  /** The closing bracket as messages quote it. */
  readonly closeText: string;
  readonly element: (cursor: Cursor) => T;
  /** Makes an element of text that could not be read. */
  readonly keep: (skipped: Skipped) => T;
}

/**
 * Reads the elements of an object, an array or the like from behind its opening bracket on, and the closing one. They stand
 * on lines of their own or are separated by commas; a line break after a comma is an error.
 */
export function readLines<T>(cursor: Cursor, rule: ListRule<T>): readonly T[] {
  return readList(cursor, rule, separateLines);
}

/**
 * Reads arguments from behind the opening bracket on, and the closing one. Commas separate them; line breaks may follow the
 * opening bracket and a comma and stand before the closing bracket.
 */
export function readArguments<T>(cursor: Cursor, rule: ListRule<T>): readonly T[] {
  return readList(cursor, rule, separateArguments);
}

/** Passes what separates two elements. `from` is where the first one started. Gives what had to be skipped. */
type Separate = (cursor: Cursor, rule: ListRule<unknown>, from: number) => Skipped | undefined;

function readList<T>(cursor: Cursor, rule: ListRule<T>, separate: Separate): readonly T[] {
  const { close, closeText } = rule;
  const elements: T[] = [];
  cursor.await(close);
  cursor.skipNewLines();
  while (goesOn(cursor, close)) {
    const { place } = cursor;
    elements.push(rule.element(cursor));
    const skipped = separate(cursor, rule, place);
    if (skipped && skipped.end > skipped.start) elements.push(rule.keep(skipped));
    if (cursor.place === place) break;
  }
  cursor.settle(close);
  cursor.expect(close, `'${closeText}'`);
  // An array that grew by `push` has room for many more; trees are kept, and most lists are short.
  return elements.slice();
}

/** Whether another element can follow; not where a bracket or a string around the list goes on instead. */
function goesOn(cursor: Cursor, close: TokenKind): boolean {
  const { kind } = cursor;
  if (kind === close || kind === TokenKind.NewLine || kind === TokenKind.EndOfFile || cursor.isAwaited(kind))
    return false;
  return kind !== TokenKind.StringMiddle && kind !== TokenKind.StringEnd && !atStatement(cursor);
}

function separateLines(cursor: Cursor, { close, closeText }: ListRule<unknown>, from: number): Skipped | undefined {
  if (cursor.kind === close) return undefined;
  if (cursor.take(TokenKind.Comma)) {
    if (!cursor.at(TokenKind.NewLine)) return undefined;
    cursor.report("A line cannot end with ','. Write one element a line without commas, or all of them on one line.");
    cursor.skipNewLines();
    return undefined;
  }
  if (cursor.at(TokenKind.NewLine)) {
    cursor.skipNewLines();
    return undefined;
  }
  // An element that is not closed ends where the next line starts.
  if (cursor.atLineStart && cursor.place > from) return undefined;
  cursor.reportExpected(`',', a new line or '${closeText}'`);
  const skipped = skipTo(cursor, TokenKind.Comma, close);
  if (cursor.at(TokenKind.NewLine)) cursor.skipNewLines();
  else cursor.take(TokenKind.Comma);
  return skipped;
}

function separateArguments(cursor: Cursor, { close, closeText }: ListRule<unknown>): Skipped | undefined {
  if (cursor.kind === close) return undefined;
  let skipped: Skipped | undefined;
  if (!cursor.at(TokenKind.Comma) && !cursor.at(TokenKind.NewLine)) {
    cursor.reportExpected(`',' or '${closeText}'`);
    skipped = skipTo(cursor, TokenKind.Comma, close);
  }
  if (cursor.take(TokenKind.Comma)) {
    cursor.skipNewLines();
    if (cursor.kind === close) cursor.reportExpected("another element after ','");
  } else if (cursor.at(TokenKind.NewLine)) {
    // The compiler takes one line break before the closing bracket, and lines that hold comments alone.
    if (!closesOnNextLine(cursor, close)) cursor.reportExpected(`',' or '${closeText}'`);
    if (!endsBeforeStatement(cursor)) cursor.skipNewLines();
  }
  return skipped;
}

function closesOnNextLine(cursor: Cursor, close: TokenKind): boolean {
  const lines = cursor.linesAhead;
  for (let ahead = 1; ahead < lines; ahead++) if (!cursor.gapAhead(ahead).includes('/')) return false;
  return cursor.kindAfterLines === close;
}
