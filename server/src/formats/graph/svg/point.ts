/** A point of a drawing, in pixels from its corner at the top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
