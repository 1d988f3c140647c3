import type { Decorator } from '../../expression';
import type { Cursor } from '../cursor';
import type { Statement } from '../nodes';
import { skipToStatement } from '../recovery';
import { TokenKind } from '../tokens';
import {
  readAssert,
  readFunction,
  readMetadata,
  readOutput,
  readParameter,
  readTargetScope,
  readTypeDeclaration,
  readVariable,
  type ReadDeclaration,
} from './declarations';
import { readDecorators } from './decorators';
import { readExtension, readImport, readImportOrExtension } from './imports';
import { readExtends, readExtensionConfig, readParameterAssignment, readUsing } from './parameter-files';
import { readModule, readResource, readTest } from './resources';

/** What the first word of a statement says it is. */
export type Keywords = ReadonlyMap<string, ReadDeclaration<Statement>>;

export const BICEP_KEYWORDS: Keywords = new Map<string, ReadDeclaration<Statement>>([
  ['targetScope', readTargetScope],
  ['metadata', readMetadata],
  ['param', readParameter],
  ['var', readVariable],
  ['output', readOutput],
  ['resource', readResource],
  ['module', readModule],
  ['type', readTypeDeclaration],
  ['func', readFunction],
  ['import', readImportOrExtension],
  ['extension', readExtension],
  ['assert', readAssert],
  ['test', readTest],
]);

export const BICEP_PARAM_KEYWORDS: Keywords = new Map<string, ReadDeclaration<Statement>>([
  ['using', readUsing],
  ['extends', readExtends],
  ['param', readParameterAssignment],
  ['var', readVariable],
  ['type', readTypeDeclaration],
  ['import', readImport],
  ['extension', readExtension],
  ['extensionConfig', readExtensionConfig],
]);

/** Reads a whole file. Each statement starts on a line of its own. */
export function readStatements(cursor: Cursor, keywords: Keywords): readonly Statement[] {
  const statements: Statement[] = [];
  for (;;) {
    // Where a line is not complete, what follows is rather its rest than a problem of its own.
    const isRest = cursor.at(TokenKind.NewLine) && cursor.isReported;
    cursor.skipNewLines();
    if (cursor.at(TokenKind.EndOfFile)) return statements;
    if (isRest && !keywords.has(cursor.wordAhead(0)) && !cursor.at(TokenKind.At)) {
      statements.push(skipToStatement(cursor));
      continue;
    }
    const { place } = cursor;
    const statement = readStatement(cursor, keywords);
    if (statement) statements.push(statement);
    if (cursor.at(TokenKind.NewLine) || cursor.at(TokenKind.EndOfFile)) continue;
    // A statement that is not closed ends where the next one starts.
    if (cursor.place > place && cursor.atLineStart) continue;
    cursor.reportExpected('the end of the line');
    statements.push(skipToStatement(cursor));
  }
}

function readStatement(cursor: Cursor, keywords: Keywords): Statement | undefined {
  const { start } = cursor;
  const decorators = readDecorators(cursor);
  const read = keywords.get(cursor.wordAhead(0));
  if (read) return read(cursor, start, decorators);
  cursor.reportExpected(expectedOf(keywords, decorators));
  if (decorators.length > 0) return { kind: 'decorators', start, end: cursor.end, decorators };
  return undefined;
}

function expectedOf(keywords: Keywords, decorators: readonly Decorator[]): string {
  const list = [...keywords.keys()].join(', ');
  return decorators.length > 0 ? `a declaration after the decorators (${list})` : `a declaration (${list})`;
}
