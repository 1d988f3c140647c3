const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader makes blanks of these in an attribute unless they are written so (XML 1.0, section 3.3.3).
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text for a double-quoted attribute of XML 1.0. Control characters and halves of characters, which XML cannot hold, are replaced. */
export function escapeAttribute(text: string): string {
  return text
    .replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character)
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd');
}
