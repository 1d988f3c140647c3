/** How the words of a hover are set off: as Markdown, or not at all. */
export interface Markup {
  /** Words that stand out, which are not from a template. */
  readonly strong: (words: string) => string;
  /** Text that somebody wrote into a file: it is shown letter by letter. */
  readonly code: (text: string) => string;
  /** Words of which some may come from a configuration file. */
  readonly plain: (words: string) => string;
  readonly link: (words: string, address: string) => string;
}

export const markdown: Markup = {
  strong: (words) => `**${escaped(words)}**`,
  code: inCode,
  plain: escaped,
  link: (words, address) => `[${escaped(words)}](${address})`,
};

/** For clients that show no Markdown. */
export const plainText: Markup = {
  strong: (words) => words,
  code: (text) => `'${inOneLine(text)}'`,
  plain: (words) => words,
  link: (words, address) => `${words}: ${address}`,
};

/** A name must not be taken for emphasis, a link or HTML: what a template says is only shown. */
function escaped(words: string): string {
  return inOneLine(words).replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
}

/** Code between more backquotes than stand in it. */
function inCode(text: string): string {
  const line = inOneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const isTouched = line.startsWith('`') || line.endsWith('`') || line === '';
  return isTouched ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
