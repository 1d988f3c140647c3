import type { Decorator, Expression } from '../../expression';
import type { Cursor } from '../cursor';
import { TokenKind } from '../tokens';
import { readCallArguments } from './expressions';

const NONE: readonly Decorator[] = [];

/** Reads the decorators before a declaration; each one has a line of its own. */
export function readDecorators(cursor: Cursor): readonly Decorator[] {
  if (!cursor.at(TokenKind.At)) return NONE;
  const decorators: Decorator[] = [];
  while (cursor.at(TokenKind.At)) {
    decorators.push(readDecorator(cursor));
    if (!cursor.at(TokenKind.NewLine)) cursor.reportExpected('a new line after the decorator');
    cursor.skipNewLines();
  }
  return decorators;
}

/** Reads `@name`, `@name(…)`, `@namespace.name(…)`. */
function readDecorator(cursor: Cursor): Decorator {
  const { start } = cursor;
  const before = cursor.nesting.startMeasure();
  cursor.advance();
  const name = cursor.expectName('the name of a decorator');
  let expression: Expression = name;
  if (cursor.at(TokenKind.OpenParen)) {
    const passed = readCallArguments(cursor);
    expression = { kind: 'call', start: name.start, end: cursor.end, name, arguments: passed };
  }
  while (cursor.take(TokenKind.Dot)) {
    expression = readPart(cursor, expression);
    if (!cursor.raise()) break;
  }
  cursor.nesting.endMeasure(before);
  return { kind: 'decorator', start, end: cursor.end, expression };
}

function readPart(cursor: Cursor, target: Expression): Expression {
  const { start } = target;
  const name = cursor.expectName('the name of a decorator');
  if (!cursor.at(TokenKind.OpenParen)) return { kind: 'member', start, end: cursor.end, target, name, safe: false };
  const passed = readCallArguments(cursor);
  return { kind: 'methodCall', start, end: cursor.end, target, name, arguments: passed };
}
