/** How deep a tree may get, so that neither the parser nor a reader of the tree runs out of stack. */
export const DEEPEST = 256;

/**
 * Watches how deep the tree gets. Brackets nest in the text, so the parser counts as it goes. A chain such as `a.b.c` nests
 * in the tree alone: each link pushes what stands before it one level deeper. Whoever reads one measures it, too.
 */
export class Nesting {
  private depth = 0;
  private deepest = 0;

  /** Goes one level deeper; false if that is too deep. Each call that gives true needs a `leave`. */
  enter(): boolean {
    if (this.depth >= DEEPEST) return false;
    this.depth++;
    if (this.depth > this.deepest) this.deepest = this.depth;
    return true;
  }

  leave(): void {
    this.depth--;
  }

  /** Starts to measure from the current level on. The result is for `endMeasure`. */
  startMeasure(): number {
    const before = this.deepest;
    this.deepest = this.depth;
    return before;
  }

  /** Puts a node on top of what was read since `startMeasure`; false if that is too deep. */
  raise(): boolean {
    this.deepest++;
    return this.deepest <= DEEPEST;
  }

  endMeasure(before: number): void {
    if (before > this.deepest) this.deepest = before;
  }
}
