/** How a text file's bytes are written. */
export type Encoding = 'utf8' | 'utf8-bom' | 'utf16le' | 'utf16be';

export interface DecodedText {
  /** Without a byte order mark, so that columns are those of an editor. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** Reads bytes as UTF-8, or as UTF-16 after its byte order mark; undefined for bytes with a NUL, which no text has. */
export function decodeText(bytes: Buffer): DecodedText | undefined {
  const { encoding, text } = decode(bytes);
  return text.includes('\0') ? undefined : { text, encoding };
}

/** The opposite of `decodeText`. Bytes that were not valid in the encoding do not come back. */
export function encodeText(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text, 'utf8');
    case 'utf8-bom':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  }
}

function decode(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { text: bytes.toString('utf8', 3), encoding: 'utf8-bom' };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: bytes.toString('utf16le', 2), encoding: 'utf16le' };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    // A last odd byte is no character and cannot be swapped.
    const swapped = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2))).swap16();
    return { text: swapped.toString('utf16le'), encoding: 'utf16be' };
  }
  return { text: bytes.toString('utf8'), encoding: 'utf8' };
}
