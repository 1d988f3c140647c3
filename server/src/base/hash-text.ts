import { sha1 } from './sha1';

/** A hash of a text in 32 hexadecimal digits, the same on every machine and in every version. For equality, not for security. */
export function hashText(text: string): string {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    bytes.push(code >> 8, code & 255);
  }
  return sha1(bytes)
    .slice(0, 16)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
