/**
 * How wide a text is at most, in units of its font's size. No font is at hand, so each character counts as in the widest of the usual
 * sans-serif fonts: a text may come out narrower, and does not overflow.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The text itself, or its begin and end with `…` between them, no wider than a width. Names of a kind often begin alike and end alike. */
export function elide(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const characters = [...text];
  let kept = characters.length - 1;
  const shortened = (): string =>
    `${characters.slice(0, Math.ceil(kept / 2)).join('')}…${characters.slice(characters.length - Math.floor(kept / 2)).join('')}`;
  while (kept > 0 && textWidth(shortened()) > width) kept--;
  return shortened();
}

function characterWidth(character: string): number {
  if (/[ijl.,:;'|!]/.test(character)) return 0.34;
  if (/[ fIrt()[\]\-/]/.test(character)) return 0.45;
  if (/[mMwW@%…—]/.test(character)) return 1;
  if (/[A-Z&]/.test(character)) return 0.76;
  if (/[!-~]/.test(character)) return 0.63;
  if (/[\p{Mn}\u200b-\u200f]/u.test(character)) return 0;
  return (character.codePointAt(0) ?? 0) < 0x1100 ? 0.85 : 1.4;
}
