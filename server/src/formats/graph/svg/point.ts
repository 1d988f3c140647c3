/** A point of a drawing, in pixels from its corner at the top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a drawing leads. */
export type Direction = 'right' | 'down';

/** Swaps the axes of a drawing that leads down, so that it can be thought of as leading to the right, and back. */
export function turned({ x, y }: Point, direction: Direction): Point {
  return direction === 'right' ? { x, y } : { x: y, y: x };
}
