/** Thrown when an evaluation has done all the work it may do; caught where the value that was asked for becomes unknown. */
export class BudgetExceeded extends Error {
  constructor() {
    super('The evaluation was given up: it is too large.');
  }
}

/** Bounds the work of one deployment's evaluation, so that no template can hang or exhaust the process. */
export class Budget {
  private steps = 0;
  private depth = 0;

  constructor(
    private readonly mostSteps: number,
    private readonly mostDepth: number,
  ) {}

  /** Counts work; throws BudgetExceeded when there is none left. */
  step(count = 1): void {
    this.steps += count;
    if (this.steps > this.mostSteps) throw new BudgetExceeded();
  }

  get exhausted(): boolean {
    return this.steps > this.mostSteps;
  }

  /** Runs something one level deeper; where that is too deep, the fallback counts. */
  nested<T>(run: () => T, tooDeep: () => T): T {
    if (this.depth >= this.mostDepth) return tooDeep();
    this.depth++;
    try {
      return run();
    } finally {
      this.depth--;
    }
  }
}
