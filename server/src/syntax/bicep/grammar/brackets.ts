import type { Span } from '../../../base/span';
import type { Skipped } from '../../expression';
import type { Cursor } from '../cursor';
import { skipTo } from '../recovery';
import { TokenKind } from '../tokens';

/**
 * Reads what stands in parentheses, from behind the opening one on, and the closing one. It has to be on one line. With
 * anything else before the closing one, the whole content counts as skipped.
 */
export function readInParentheses<T extends Span>(cursor: Cursor, read: (cursor: Cursor) => T): T | Skipped {
  cursor.await(TokenKind.CloseParen);
  // A union may start with a bar on a line of its own.
  if (cursor.at(TokenKind.NewLine) && cursor.peek(1) !== TokenKind.Pipe) passLines(cursor);
  const inner = read(cursor);
  if (cursor.at(TokenKind.NewLine) && cursor.kindAfterLines === TokenKind.CloseParen) passLines(cursor);
  cursor.settle(TokenKind.CloseParen);
  return closeBracket(cursor, inner, TokenKind.CloseParen, ')');
}

/** Passes the closing bracket behind `inner`. With anything else before it, both count as skipped. */
export function closeBracket<T extends Span>(
  cursor: Cursor,
  inner: T,
  close: TokenKind,
  closeText: string,
): T | Skipped {
  if (cursor.take(close)) return inner;
  cursor.reportExpected(`'${closeText}'`);
  const rest = skipTo(cursor, close);
  cursor.take(close);
  return rest.end > inner.end ? { kind: 'skipped', start: inner.start, end: rest.end } : inner;
}

function passLines(cursor: Cursor): void {
  cursor.report('What stands in parentheses has to be on one line.');
  cursor.skipNewLines();
}
