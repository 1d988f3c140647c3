import type { Span } from '../../base/span';

/** A change of one text: like a TextEdit, in a file that is known from the context. */
export interface Change extends Span {
  readonly newText: string;
}

export function removal({ start, end }: Span): Change {
  return { start, end, newText: '' };
}

/** Puts changes into the order of the text, and those that touch into one. They must not overlap. */
export function joinTouching(changes: readonly Change[]): readonly Change[] {
  const joined: Change[] = [];
  for (const change of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last?.end !== change.start) joined.push(change);
    else joined[joined.length - 1] = { start: last.start, end: change.end, newText: last.newText + change.newText };
  }
  return joined;
}
