import type { Span } from './span';
import type { Uri } from './uri';

/** A place in a file. */
export interface Place extends Span {
  readonly uri: Uri;
}

/** Whether two places are one; two that are not there are. */
export function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  return a?.uri === b?.uri && a?.start === b?.start && a?.end === b?.end;
}
