import type { Expression, ObjectExpression, ObjectMember, ObjectProperty, Skipped, Spread } from '../../expression';
import type { Cursor } from '../cursor';
import { skipTo } from '../recovery';
import { readString } from '../strings';
import { TokenKind } from '../tokens';
import { readLines } from './lists';

type Read = (cursor: Cursor) => Expression;

/** Reads an object from its `{` on; `member` reads what stands on one of its lines. */
export function readObject(cursor: Cursor, member: (cursor: Cursor) => ObjectMember): ObjectExpression {
  const { start } = cursor;
  if (cursor.inHole) cursor.report("An object cannot stand inside '${…}'; give it a variable of its own.");
  cursor.advance();
  const members = readLines(cursor, { close: TokenKind.CloseBrace, closeText: '}', element: member, keep: asItIs });
  return { kind: 'object', start, end: cursor.end, members };
}

/** Reads an object or reports that there is none. */
export function expectObject(cursor: Cursor, member: (cursor: Cursor) => ObjectMember): Expression {
  if (cursor.at(TokenKind.OpenBrace)) return readObject(cursor, member);
  cursor.reportExpected("'{'");
  return skipTo(cursor);
}

/** Reads the items of an array from behind its `[` on; `start` is where that stands. */
export function readItems(cursor: Cursor, start: number, item: (cursor: Cursor) => Expression | Spread): Expression {
  const items = readLines<Expression | Spread>(cursor, {
    close: TokenKind.CloseBracket,
    closeText: ']',
    element: item,
    keep: asItIs,
  });
  return { kind: 'array', start, end: cursor.end, items };
}

/** Reads `...value`. */
export function readSpread(cursor: Cursor, value: Read): Spread {
  const { start } = cursor;
  cursor.advance();
  const spread = value(cursor);
  return { kind: 'spread', start, end: cursor.end, value: spread };
}

/** Reads `key: value`. */
export function readProperty(cursor: Cursor, value: Read): ObjectProperty | Skipped {
  const { start } = cursor;
  const key = readKey(cursor, value);
  if (key.kind === 'skipped' && !cursor.at(TokenKind.Colon)) return key;
  const name = key.kind === 'identifier' ? key.name : key.kind === 'string' ? key.value : undefined;
  if (cursor.take(TokenKind.Colon)) {
    const read = value(cursor);
    return { kind: 'property', start, end: cursor.end, key, name, value: read };
  }
  cursor.reportExpected("':' after the property name");
  const skipped = skipTo(cursor, TokenKind.Comma);
  return { kind: 'property', start, end: cursor.end, key, name, value: skipped };
}

/** Reads the key of a property: a name or a string. */
export function readKey(cursor: Cursor, hole: Read): Expression {
  if (cursor.at(TokenKind.Word)) return cursor.name();
  if (cursor.at(TokenKind.String) || cursor.at(TokenKind.StringStart)) return readString(cursor, hole);
  cursor.reportExpected('a property name');
  return skipTo(cursor, TokenKind.Colon, TokenKind.Comma);
}

function asItIs(skipped: Skipped): Skipped {
  return skipped;
}
