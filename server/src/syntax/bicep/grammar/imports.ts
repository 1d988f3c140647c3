import type { Expression } from '../../expression';
import type { Cursor } from '../cursor';
import type { ExtensionStatement, ImportItem, ImportStatement } from '../nodes';
import { skipTo } from '../recovery';
import { readString } from '../strings';
import { TokenKind } from '../tokens';
import { expectObject } from './collections';
import type { ReadDeclaration } from './declarations';
import { readExpression, readMember } from './expressions';
import { readLines } from './lists';
import { atLineEnd, readReference } from './values';

/** Reads a compile-time import, or the older spelling of an extension: `import 'az@1.0.0'`. */
export const readImportOrExtension: ReadDeclaration<ImportStatement | ExtensionStatement> = (
  cursor,
  start,
  decorators,
) => {
  const next = cursor.peek(1);
  const older = next === TokenKind.String || next === TokenKind.StringStart;
  return older ? readExtension(cursor, start, decorators) : readImport(cursor, start, decorators);
};

export const readImport: ReadDeclaration<ImportStatement> = (cursor, start, decorators) => {
  cursor.advance();
  const items = cursor.at(TokenKind.OpenBrace) ? readImportItems(cursor) : [];
  let wildcard;
  if (cursor.take(TokenKind.Asterisk)) {
    cursor.expectWord('as', "'as' and a name");
    wildcard = cursor.expectName('a name for what is imported');
  }
  cursor.expectWord('from', items.length > 0 || wildcard ? "'from' and a path" : "'{', '*' or 'from'");
  const path = readReference(cursor, 'the path of the imported file in quotes');
  return { kind: 'import', start, end: cursor.end, decorators, items, wildcard, path };
};

export const readExtension: ReadDeclaration<ExtensionStatement> = (cursor, start, decorators) => {
  cursor.advance();
  const specification = cursor.at(TokenKind.Word) ? cursor.name() : readReference(cursor, 'the name of the extension');
  const config = readConfig(cursor);
  const alias = cursor.takeWord('as') ? cursor.expectName('a name for the extension') : undefined;
  if (!atLineEnd(cursor)) cursor.reportExpected("'with', 'as' or a new line");
  return { kind: 'extension', start, end: cursor.end, decorators, specification, config, alias };
};

/** Reads `with {…}` if it is there. */
export function readConfig(cursor: Cursor): Expression | undefined {
  return cursor.takeWord('with') ? expectObject(cursor, readMember) : undefined;
}

function readImportItems(cursor: Cursor): readonly ImportItem[] {
  cursor.advance();
  return readLines<ImportItem>(cursor, {
    close: TokenKind.CloseBrace,
    closeText: '}',
    element: readImportItem,
    keep: (skipped) => ({
      kind: 'importItem',
      start: skipped.start,
      end: skipped.end,
      name: skipped,
      alias: undefined,
    }),
  });
}

function readImportItem(cursor: Cursor): ImportItem {
  const { start } = cursor;
  const name = readImportedName(cursor);
  const alias = cursor.takeWord('as') ? cursor.expectName('a name for what is imported') : undefined;
  if (name.kind === 'string' && !alias) cursor.reportExpected("'as' and a name, as the imported name is no identifier");
  return { kind: 'importItem', start, end: cursor.end, name, alias };
}

function readImportedName(cursor: Cursor): Expression {
  if (cursor.at(TokenKind.Word)) return cursor.name();
  if (cursor.at(TokenKind.String)) return readString(cursor, readExpression);
  cursor.reportExpected('the name of something to import');
  return skipTo(cursor, TokenKind.Comma);
}
