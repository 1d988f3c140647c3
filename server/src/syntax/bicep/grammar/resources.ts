import type { Expression, ObjectMember, ResourceDeclaration } from '../../expression';
import type { Cursor } from '../cursor';
import type { ModuleDeclaration, TestStatement } from '../nodes';
import { skipTo } from '../recovery';
import { TokenKind } from '../tokens';
import { expectObject, readItems, readObject } from './collections';
import { readName, type ReadDeclaration } from './declarations';
import { readDecorators } from './decorators';
import { readExpression, readMember } from './expressions';
import { atLoop, readCondition, readLoop } from './loops';
import { readBehindAssign, readReference } from './values';

export const readResource: ReadDeclaration<ResourceDeclaration> = (cursor, start, decorators) => {
  const name = readName(cursor, 'the name of the resource');
  const type = readReference(cursor, "the resource's type and version in quotes");
  const existing = cursor.takeWord('existing');
  const value = readBody(cursor, readResourceBody);
  return { kind: 'resource', start, end: cursor.end, decorators, name, type, existing, value };
};

export const readModule: ReadDeclaration<ModuleDeclaration> = (cursor, start, decorators) => {
  const name = readName(cursor, 'the name of the module');
  const path = readReference(cursor, 'the path of the module in quotes');
  const value = readBody(cursor, readModuleBody);
  return { kind: 'module', start, end: cursor.end, decorators, name, path, value };
};

export const readTest: ReadDeclaration<TestStatement> = (cursor, start, decorators) => {
  const name = readName(cursor, 'the name of the test');
  const path = readReference(cursor, 'the path of the tested file in quotes');
  const value = readBehindAssign<Expression>(cursor, (behind) => expectObject(behind, readMember));
  return { kind: 'test', start, end: cursor.end, decorators, name, path, value };
};

/** Reads `= body` of a resource or module: an object, a condition or a loop. */
function readBody(cursor: Cursor, object: (cursor: Cursor) => Expression): Expression {
  if (!cursor.expect(TokenKind.Assign, "'='") && !cursor.at(TokenKind.OpenBrace)) return skipTo(cursor);
  if (cursor.at(TokenKind.NewLine) && cursor.wordAhead(cursor.linesAhead) === 'if') cursor.skipNewLines();
  if (!cursor.enter()) return skipTo(cursor);
  const body = readBodyForm(cursor, object);
  cursor.leave();
  return body;
}

function readBodyForm(cursor: Cursor, object: (cursor: Cursor) => Expression): Expression {
  if (cursor.isWord('if')) return readCondition(cursor, readExpression, object);
  if (cursor.at(TokenKind.OpenBracket)) return readLoopedBody(cursor, object);
  if (cursor.at(TokenKind.OpenBrace)) return object(cursor);
  cursor.reportExpected("'{', '[' or 'if'");
  return skipTo(cursor);
}

function readLoopedBody(cursor: Cursor, object: (cursor: Cursor) => Expression): Expression {
  const { start } = cursor;
  cursor.advance();
  if (atLoop(cursor)) {
    return readLoop(cursor, start, readExpression, (behind) =>
      behind.isWord('if') ? readCondition(behind, readExpression, object) : object(behind),
    );
  }
  cursor.reportExpected("'for'");
  return readItems(cursor, start, readExpression);
}

function readModuleBody(cursor: Cursor): Expression {
  return expectObject(cursor, readMember);
}

function readResourceBody(cursor: Cursor): Expression {
  return cursor.at(TokenKind.OpenBrace) ? readObject(cursor, readResourceMember) : readModuleBody(cursor);
}

/** A member of a resource's body: a nested resource, perhaps with decorators, or what any object holds. */
function readResourceMember(cursor: Cursor): ObjectMember {
  const { start } = cursor;
  const decorated = cursor.at(TokenKind.At);
  if (!decorated && !(cursor.isWord('resource') && cursor.peek(1) === TokenKind.Word)) return readMember(cursor);
  const decorators = readDecorators(cursor);
  if (cursor.isWord('resource')) return readResource(cursor, start, decorators);
  cursor.reportExpected("'resource' after the decorators");
  return { kind: 'skipped', start, end: cursor.end };
}
