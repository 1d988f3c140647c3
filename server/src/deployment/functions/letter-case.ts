/**
 * Azure changes case letter by letter, without regard to a language, and leaves a letter alone that would become several (`ß`) or that
 * belongs to one language only (dotted and dotless i, long s).
 */
export function toLowerLetters(text: string): string {
  return isAscii(text) ? text.toLowerCase() : Array.from(text, lowerLetter).join('');
}

/** See `toLowerLetters`. */
export function toUpperLetters(text: string): string {
  return isAscii(text) ? text.toUpperCase() : Array.from(text, upperLetter).join('');
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

function lowerLetter(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

function upperLetter(letter: string): string {
  if (letter === 'ı' || letter === 'ſ') return letter;
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}
