import type { ExtendsStatement, ExtensionConfigStatement, ParameterAssignment, UsingStatement } from '../nodes';
import { TokenKind } from '../tokens';
import { readName, type ReadDeclaration } from './declarations';
import { readConfig } from './imports';
import { readAssigned, readReference } from './values';

/** Reads `using 'path'` or `using none`, perhaps with a configuration. */
export const readUsing: ReadDeclaration<UsingStatement> = (cursor, start, decorators) => {
  cursor.advance();
  const none = cursor.takeWord('none');
  if (!none && cursor.at(TokenKind.StringStart)) cursor.report("The path behind 'using' cannot hold '${…}'.");
  const path = none ? undefined : readReference(cursor, "the path of a Bicep file in quotes, or 'none'");
  const config = readConfig(cursor);
  return { kind: 'using', start, end: cursor.end, decorators, path, config };
};

export const readExtends: ReadDeclaration<ExtendsStatement> = (cursor, start, decorators) => {
  cursor.advance();
  const path = readReference(cursor, 'the path of a .bicepparam file in quotes');
  return { kind: 'extends', start, end: cursor.end, decorators, path };
};

export const readParameterAssignment: ReadDeclaration<ParameterAssignment> = (cursor, start, decorators) => {
  const name = readName(cursor, 'the name of the parameter');
  const value = readAssigned(cursor);
  return { kind: 'paramAssignment', start, end: cursor.end, decorators, name, value };
};

export const readExtensionConfig: ReadDeclaration<ExtensionConfigStatement> = (cursor, start, decorators) => {
  const name = readName(cursor, 'the name of the extension');
  const config = readConfig(cursor);
  if (!config) cursor.reportExpected("'with' and an object");
  return { kind: 'extensionConfig', start, end: cursor.end, decorators, name, config };
};
