/**
 * Runs work some time after the last request for it, one run at a time. A run whose input changed while it went is stale:
 * its result must be dropped, and another run follows.
 */
export class Debouncer {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private generation = 0;
  private running: Promise<void> = Promise.resolve();
  private took = 0;

  /** `work` gets a function that says whether its input has changed since it began. It must not reject. */
  constructor(private readonly work: (isStale: () => boolean) => Promise<void>) {}

  /** Asks for a run in `delay` milliseconds; a request that still waits is replaced. */
  request(delay: number): void {
    this.generation++;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.start(), delay);
  }

  /** How long the latest run took, in milliseconds. */
  get lastRun(): number {
    return this.took;
  }

  /** Runs at once what was requested and waits until nothing is left to do. */
  async settled(): Promise<void> {
    let settled: Promise<void> | undefined;
    while (this.timer !== undefined || settled !== this.running) {
      if (this.timer !== undefined) this.start();
      settled = this.running;
      await settled;
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.generation++;
  }

  private start(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const generation = this.generation;
    const isStale = (): boolean => generation !== this.generation;
    this.running = this.running.then(() => (isStale() ? undefined : this.run(isStale)));
  }

  private async run(isStale: () => boolean): Promise<void> {
    const began = performance.now();
    await this.work(isStale);
    this.took = performance.now() - began;
  }
}
