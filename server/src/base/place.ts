import type { Span } from './span';
import type { Uri } from './uri';

/** A place in a file. */
export interface Place extends Span {
  readonly uri: Uri;
}
