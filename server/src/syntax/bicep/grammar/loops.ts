import type { Expression, ForExpression, Identifier, IfExpression } from '../../expression';
import type { Cursor } from '../cursor';
import { skipTo } from '../recovery';
import { TokenKind } from '../tokens';
import { readInParentheses } from './brackets';

type Read = (cursor: Cursor) => Expression;

/** Whether a loop follows the `[` that has just been passed. */
export function atLoop(cursor: Cursor): boolean {
  return cursor.kindAfterLines === TokenKind.Word && cursor.wordAhead(cursor.linesAhead) === 'for';
}

/** Reads `for item in iterable: body]` or `for (item, index) in iterable: body]`; `start` is where the `[` before it stands. */
export function readLoop(cursor: Cursor, start: number, expression: Read, readBody: Read): ForExpression {
  cursor.await(TokenKind.CloseBracket);
  cursor.skipNewLines();
  cursor.expectWord('for', "'for'");
  const { item, index } = readVariables(cursor);
  cursor.expectWord('in', "'in' after the loop's variable");
  const iterable = expression(cursor);
  cursor.expect(TokenKind.Colon, "':' before the loop's body");
  const body = readBody(cursor);
  cursor.skipNewLines();
  cursor.settle(TokenKind.CloseBracket);
  cursor.expect(TokenKind.CloseBracket, "']' after the loop's body");
  return { kind: 'for', start, end: cursor.end, item, index, iterable, body };
}

/** Reads `if (condition) body`. */
export function readCondition(cursor: Cursor, expression: Read, readBody: Read): IfExpression {
  const { start } = cursor;
  cursor.advance();
  let condition: Expression;
  if (cursor.take(TokenKind.OpenParen)) {
    condition = readInParentheses(cursor, expression);
  } else {
    cursor.reportExpected("'(' before the condition");
    condition = skipTo(cursor, TokenKind.OpenBrace);
  }
  const body = readBody(cursor);
  return { kind: 'if', start, end: cursor.end, condition, body };
}

function readVariables(cursor: Cursor): { item: Identifier; index: Identifier | undefined } {
  if (!cursor.take(TokenKind.OpenParen))
    return { item: cursor.expectName("the name of the loop's variable"), index: undefined };
  const item = cursor.expectName("the name of the loop's variable");
  cursor.expect(TokenKind.Comma, "',' and the name of the index");
  const index = cursor.expectName('the name of the index');
  cursor.expect(TokenKind.CloseParen, "')' after the loop's variables");
  return { item, index };
}
