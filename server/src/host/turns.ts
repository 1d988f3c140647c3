/** Longest stretch of work in milliseconds before everything else that waits has its turn. */
const stretch = 10;

/** Does pieces of work one after the other, and lets a process that serves somebody see to that in between. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private since = 0;

  /** `later` runs something after what waits already. */
  constructor(private readonly later: (run: () => void) => unknown = setImmediate) {}

  /** Does a piece of work, which should be short, after those that were given before. */
  take<T>(piece: () => Promise<T>): Promise<T> {
    const done = this.last.then(async () => {
      await this.pause();
      return piece();
    });
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Lets others have their turn where it is time for that; undefined where it is not yet. */
  pause(): Promise<void> | undefined {
    if (performance.now() - this.since < stretch) return undefined;
    return new Promise((resolve) =>
      this.later(() => {
        this.since = performance.now();
        resolve();
      }),
    );
  }
}
