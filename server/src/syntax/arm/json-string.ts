/** The content of a JSON string, and where each of its characters is written. */
export interface DecodedString {
  readonly value: string;
  /** `offsets[i]` is the file's offset of `value[i]`; one more entry holds the end of the content. */
  readonly offsets: Int32Array;
}

const BACKSLASH = 92;
const LETTER_U = 117;
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Undoes the escapes of the content between `start` and `end` (both without the quotes). A wrong escape stands for nothing. */
export function decodeJsonString(text: string, start: number, end: number): DecodedString {
  const offsets = new Int32Array(end - start + 1);
  let value = '';
  let offset = start;
  while (offset < end) {
    const isEscape = text.charCodeAt(offset) === BACKSLASH;
    const length = isEscape ? escapeLength(text, offset, end) : 1;
    const decoded = isEscape ? decodeEscape(text.slice(offset + 1, offset + length)) : text.charAt(offset);
    if (decoded !== '') offsets[value.length] = offset;
    value += decoded;
    offset += length;
  }
  offsets[value.length] = end;
  return { value, offsets: offsets.subarray(0, value.length + 1) };
}

/** How many characters the escape at `offset` has. */
function escapeLength(text: string, offset: number, end: number): number {
  const length = text.charCodeAt(offset + 1) === LETTER_U ? 6 : 2;
  return Math.min(length, end - offset);
}

/** `escape` is what follows the backslash. */
function decodeEscape(escape: string): string {
  if (/^["\\/]$/.test(escape)) return escape;
  if (/^u[0-9a-f]{4}$/i.test(escape)) return String.fromCharCode(parseInt(escape.slice(1), 16));
  return SIMPLE_ESCAPES[escape] ?? '';
}
