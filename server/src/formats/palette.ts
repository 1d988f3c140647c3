/** How text is set off on a terminal. Each member returns its text, marked. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly underline: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly green: (text: string) => string;
}

export const plainPalette: Palette = {
  bold: asIs,
  dim: asIs,
  underline: asIs,
  red: asIs,
  yellow: asIs,
  blue: asIs,
  green: asIs,
};

/** Marks with the escape sequences of ECMA-48 (SGR), in the terminal's own sixteen colours. */
export const colorPalette: Palette = {
  bold: marked(1, 22),
  dim: marked(2, 22),
  underline: marked(4, 24),
  red: marked(31, 39),
  yellow: marked(33, 39),
  blue: marked(34, 39),
  green: marked(32, 39),
};

function asIs(text: string): string {
  return text;
}

function marked(on: number, off: number): (text: string) => string {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}
