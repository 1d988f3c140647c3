/** Text for another program. */
export interface Artefact {
  readonly text: string;
  /** Files that the text refers to by these names, to be put beside it. */
  readonly beside: readonly NamedText[];
}

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** An artefact of one text. */
export function single(lines: readonly string[]): Artefact {
  return { text: textOf(lines), beside: [] };
}

/** Lines as a text, with a line break at the end. */
export function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

/** An artefact as one text, the files that it refers to below it. Only what is for BIND has several, and BIND knows such comments. */
export function inOneText({ text, beside }: Artefact): string {
  return [text, ...beside.map((file) => `\n/* The file ${file.name}:\n\n${file.text}*/\n`)].join('');
}
