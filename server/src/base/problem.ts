import type { Span } from './span';

/** Something in a file that could not be read as its language. The span is where the reader stumbled. */
export interface Problem extends Span {
  readonly message: string;
}
