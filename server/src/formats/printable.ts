/** C0, DEL, C1, and the marks that reorder what follows them (Unicode, "Bidirectional Algorithm", explicit formatting). */
// eslint-disable-next-line no-control-regex -- these are the characters looked for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * The text on one line of a terminal or a log: what would break the line, recolour it or hide something is spelt out.
 * Messages quote what stands in a template, and whoever wrote that must not write on the reader's screen.
 */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    if (character === '\n' || character === '\t') return ' ';
    return `\\u{${character.charCodeAt(0).toString(16)}}`;
  });
}
