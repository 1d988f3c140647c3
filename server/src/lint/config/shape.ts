/** What may stand at a place of the configuration. Both the published schema and the checks of a file are made from it. */
export type Shape = TextShape | FlagShape | ListShape | ObjectShape | MapShape;

export interface TextShape {
  readonly kind: 'text';
  /** What it is, with its article: `a level`. */
  readonly what: string;
  /** The only texts that it may be. */
  readonly choices?: readonly Choice[];
  /** Where the choices are too many to be listed in a message: where to find them. */
  readonly choicesListed?: string;
  /** A regular expression for the whole text. */
  readonly pattern?: string;
  /** What is wrong with a text, in a sentence; for what a pattern cannot tell. */
  readonly check?: (text: string) => string | undefined;
}

export interface Choice {
  readonly text: string;
  readonly description?: string;
}

export interface FlagShape {
  readonly kind: 'flag';
}

/** An array, or where `orOne` says so a single item in its place. */
export interface ListShape {
  readonly kind: 'list';
  readonly items: Shape;
  readonly orOne?: boolean;
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly members: Readonly<Record<string, MemberShape>>;
}

export interface MemberShape {
  readonly shape: Shape;
  /** In a sentence, for whoever writes the file. */
  readonly description: string;
  readonly required?: boolean;
}

/** An object whose names are the user's to choose, within what `keys` allows. */
export interface MapShape {
  readonly kind: 'map';
  readonly keys: TextShape;
  readonly values: Shape;
}
