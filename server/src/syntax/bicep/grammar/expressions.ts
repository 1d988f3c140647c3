import type { BinaryOperator, Expression, ObjectMember, Spread, UnaryOperator } from '../../expression';
import type { Cursor } from '../cursor';
import { skipTo } from '../recovery';
import { readString } from '../strings';
import { TokenKind } from '../tokens';
import { closeBracket, readInParentheses } from './brackets';
import { readItems, readObject, readProperty, readSpread } from './collections';
import { readInteger } from './integers';
import { atLambda, readLambda, readParameters } from './lambdas';
import { readArguments, type ListRule } from './lists';
import { atLoop, readLoop } from './loops';
import { OPERATORS, PRECEDENCES } from './operators';

const ARGUMENTS: ListRule<Expression> = {
  close: TokenKind.CloseParen,
  closeText: ')',
  element: readExpression,
  keep: (skipped) => skipped,
};

/** Reads an expression; where there is none, reports that and gives an empty node. */
export function readExpression(cursor: Cursor): Expression {
  if (!cursor.enter()) return skipTo(cursor, TokenKind.Comma);
  const before = cursor.nesting.startMeasure();
  const condition = readBinary(cursor, 0);
  const node = cursor.kindAfterLines === TokenKind.Question ? readTernary(cursor, condition) : condition;
  cursor.nesting.endMeasure(before);
  cursor.leave();
  return node;
}

/** Reads one line of an object that is no body of a resource: a property or a spread. */
export function readMember(cursor: Cursor): ObjectMember {
  if (cursor.at(TokenKind.Ellipsis)) return readSpread(cursor, readExpression);
  return readProperty(cursor, readExpression);
}

/** Reads the arguments of a call from its `(` on. */
export function readCallArguments(cursor: Cursor): readonly Expression[] {
  cursor.advance();
  return readArguments(cursor, ARGUMENTS);
}

function readTernary(cursor: Cursor, condition: Expression): Expression {
  cursor.skipNewLines();
  cursor.advance();
  cursor.raise();
  const whenTrue = readExpression(cursor);
  if (cursor.kindAfterLines === TokenKind.Colon) cursor.skipNewLines();
  cursor.expect(TokenKind.Colon, "':' and the value for the other case");
  const whenFalse = readExpression(cursor);
  return { kind: 'ternary', start: condition.start, end: cursor.end, condition, whenTrue, whenFalse };
}

function readBinary(cursor: Cursor, weakest: number): Expression {
  const before = cursor.nesting.startMeasure();
  let left = readUnary(cursor);
  for (;;) {
    const { kind } = cursor;
    const precedence = PRECEDENCES[kind] ?? 0;
    if (precedence <= weakest) break;
    cursor.advance();
    const right = readBinary(cursor, precedence);
    const operator: BinaryOperator = OPERATORS[kind] ?? '+';
    left = { kind: 'binary', start: left.start, end: cursor.end, operator, left, right };
    if (!cursor.raise()) break;
  }
  cursor.nesting.endMeasure(before);
  return left;
}

function readUnary(cursor: Cursor): Expression {
  const { kind, start } = cursor;
  if (kind !== TokenKind.Minus && kind !== TokenKind.Exclamation) return readChain(cursor, readPrimary(cursor));
  cursor.advance();
  const negative = kind === TokenKind.Minus;
  const primary = negative && cursor.at(TokenKind.Integer) ? readInteger(cursor, true) : readPrimary(cursor);
  const operand = readChain(cursor, primary);
  const operator: UnaryOperator = negative ? '-' : '!';
  return { kind: 'unary', start, end: cursor.end, operator, operand };
}

/** Reads what is chained to an expression: `.name`, `.name(…)`, `[index]`, `::name`, `!`. */
function readChain(cursor: Cursor, first: Expression): Expression {
  let node = first;
  for (;;) {
    const link = readLink(cursor, node);
    if (!link) return node;
    node = link;
    if (!cursor.raise()) return node;
  }
}

