import type { Value } from '../../deployment/values/value';

/** The values that a value is made of in the end: those of its entries, items and options, on all levels. */
export function* leavesOf(value: Value): Iterable<Value> {
  switch (value.kind) {
    case 'object':
      for (const entry of value.entries.values()) yield* leavesOf(entry.value);
      return;
    case 'array':
      for (const item of value.items) yield* leavesOf(item);
      return;
    case 'oneOf':
      for (const option of value.options) yield* leavesOf(option.value);
      return;
    default:
      yield value;
  }
}
