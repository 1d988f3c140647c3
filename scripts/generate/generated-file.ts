/** A generated file: its path relative to the repository's root, and what it should hold. */
export type GeneratedFile = readonly [file: string, text: string];
