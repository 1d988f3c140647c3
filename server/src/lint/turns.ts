import type { Steps } from '../base/steps';

/** A host that may have something else to do in between: see `CheckHost`. */
export interface PausingHost {
  pause?(): Promise<void> | undefined;
}

/** Like `Array.map`, with a pause before each item where the host wants one. */
export async function mapInTurns<T, Result>(
  items: readonly T[],
  host: PausingHost,
  map: (item: T) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    const pause = host.pause?.();
    if (pause) await pause;
    results.push(map(item));
  }
  return results;
}

/** Takes steps to their end, with a pause between two of them where the host wants one. */
export async function takeInTurns<Result>(steps: Steps<Result>, host: PausingHost): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    const pause = host.pause?.();
    if (pause) await pause;
  }
}
