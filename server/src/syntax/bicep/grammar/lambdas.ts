import type { Expression, Identifier, Lambda } from '../../expression';
import type { Cursor } from '../cursor';
import { TokenKind } from '../tokens';

/** A line break behind `=>` ends the line where one of these follows: that is rather a statement than a body. */
const DECLARATION_WORDS: ReadonlySet<string> = new Set([
  'assert',
  'import',
  'metadata',
  'param',
  'var',
  'resource',
  'output',
  'module',
  'type',
]);

/** Whether the parentheses at the current token hold the parameters of a lambda: names alone, and `=>` behind them. */
export function atLambda(cursor: Cursor): boolean {
  let ahead = 1;
  let kind = cursor.peek(ahead);
  while (kind === TokenKind.Word || kind === TokenKind.Comma || kind === TokenKind.NewLine) kind = cursor.peek(++ahead);
  return kind === TokenKind.CloseParen && cursor.peek(ahead + 1) === TokenKind.Arrow;
}

/** Reads `(a, b)`. Line breaks may stand anywhere in it, and a comma behind the last name. */
export function readParameters(cursor: Cursor): readonly Identifier[] {
  const parameters: Identifier[] = [];
  cursor.advance();
  cursor.skipNewLines();
  while (cursor.at(TokenKind.Word) || cursor.at(TokenKind.Comma)) {
    parameters.push(cursor.expectName('the name of a parameter'));
    cursor.skipNewLines();
    if (!cursor.at(TokenKind.CloseParen)) cursor.expect(TokenKind.Comma, "',' between the parameters");
    cursor.skipNewLines();
  }
  cursor.expect(TokenKind.CloseParen, "')'");
  return parameters;
}

/** Reads `=> body` behind the parameters; `start` is where those start. */
export function readLambda(
  cursor: Cursor,
  start: number,
  parameters: readonly Identifier[],
  expression: (cursor: Cursor) => Expression,
): Lambda {
  const { arraysAllowed } = cursor;
  cursor.advance();
  skipLinesBeforeBody(cursor);
  cursor.arraysAllowed = true;
  const body = expression(cursor);
  cursor.arraysAllowed = arraysAllowed;
  return { kind: 'lambda', start, end: cursor.end, parameters, body };
}

/** Passes the line breaks that may stand between `=>` and a body. */
export function skipLinesBeforeBody(cursor: Cursor): void {
  const ahead = cursor.linesAhead;
  if (ahead > 0 && !DECLARATION_WORDS.has(cursor.wordAhead(ahead))) cursor.skipNewLines();
}
