import { Char, codeAt, isHexDigit } from './characters';

const SINGLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['\\', '\\'],
  ["'", "'"],
  ['$', '$'],
]);

const LARGEST_CODE_POINT = 0x10ffff;

export interface Escape {
  /** How many characters the escape takes, the backslash included. Of a wrong one: as many as are surely meant. */
  readonly length: number;
  /** What it stands for, undefined where it is no escape of the language. */
  readonly value: string | undefined;
}

/** Reads the escape whose backslash stands at `offset`: `\n \r \t \\ \' \$` or `\u{1F600}`. */
export function readEscape(text: string, offset: number): Escape {
  if (codeAt(text, offset + 1) === Char.LowerU) return readUnicodeEscape(text, offset);
  return { length: 2, value: SINGLE.get(text.charAt(offset + 1)) };
}

/** What the content of a string of one line stands for. Wrong escapes stand for themselves. */
export function decodeEscapes(content: string): string {
  let decoded = '';
  let copied = 0;
  for (let offset = content.indexOf('\\'); offset >= 0; offset = content.indexOf('\\', copied)) {
    const { length, value } = readEscape(content, offset);
    decoded += content.slice(copied, offset) + (value ?? content.slice(offset, offset + length));
    copied = offset + length;
  }
  return decoded + content.slice(copied);
}

function readUnicodeEscape(text: string, offset: number): Escape {
  const digits = offset + 3;
  if (codeAt(text, offset + 2) !== Char.OpenBrace) return { length: 2, value: undefined };
  let end = digits;
  while (isHexDigit(codeAt(text, end))) end++;
  if (end === digits || codeAt(text, end) !== Char.CloseBrace) return { length: end - offset, value: undefined };
  const codePoint = parseInt(text.slice(digits, end), 16);
  const value = codePoint <= LARGEST_CODE_POINT ? String.fromCodePoint(codePoint) : undefined;
  return { length: end + 1 - offset, value };
}
