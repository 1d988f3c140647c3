/** A text's bytes in UTF-8; half of a surrogate pair becomes the replacement character, as in .NET. */
export function utf8Bytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const letter of wellFormed(text)) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continuation(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), continuation(code >> 6), continuation(code));
    else bytes.push(0xf0 | (code >> 18), continuation(code >> 12), continuation(code >> 6), continuation(code));
  }
  return bytes;
}

/** The text that bytes mean in UTF-8, or undefined where they mean none. */
export function utf8Text(bytes: readonly number[]): string | undefined {
  return percentDecoded(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
}

/** Percent signs and the two digits after them turned into what they mean; undefined where that is no UTF-8. */
export function percentDecoded(text: string): string | undefined {
  try {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => decodeURIComponent(run));
  } catch {
    return undefined;
  }
}

/** The text with the replacement character in place of half surrogate pairs. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function continuation(code: number): number {
  return 0x80 | (code & 0x3f);
}
