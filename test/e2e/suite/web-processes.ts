/** A web worker starts and sees no processes; tests that look at those are skipped there. */
export function execFileSync(): never {
  throw new Error('There are no processes in a browser');
}
