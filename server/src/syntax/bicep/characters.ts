/** Codes of the characters that the scanner asks for by name. */
export const Char = {
  Tab: 9,
  LineFeed: 10,
  CarriageReturn: 13,
  Space: 32,
  Hash: 35,
  Dollar: 36,
  Quote: 39,
  Asterisk: 42,
  Minus: 45,
  Dot: 46,
  Slash: 47,
  Backslash: 92,
  LowerF: 102,
  LowerN: 110,
  LowerT: 116,
  LowerU: 117,
  OpenBrace: 123,
  CloseBrace: 125,
  ByteOrderMark: 0xfeff,
} as const;

// One bit for each class, so that one look at a table answers what would take up to seven comparisons.
const WORD_START = 1;
const DIGIT = 2;
const HEX_DIGIT = 4;
const CLASSES = classes();

/**
 * The code of the character at an offset, -1 outside of the text. `charCodeAt` gives NaN there, and an engine that has once
 * seen it do so computes with fractions from then on, at half the speed.
 */
export function codeAt(text: string, offset: number): number {
  return offset >= 0 && offset < text.length ? text.charCodeAt(offset) : -1;
}

export function isLineBreak(code: number): boolean {
  return code === Char.LineFeed || code === Char.CarriageReturn;
}

export function isBlank(code: number): boolean {
  return code === Char.Space || code === Char.Tab;
}

export function isDigit(code: number): boolean {
  return (classOf(code) & DIGIT) !== 0;
}

export function isHexDigit(code: number): boolean {
  return (classOf(code) & HEX_DIGIT) !== 0;
}

/** Names are ASCII in Bicep. */
export function isWordStart(code: number): boolean {
  return (classOf(code) & WORD_START) !== 0;
}

export function isWordPart(code: number): boolean {
  return (classOf(code) & (WORD_START | DIGIT)) !== 0;
}

function classOf(code: number): number {
  return code >= 0 && code < 128 ? (CLASSES[code] ?? 0) : 0;
}

function classes(): Uint8Array {
  const table = new Uint8Array(128);
  const mark = (characters: string, bit: number): void => {
    for (const character of characters) table[character.charCodeAt(0)] = (table[character.charCodeAt(0)] ?? 0) | bit;
  };
  mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', WORD_START);
  mark('0123456789', DIGIT);
  mark('0123456789abcdefABCDEF', HEX_DIGIT);
  return table;
}
