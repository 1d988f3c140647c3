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
