import type { BinaryOperator } from '../../expression';
import { TokenKind } from '../tokens';

/** The binary operators, those that bind most strongly last. All are left-associative. */
const LEVELS: readonly (readonly (readonly [TokenKind, BinaryOperator])[])[] = [
  [[TokenKind.Coalesce, '??']],
  [[TokenKind.Or, '||']],
  [[TokenKind.And, '&&']],
  [
    [TokenKind.Equals, '=='],
    [TokenKind.NotEquals, '!='],
    [TokenKind.EqualsIgnoreCase, '=~'],
    [TokenKind.NotEqualsIgnoreCase, '!~'],
  ],
  [
    [TokenKind.Less, '<'],
    [TokenKind.LessOrEqual, '<='],
    [TokenKind.Greater, '>'],
    [TokenKind.GreaterOrEqual, '>='],
  ],
  [
    [TokenKind.Plus, '+'],
    [TokenKind.Minus, '-'],
  ],
  [
    [TokenKind.Asterisk, '*'],
    [TokenKind.Slash, '/'],
    [TokenKind.Percent, '%'],
  ],
];

/** How strongly a token binds as a binary operator, from 1; 0 where it is none. */
export const PRECEDENCES: Readonly<Uint8Array> = precedences();

export const OPERATORS: Readonly<Partial<Record<TokenKind, BinaryOperator>>> = Object.fromEntries(LEVELS.flat());

function precedences(): Uint8Array {
  const table = new Uint8Array(256);
  LEVELS.forEach((operators, level) => {
    for (const [kind] of operators) table[kind] = level + 1;
  });
  return table;
}
