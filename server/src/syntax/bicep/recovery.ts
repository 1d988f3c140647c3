import type { Skipped } from '../expression';
import type { Cursor } from './cursor';
import { TokenKind } from './tokens';

/** What follows the first word of a statement, as far as it takes to tell a statement from a property or an argument. */
const FOLLOWERS: ReadonlyMap<string, readonly TokenKind[]> = new Map([
  ['targetScope', [TokenKind.Assign]],
  ['metadata', [TokenKind.Word]],
  ['param', [TokenKind.Word]],
  ['var', [TokenKind.Word]],
  ['output', [TokenKind.Word]],
  ['resource', [TokenKind.Word]],
  ['module', [TokenKind.Word]],
  ['type', [TokenKind.Word]],
  ['func', [TokenKind.Word]],
  ['assert', [TokenKind.Word]],
  ['test', [TokenKind.Word]],
  ['import', [TokenKind.OpenBrace, TokenKind.Asterisk, TokenKind.String]],
  ['extension', [TokenKind.Word, TokenKind.String]],
  ['extensionConfig', [TokenKind.Word]],
  ['using', [TokenKind.Word, TokenKind.String]],
  ['extends', [TokenKind.String]],
]);

/** All kinds in `FOLLOWERS`: a quick test that spares most look-ups. */
const FOLLOWING: ReadonlySet<TokenKind> = new Set([...FOLLOWERS.values()].flat());

/**
 * Whether a statement surely starts at the current token. Of use where a bracket is not closed: a line such as
 * `param name …` belongs to no object. Where it might belong to one, the column decides, and whether brackets match.
 */
export function atStatement(cursor: Cursor): boolean {
  return cursor.atLineStart && looksLikeStatement(cursor, 0);
}

/** Whether nothing but line breaks stands before the next statement or the end of the file. */
export function endsBeforeStatement(cursor: Cursor): boolean {
  if (!cursor.at(TokenKind.NewLine)) return cursor.at(TokenKind.EndOfFile);
  return cursor.kindAfterLines === TokenKind.EndOfFile || looksLikeStatement(cursor, cursor.linesAhead);
}

/**
 * Skips to the end of the line, to one of `stops` or to a closing bracket that an open one waits for. Whole pairs of
 * brackets are skipped with all their lines.
 */
export function skipTo(cursor: Cursor, ...stops: readonly TokenKind[]): Skipped {
  const { start, place } = cursor;
  let open = 0;
  for (; !cursor.at(TokenKind.EndOfFile); cursor.advance()) {
    const { kind } = cursor;
    if (open === 0 ? endsSkip(cursor) || stops.includes(kind) : atStatement(cursor)) break;
    if (opens(kind)) open++;
    else if (closes(kind) && open > 0) open--;
  }
  return cursor.place === place ? cursor.missing() : { kind: 'skipped', start, end: cursor.end };
}

/** Skips the rest of a hole `${…}`. The scanner sees to it that each one ends. */
export function skipHole(cursor: Cursor): Skipped {
  const { start } = cursor;
  let open = 0;
  for (; !cursor.at(TokenKind.EndOfFile); cursor.advance()) {
    const { kind } = cursor;
    if (open === 0 && (kind === TokenKind.StringMiddle || kind === TokenKind.StringEnd)) break;
    if (kind === TokenKind.StringStart) open++;
    else if (kind === TokenKind.StringEnd) open--;
  }
  return { kind: 'skipped', start, end: cursor.end };
}

/** Skips the current token and all that follows, up to the end of the line before the next statement. */
export function skipToStatement(cursor: Cursor): Skipped {
  const { start } = cursor;
  do cursor.advance();
  while (!endsBeforeStatement(cursor));
  return { kind: 'skipped', start, end: cursor.end };
}

function looksLikeStatement(cursor: Cursor, ahead: number): boolean {
  const kind = ahead === 0 ? cursor.kind : cursor.peek(ahead);
  if (kind === TokenKind.At) return leavesBrackets(cursor, ahead);
  if (kind !== TokenKind.Word || !FOLLOWING.has(cursor.peek(ahead + 1))) return false;
  const word = cursor.wordAhead(ahead);
  // A nested resource, and a line `type as name` among imported names.
  const mayBeInBrackets = word === 'resource' || cursor.wordAhead(ahead + 1) === 'as';
  if (mayBeInBrackets && !leavesBrackets(cursor, ahead)) return false;
  return FOLLOWERS.get(word)?.includes(cursor.peek(ahead + 1)) ?? false;
}

/** Whether what may stand in brackets as well surely stands outside: nothing is before it on its line, and brackets are not closed. */
function leavesBrackets(cursor: Cursor, ahead: number): boolean {
  return cursor.gapAhead(ahead) === '' && !cursor.bracketsMatch;
}

function endsSkip(cursor: Cursor): boolean {
  const { kind } = cursor;
  return (
    kind === TokenKind.NewLine ||
    kind === TokenKind.StringMiddle ||
    kind === TokenKind.StringEnd ||
    cursor.isAwaited(kind)
  );
}

function opens(kind: TokenKind): boolean {
  return (
    kind === TokenKind.OpenBrace ||
    kind === TokenKind.OpenBracket ||
    kind === TokenKind.OpenParen ||
    kind === TokenKind.StringStart
  );
}

function closes(kind: TokenKind): boolean {
  return (
    kind === TokenKind.CloseBrace ||
    kind === TokenKind.CloseBracket ||
    kind === TokenKind.CloseParen ||
    kind === TokenKind.StringEnd
  );
}
