import { TokenKind } from './tokens';

const SINGLES: readonly (readonly [string, TokenKind])[] = [
  ['{', TokenKind.OpenBrace],
  ['}', TokenKind.CloseBrace],
  ['[', TokenKind.OpenBracket],
  [']', TokenKind.CloseBracket],
  ['(', TokenKind.OpenParen],
  [')', TokenKind.CloseParen],
  ['@', TokenKind.At],
  [',', TokenKind.Comma],
  ['.', TokenKind.Dot],
  ['?', TokenKind.Question],
  [':', TokenKind.Colon],
  [';', TokenKind.Semicolon],
  ['=', TokenKind.Assign],
  ['|', TokenKind.Pipe],
  ['^', TokenKind.Hat],
  ['!', TokenKind.Exclamation],
  ['+', TokenKind.Plus],
  ['-', TokenKind.Minus],
  ['*', TokenKind.Asterisk],
  ['/', TokenKind.Slash],
  ['%', TokenKind.Percent],
  ['<', TokenKind.Less],
  ['>', TokenKind.Greater],
];

const PAIRS: readonly (readonly [string, TokenKind])[] = [
  ['::', TokenKind.DoubleColon],
  ['=>', TokenKind.Arrow],
  ['<=', TokenKind.LessOrEqual],
  ['>=', TokenKind.GreaterOrEqual],
  ['==', TokenKind.Equals],
  ['!=', TokenKind.NotEquals],
  ['=~', TokenKind.EqualsIgnoreCase],
  ['!~', TokenKind.NotEqualsIgnoreCase],
  ['&&', TokenKind.And],
  ['||', TokenKind.Or],
  ['??', TokenKind.Coalesce],
];

const KIND_OF_SINGLE = singles();
const IS_SECOND = seconds();
const KIND_OF_PAIR: ReadonlyMap<number, TokenKind> = new Map(
  PAIRS.map(([pair, kind]) => [pairCode(pair.charCodeAt(0), pair.charCodeAt(1)), kind]),
);

/** The token that one character makes by itself. */
export function singleKind(code: number): TokenKind | undefined {
  const kind = code < 128 ? (KIND_OF_SINGLE[code] ?? 0) : 0;
  return kind === 0 ? undefined : kind;
}

/** The token that two characters make together. */
export function pairKind(first: number, second: number): TokenKind | undefined {
  // Few characters can be a second one; asking that first spares most look-ups.
  if (second < 0 || second >= 128 || IS_SECOND[second] === 0) return undefined;
  return KIND_OF_PAIR.get(pairCode(first, second));
}

function pairCode(first: number, second: number): number {
  return first * 128 + second;
}

function singles(): Uint8Array {
  const table = new Uint8Array(128);
  for (const [character, kind] of SINGLES) table[character.charCodeAt(0)] = kind;
  return table;
}

function seconds(): Uint8Array {
  const table = new Uint8Array(128);
  for (const [pair] of PAIRS) table[pair.charCodeAt(1)] = 1;
  return table;
}
