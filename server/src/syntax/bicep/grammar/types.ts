import type { Decorator, Expression, Skipped } from '../../expression';
import type { Cursor } from '../cursor';
import type { LiteralType, ObjectType, ParameterizedType, TypeExpression, TypeMember } from '../nodes';
import { skipTo } from '../recovery';
import { readString } from '../strings';
import { TokenKind } from '../tokens';
import { closeBracket, readInParentheses } from './brackets';
import { readKey } from './collections';
import { readDecorators } from './decorators';
import { readExpression } from './expressions';
import { readInteger } from './integers';
import { readArguments, readLines } from './lists';

/** Reads the type of a declaration. Beyond other types, it may be `resource 'type@version'`; an output may leave out which one. */
export function readDeclaredType(cursor: Cursor, anyResource = false): TypeExpression {
  if (!cursor.isWord('resource') || cursor.peek(1) === TokenKind.Less) return readType(cursor);
  const { start } = cursor;
  cursor.advance();
  const name = 'resource';
  const named = cursor.at(TokenKind.String) || cursor.at(TokenKind.StringStart);
  if (named) {
    const type = readStringType(cursor);
    return { kind: 'parameterizedType', start, end: cursor.end, target: undefined, name, arguments: [type] };
  }
  if (!anyResource) cursor.reportExpected("the resource's type in quotes");
  return { kind: 'namedType', start, end: cursor.end, name };
}

/** Reads a type; where there is none, reports that and gives an empty node. */
export function readType(cursor: Cursor): TypeExpression {
  if (!cursor.enter()) return skipTo(cursor, TokenKind.Comma);
  const before = cursor.nesting.startMeasure();
  const type = readUnion(cursor);
  cursor.nesting.endMeasure(before);
  cursor.leave();
  return type;
}

function readUnion(cursor: Cursor): TypeExpression {
  const leading = atBar(cursor);
  if (leading) cursor.take(TokenKind.NewLine);
  const { start } = cursor;
  if (leading) cursor.advance();
  const first = readSuffixed(cursor);
  if (!leading && !atBar(cursor)) return first;
  const members = [first];
  while (atBar(cursor)) {
    cursor.take(TokenKind.NewLine);
    cursor.advance();
    members.push(readSuffixed(cursor));
  }
  return { kind: 'unionType', start, end: cursor.end, members };
}

/** A bar may start a line, but no comment or blank line may stand before that. */
export function atBar(cursor: Cursor): boolean {
  return cursor.at(TokenKind.Pipe) || (cursor.at(TokenKind.NewLine) && cursor.peek(1) === TokenKind.Pipe);
}

function readSuffixed(cursor: Cursor): TypeExpression {
  let type = readSigned(cursor);
  for (;;) {
    const { start } = type;
    if (cursor.take(TokenKind.Question)) type = { kind: 'nullableType', start, end: cursor.end, type };
    else if (cursor.take(TokenKind.Exclamation)) type = { kind: 'nonNullType', start, end: cursor.end, type };
    else return type;
    if (!cursor.raise()) return type;
  }
}

function readSigned(cursor: Cursor): TypeExpression {
  const { kind, start } = cursor;
  if (kind !== TokenKind.Minus && kind !== TokenKind.Exclamation) return readChain(cursor, readPrimary(cursor));
  cursor.advance();
  const minus = kind === TokenKind.Minus;
  const behindMinus = minus && cursor.at(TokenKind.Integer);
  const type = readChain(cursor, behindMinus ? literal(readInteger(cursor, true)) : readPrimary(cursor));
  // The compiler reads a sign before any type but makes sense of it before a literal only.
  const operand: Expression =
    type.kind === 'literalType' ? type.value : { kind: 'skipped', start: type.start, end: type.end };
  return literal({ kind: 'unary', start, end: cursor.end, operator: minus ? '-' : '!', operand });
}

/** Reads what is chained to a type: `[]`, `[0]`, `[*]`, `.name`, `.*`. */
function readChain(cursor: Cursor, first: TypeExpression): TypeExpression {
  let type = first;
  for (;;) {
    if (cursor.take(TokenKind.OpenBracket)) type = readBrackets(cursor, type);
    else if (cursor.take(TokenKind.Dot)) type = readDotted(cursor, type);
    else return type;
    if (!cursor.raise()) return type;
  }
}

function readBrackets(cursor: Cursor, target: TypeExpression): TypeExpression {
  const { start } = target;
  if (cursor.take(TokenKind.CloseBracket)) return { kind: 'arrayType', start, end: cursor.end, item: target };
  let member: Expression | undefined;
  if (cursor.take(TokenKind.Asterisk)) {
    cursor.expect(TokenKind.CloseBracket, "']'");
  } else {
    cursor.await(TokenKind.CloseBracket);
    const index = readExpression(cursor);
    cursor.settle(TokenKind.CloseBracket);
    member = closeBracket(cursor, index, TokenKind.CloseBracket, ']');
  }
  return { kind: 'memberType', start, end: cursor.end, target, member };
}

