/** Adds items at the end of a list. Unlike `push(...items)`, which passes each item on the stack, it takes any number of them. */
export function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
