/** What of a text is another than before, in offsets: everything before `start` and from the two ends on is the same. */
export interface ChangedPart {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** Finds it by comparing ever smaller pieces as wholes: that is much faster than comparing letters. */
export function changedPart(before: string, after: string): ChangedPart {
  const shorter = Math.min(before.length, after.length);
  const start = longest(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const kept = longest(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { start, endBefore: before.length - kept, endAfter: after.length - kept };
}

/** How much is the same, up to `most`, given what tells whether a piece is. */
function longest(most: number, isSame: (from: number, to: number) => boolean): number {
  let [known, end] = [0, most];
  while (known < end) {
    const middle = Math.ceil((known + end) / 2);
    if (isSame(known, middle)) known = middle;
    else end = middle - 1;
  }
  return known;
}
