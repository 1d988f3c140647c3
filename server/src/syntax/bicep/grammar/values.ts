import type { Expression } from '../../expression';
import type { Cursor } from '../cursor';
import { skipTo } from '../recovery';
import { readString } from '../strings';
import { TokenKind } from '../tokens';
import { readExpression } from './expressions';

/** Reads `= value`. */
export function readAssigned(cursor: Cursor): Expression {
  return readBehindAssign(cursor, readExpression);
}

/** Reads `=` and what `read` finds behind it; without the `=`, the rest of the line counts as skipped. */
export function readBehindAssign<T>(cursor: Cursor, read: (cursor: Cursor) => T): T | ReturnType<typeof skipTo> {
  return cursor.expect(TokenKind.Assign, "'='") ? read(cursor) : skipTo(cursor);
}

/** Reads a string that says what a declaration is about, such as a path; `expected` names it in messages. */
export function readReference(cursor: Cursor, expected: string): Expression {
  if (cursor.at(TokenKind.String) || cursor.at(TokenKind.StringStart)) return readString(cursor, readExpression);
  cursor.reportExpected(expected);
  return skipTo(cursor, TokenKind.Assign);
}

/** Whether the current token ends a line or the file. */
export function atLineEnd(cursor: Cursor): boolean {
  return cursor.at(TokenKind.NewLine) || cursor.at(TokenKind.EndOfFile);
}
