import type { Scalar } from './new-value';

/** Writes values in one language. */
export interface ScalarWriter {
  /** Undefined where the language cannot say it there. */
  scalar(value: Scalar): string | undefined;
}

/** Writes what a whole file may hold. */
export interface Writer extends ScalarWriter {
  /** Whether members on lines of their own need commas between them; on one line they always do. */
  readonly commas: boolean;
  /** The name of a property. */
  key(name: string): string;
}
