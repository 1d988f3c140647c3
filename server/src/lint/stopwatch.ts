import { type Steps } from '../base/steps';

/** Adds up how long the parts of a check take. The core has no clock of its own: whoever wants to know brings one. */
export class Stopwatch {
  private readonly spent = new Map<string, number>();

  /** `now` gives milliseconds since some moment; without it nothing is timed. */
  constructor(private readonly now: (() => number) | undefined) {}

  time<T>(part: string, run: () => T): T {
    const stop = this.start(part);
    try {
      return run();
    } finally {
      stop();
    }
  }

  /** Times what is done in steps, without what happens between them. */
  *timeSteps<T>(part: string, steps: Steps<T>): Steps<T> {
    for (;;) {
      const step = this.time(part, () => steps.next());
      if (step.done) return step.value;
      yield;
    }
  }

  /** Starts to time a part; the answer stops it. */
  start(part: string): () => void {
    const { now } = this;
    if (!now) return () => undefined;
    const began = now();
    return () => void this.spent.set(part, (this.spent.get(part) ?? 0) + now() - began);
  }

  /** Milliseconds by part. */
  get times(): ReadonlyMap<string, number> {
    return this.spent;
  }
}