function readDotted(cursor: Cursor, target: TypeExpression): TypeExpression {
  const { start } = target;
  if (cursor.take(TokenKind.Asterisk)) return { kind: 'memberType', start, end: cursor.end, target, member: undefined };
  const member = cursor.expectName('the name of a property');
  if (cursor.at(TokenKind.Less)) return readParameterized(cursor, start, target, member.name);
  return { kind: 'memberType', start, end: cursor.end, target, member };
}

function readPrimary(cursor: Cursor): TypeExpression {
  const { kind, start } = cursor;
  switch (kind) {
    case TokenKind.Word: {
      const { name } = cursor.name();
      if (cursor.at(TokenKind.Less)) return readParameterized(cursor, start, undefined, name);
      return { kind: 'namedType', start, end: cursor.end, name };
    }
    case TokenKind.String:
    case TokenKind.StringStart:
      return readStringType(cursor);
    case TokenKind.OpenBrace:
      return readObjectType(cursor);
    case TokenKind.OpenBracket:
      return readTuple(cursor);
    case TokenKind.OpenParen: {
      cursor.advance();
      const inner = readInParentheses(cursor, readType);
      return { kind: 'parenthesizedType', start, end: cursor.end, inner };
    }
    case TokenKind.Integer:
    case TokenKind.True:
    case TokenKind.False:
    case TokenKind.Null:
      return literal(readLiteral(cursor));
    default:
      cursor.reportExpected('a type');
      return cursor.missing();
  }
}

function readLiteral(cursor: Cursor): Expression {
  const { kind, start } = cursor;
  if (kind === TokenKind.Integer) return readInteger(cursor, false);
  cursor.advance();
  if (kind === TokenKind.Null) return { kind: 'null', start, end: cursor.end };
  return { kind: 'boolean', start, end: cursor.end, value: kind === TokenKind.True };
}

function readStringType(cursor: Cursor): LiteralType {
  return literal(readString(cursor, readExpression));
}

/** Reads `<argument, …>` behind a name. */
function readParameterized(
  cursor: Cursor,
  start: number,
  target: TypeExpression | undefined,
  name: string,
): ParameterizedType {
  cursor.advance();
  const passed = readArguments<TypeExpression>(cursor, {
    close: TokenKind.Greater,
    closeText: '>',
    element: readType,
    keep: asItIs,
  });
  return { kind: 'parameterizedType', start, end: cursor.end, target, name, arguments: passed };
}

function readObjectType(cursor: Cursor): ObjectType {
  const { start } = cursor;
  cursor.advance();
  const members = readLines<TypeMember | Skipped>(cursor, {
    close: TokenKind.CloseBrace,
    closeText: '}',
    element: readTypeProperty,
    keep: asItIs,
  });
  return { kind: 'objectType', start, end: cursor.end, members };
}

function readTypeProperty(cursor: Cursor): TypeMember | Skipped {
  const { start } = cursor;
  const decorators = readDecorators(cursor);
  const rest = cursor.take(TokenKind.Asterisk);
  const key = rest ? undefined : readKey(cursor, readExpression);
  if (key?.kind === 'skipped' && decorators.length === 0 && !cursor.at(TokenKind.Colon)) return key;
  const type = readTypeOfProperty(cursor);
  return { kind: 'typeMember', start, end: cursor.end, decorators, key, rest, type };
}

function readTypeOfProperty(cursor: Cursor): TypeExpression {
  if (cursor.take(TokenKind.Colon)) return readType(cursor);
  cursor.reportExpected("':' after the property name");
  return skipTo(cursor, TokenKind.Comma);
}

function readTuple(cursor: Cursor): TypeExpression {
  const { start } = cursor;
  cursor.advance();
  const items = readLines<TypeMember>(cursor, {
    close: TokenKind.CloseBracket,
    closeText: ']',
    element: readTupleItem,
    keep: (skipped) => tupleItem(skipped.start, [], skipped),
  });
  return { kind: 'tupleType', start, end: cursor.end, items };
}

function readTupleItem(cursor: Cursor): TypeMember {
  const { start } = cursor;
  const decorators = readDecorators(cursor);
  return tupleItem(start, decorators, readType(cursor));
}

function tupleItem(start: number, decorators: readonly Decorator[], type: TypeExpression): TypeMember {
  return { kind: 'typeMember', start, end: type.end, decorators, key: undefined, rest: false, type };
}

function literal(value: Expression): LiteralType {
  return { kind: 'literalType', start: value.start, end: value.end, value };
}

function asItIs(skipped: Skipped): Skipped {
  return skipped;
}
