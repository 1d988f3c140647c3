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
  Slash: 47,
  Zero: 48,
  Nine: 57,
  UpperA: 65,
  UpperF: 70,
  UpperZ: 90,
  Backslash: 92,
  Underscore: 95,
  LowerA: 97,
  LowerF: 102,
  LowerU: 117,
  LowerZ: 122,
  OpenBrace: 123,
  CloseBrace: 125,
  ByteOrderMark: 0xfeff,
} as const;

export function isLineBreak(code: number): boolean {
  return code === Char.LineFeed || code === Char.CarriageReturn;
}

export function isBlank(code: number): boolean {
  return code === Char.Space || code === Char.Tab;
}

export function isDigit(code: number): boolean {
  return code >= Char.Zero && code <= Char.Nine;
}

export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= Char.LowerA && code <= Char.LowerF) || (code >= Char.UpperA && code <= Char.UpperF);
}

/** Names are ASCII in Bicep. */
export function isWordStart(code: number): boolean {
  return (
    (code >= Char.LowerA && code <= Char.LowerZ) ||
    (code >= Char.UpperA && code <= Char.UpperZ) ||
    code === Char.Underscore
  );
}

export function isWordPart(code: number): boolean {
  return isWordStart(code) || isDigit(code);
}