function readLink(cursor: Cursor, target: Expression): Expression | undefined {
  const { start } = target;
  switch (cursor.kind) {
    case TokenKind.Dot:
      return readMemberAccess(cursor, target);
    case TokenKind.OpenBracket:
      return readIndex(cursor, target);
    case TokenKind.DoubleColon: {
      cursor.advance();
      const name = cursor.expectName('the name of a nested resource');
      return { kind: 'resourceAccess', start, end: cursor.end, target, name };
    }
    case TokenKind.Exclamation:
      cursor.advance();
      return { kind: 'nonNull', start, end: cursor.end, operand: target };
    default:
      return undefined;
  }
}

function readMemberAccess(cursor: Cursor, target: Expression): Expression {
  const { start } = target;
  cursor.advance();
  const marker = cursor.start;
  const safe = cursor.take(TokenKind.Question);
  const name = cursor.expectName('the name of a property or function');
  if (!cursor.at(TokenKind.OpenParen)) return { kind: 'member', start, end: cursor.end, target, name, safe };
  if (safe) cursor.reportPassed(marker, "'.?' reads a property; a function cannot be called with it.");
  const passed = readCallArguments(cursor);
  return { kind: 'methodCall', start, end: cursor.end, target, name, arguments: passed };
}

function readIndex(cursor: Cursor, target: Expression): Expression {
  cursor.advance();
  cursor.await(TokenKind.CloseBracket);
  const safe = cursor.take(TokenKind.Question);
  const fromEnd = cursor.take(TokenKind.Hat);
  const inner = readExpression(cursor);
  cursor.settle(TokenKind.CloseBracket);
  const index = closeBracket(cursor, inner, TokenKind.CloseBracket, ']');
  return { kind: 'index', start: target.start, end: cursor.end, target, index, safe, fromEnd };
}

function readPrimary(cursor: Cursor): Expression {
  const { kind, start } = cursor;
  switch (kind) {
    case TokenKind.Word:
      return readNamed(cursor);
    case TokenKind.String:
    case TokenKind.StringStart:
      return readString(cursor, readExpression);
    case TokenKind.OpenBrace:
      return readObject(cursor, readMember);
    case TokenKind.OpenBracket:
      return readArray(cursor);
    case TokenKind.OpenParen:
      return readParentheses(cursor);
    case TokenKind.Integer:
      return readInteger(cursor, false);
    case TokenKind.True:
    case TokenKind.False:
      cursor.advance();
      return { kind: 'boolean', start, end: cursor.end, value: kind === TokenKind.True };
    case TokenKind.Null:
      cursor.advance();
      return { kind: 'null', start, end: cursor.end };
    default:
      cursor.reportExpected('an expression');
      return cursor.missing();
  }
}

/** What starts with a name: a variable, a call, or a lambda with one parameter. */
function readNamed(cursor: Cursor): Expression {
  const name = cursor.name();
  if (cursor.at(TokenKind.Arrow)) return readLambda(cursor, name.start, [name], readExpression);
  if (!cursor.at(TokenKind.OpenParen)) return name;
  const passed = readCallArguments(cursor);
  return { kind: 'call', start: name.start, end: cursor.end, name, arguments: passed };
}

function readArray(cursor: Cursor): Expression {
  const { start } = cursor;
  if (!cursor.arraysAllowed) cursor.report("An array cannot stand inside '${…}'; give it a variable of its own.");
  cursor.advance();
  return atLoop(cursor) ? readLoop(cursor, start, readExpression, readExpression) : readItems(cursor, start, readItem);
}

function readItem(cursor: Cursor): Expression | Spread {
  return cursor.at(TokenKind.Ellipsis) ? readSpread(cursor, readExpression) : readExpression(cursor);
}

function readParentheses(cursor: Cursor): Expression {
  const { start } = cursor;
  if (atLambda(cursor)) return readLambda(cursor, start, readParameters(cursor), readExpression);
  cursor.advance();
  const inner = readInParentheses(cursor, readExpression);
  return { kind: 'parenthesized', start, end: cursor.end, inner };
}
