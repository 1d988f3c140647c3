const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64Encoded(bytes: readonly number[]): string {
  let result = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = bytes.slice(index, index + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    result += letter(bits >> 18) + letter(bits >> 12);
    result += b === undefined ? '=' : letter(bits >> 6);
    result += c === undefined ? '=' : letter(bits);
  }
  return result;
}

/** The bytes, or undefined for what is no Base64 with its padding; blanks do not count. */
export function base64Decoded(text: string): readonly number[] | undefined {
  const letters = text.replace(/[ \t\r\n]/g, '');
  if (letters.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(letters)) return undefined;
  const bytes: number[] = [];
  for (let index = 0; index < letters.length; index += 4) {
    const group = letters.slice(index, index + 4).replace(/=+$/, '');
    const bits = Array.from(group.padEnd(4, 'A')).reduce((sum, it) => (sum << 6) | LETTERS.indexOf(it), 0);
    bytes.push(...[bits >> 16, (bits >> 8) & 0xff, bits & 0xff].slice(0, group.length - 1));
  }
  return bytes;
}

function letter(bits: number): string {
  return LETTERS.charAt(bits & 0x3f);
}
