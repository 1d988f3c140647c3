import type { Steps } from '../../base/steps';

/** Thrown when an evaluation has done all the work it may do; caught where the value that was asked for becomes unknown. */
export class BudgetExceeded extends Error {
  constructor() {
    super('The evaluation was given up: it is too large.');
  }
}

/** The share of what is left that one name may take, so that the others come to something, too. */
const SHARE = 7 / 8;

/** A name may take as many steps whatever is left: names that need each other are rarely more than a few steps each. */
const LEAST_SHARE = 10_000;

/** Bounds the work of one deployment's evaluation, so that no template can hang or exhaust the process. */
export class Budget {
  private steps = 0;
  private depth = 0;
  private gaveUp = false;
  /** The steps after which whatever is being worked out is given up. */
  private limit: number;

  constructor(
    mostSteps: number,
    private readonly mostDepth: number,
  ) {
    this.limit = mostSteps;
  }

  /** Counts work; throws BudgetExceeded when there is none left. */
  step(count = 1): void {
    if (this.steps + count > this.limit) {
      // What would take too much is not begun, so that it leaves something for the others.
      this.steps = this.limit;
      this.gaveUp = true;
      throw new BudgetExceeded();
    }
    this.steps += count;
  }

  /** Something was given up because it takes too much work. */
  get exceeded(): boolean {
    return this.gaveUp;
  }

  /** Runs something that may take most of what is left and not all of it; where it would take more, the fallback counts. */
  shared<T>(run: () => T, tooMuch: () => T): T {
    const outer = this.limit;
    const left = outer - this.steps;
    this.limit = this.steps + Math.min(left, Math.max(LEAST_SHARE, Math.floor(left * SHARE)));
    try {
      return run();
    } catch (error) {
      if (error instanceof BudgetExceeded && this.steps < outer) return tooMuch();
      throw error;
    } finally {
      this.limit = outer;
    }
  }

  /** Runs something that may take all that is left; where it would take more, the fallback counts. */
  whole<T>(run: () => T, tooMuch: () => T): T {
    try {
      return run();
    } catch (error) {
      if (error instanceof BudgetExceeded) return tooMuch();
      throw error;
    }
  }

  /** Takes steps for as long as there is something left. */
  *asFarAsItGoes(steps: Steps<void>): Steps<void> {
    try {
      yield* steps;
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
    }
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
