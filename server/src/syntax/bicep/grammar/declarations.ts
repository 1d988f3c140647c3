import type { Decorator, Expression, Identifier } from '../../expression';
import type { Cursor } from '../cursor';
import type {
  AssertStatement,
  FunctionDeclaration,
  FunctionParameter,
  MetadataStatement,
  OutputDeclaration,
  ParameterDeclaration,
  TargetScopeStatement,
  TypeDeclaration,
  TypeExpression,
  VariableDeclaration,
} from '../nodes';
import { skipTo } from '../recovery';
import { TokenKind } from '../tokens';
import { readExpression } from './expressions';
import { skipLinesBeforeBody } from './lambdas';
import { atBar, readDeclaredType, readType } from './types';
import { atLineEnd, readAssigned, readBehindAssign } from './values';

/** Reads a declaration from its keyword on; `start` is where its decorators start, or the keyword where there are none. */
export type ReadDeclaration<T> = (cursor: Cursor, start: number, decorators: readonly Decorator[]) => T;

export const readTargetScope: ReadDeclaration<TargetScopeStatement> = (cursor, start, decorators) => {
  cursor.advance();
  const value = readAssigned(cursor);
  return { kind: 'targetScope', start, end: cursor.end, decorators, value };
};

export const readMetadata: ReadDeclaration<MetadataStatement> = (cursor, start, decorators) => {
  const name = readName(cursor, 'the name of the metadata');
  const value = readAssigned(cursor);
  return { kind: 'metadata', start, end: cursor.end, decorators, name, value };
};

export const readParameter: ReadDeclaration<ParameterDeclaration> = (cursor, start, decorators) => {
  const name = readName(cursor, 'the name of the parameter');
  const type = readTypeOf(cursor, 'the type of the parameter');
  const value = cursor.take(TokenKind.Assign) ? readExpression(cursor) : undefined;
  return { kind: 'param', start, end: cursor.end, decorators, name, type, default: value };
};

export const readVariable: ReadDeclaration<VariableDeclaration> = (cursor, start, decorators) => {
  const name = readName(cursor, 'the name of the variable');
  const typed = !cursor.at(TokenKind.Assign) && !atLineEnd(cursor);
  const type = typed ? readDeclaredType(cursor) : undefined;
  const value = readAssigned(cursor);
  return { kind: 'var', start, end: cursor.end, decorators, name, type, value };
};

export const readOutput: ReadDeclaration<OutputDeclaration> = (cursor, start, decorators) => {
  const name = readName(cursor, 'the name of the output');
  const type = readTypeOf(cursor, 'the type of the output', true);
  const value = readAssigned(cursor);
  return { kind: 'output', start, end: cursor.end, decorators, name, type, value };
};

export const readTypeDeclaration: ReadDeclaration<TypeDeclaration> = (cursor, start, decorators) => {
  const name = readName(cursor, 'the name of the type');
  const value = readBehindAssign<TypeExpression>(cursor, readDeclaredType);
  return { kind: 'type', start, end: cursor.end, decorators, name, value };
};

export const readAssert: ReadDeclaration<AssertStatement> = (cursor, start, decorators) => {
  const name = readName(cursor, 'the name of the assertion');
  const value = readAssigned(cursor);
  return { kind: 'assert', start, end: cursor.end, decorators, name, value };
};

export const readFunction: ReadDeclaration<FunctionDeclaration> = (cursor, start, decorators) => {
  const name = readName(cursor, 'the name of the function');
  const parameters = readFunctionParameters(cursor);
  const returns = readTypeOf(cursor, 'the type that the function returns');
  const body = readFunctionBody(cursor);
  return { kind: 'func', start, end: cursor.end, decorators, name, parameters, returns, body };
};

/** Passes the keyword and reads the name behind it. */
export function readName(cursor: Cursor, expected: string): Identifier {
  cursor.advance();
  return cursor.expectName(expected);
}

/** Reads the type behind a name; undefined, with a problem reported, where there is none. */
function readTypeOf(cursor: Cursor, expected: string, anyResource = false): TypeExpression | undefined {
  const missing = cursor.at(TokenKind.Assign) || cursor.at(TokenKind.Arrow) || (atLineEnd(cursor) && !atBar(cursor));
  if (!missing) return readDeclaredType(cursor, anyResource);
  cursor.reportExpected(expected);
  return undefined;
}

/** Reads `(name type, …)`. Line breaks may stand around each of them, and a comma behind the last one. */
function readFunctionParameters(cursor: Cursor): readonly FunctionParameter[] {
  const parameters: FunctionParameter[] = [];
  if (!cursor.expect(TokenKind.OpenParen, "'(' and the parameters of the function")) return parameters;
  cursor.await(TokenKind.CloseParen);
  cursor.skipNewLines();
  while (cursor.at(TokenKind.Word)) {
    parameters.push(readFunctionParameter(cursor));
    cursor.skipNewLines();
    if (!cursor.take(TokenKind.Comma)) break;
    cursor.skipNewLines();
  }
  cursor.settle(TokenKind.CloseParen);
  cursor.expect(TokenKind.CloseParen, "',' or ')'");
  return parameters;
}

function readFunctionParameter(cursor: Cursor): FunctionParameter {
  const { start } = cursor;
  const name = cursor.name();
  const untyped = cursor.at(TokenKind.Comma) || cursor.at(TokenKind.CloseParen);
  if (untyped) cursor.reportExpected('the type of the parameter');
  const type = untyped ? undefined : readType(cursor);
  return { kind: 'functionParameter', start, end: cursor.end, name, type };
}

function readFunctionBody(cursor: Cursor): Expression {
  if (!cursor.expect(TokenKind.Arrow, "'=>' and the body of the function")) return skipTo(cursor);
  skipLinesBeforeBody(cursor);
  return readExpression(cursor);
}
