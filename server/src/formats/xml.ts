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
  return replaceForbidden(text.replace(/[&<>"\t\n\r]/g, toEntity));
}

/** A text between tags of XML 1.0, in which lines and tabs stay as they are; what XML cannot hold is replaced. */
export function escapeText(text: string): string {
  // `>` is written as an entity for `]]>`, which may not stand there; a bare `\r` would be read as `\n` (section 2.11).
  return replaceForbidden(text.replace(/[&<>\r]/g, toEntity));
}

function toEntity(character: string): string {
  return entities[character] ?? character;
}

/** Lines and tabs, which are control characters too, are let through for what stands between tags. */
function replaceForbidden(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd');
}
