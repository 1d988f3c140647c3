/** A stretch of one file's text: offsets in UTF-16 code units from 0, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `inner` lies within `outer`, both ends included. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The stretch of a node alone, without what else the node holds. */
export function spanOf({ start, end }: Span): Span {
  return { start, end };
}
