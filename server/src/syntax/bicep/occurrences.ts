/**
 * Finds a short text in a long one, again and again, from offsets that never shrink. What was found last is remembered, so
 * that all searches together take one pass; each of them is the engine's own, many times faster than a loop.
 */
export class Occurrences {
  private found = -1;

  constructor(
    private readonly text: string,
    private readonly wanted: string,
  ) {}

  /** Where the next one at or behind `offset` starts; the length of the text where there is none. */
  from(offset: number): number {
    if (this.found < offset) {
      const index = this.text.indexOf(this.wanted, offset);
      this.found = index < 0 ? this.text.length : index;
    }
    return this.found;
  }
}
