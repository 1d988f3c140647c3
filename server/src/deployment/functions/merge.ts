import type { Entry, ObjectValue, Value } from '../values/value';
import { sizeOf } from '../values/sizes';
import { array, object, partOf, unknown, valueKey } from '../values/values';
import { isUncertain } from './arguments';
import { equalValues } from './comparison';
import type { CallContext } from './function';

/** `union()`: arrays without repetition, objects one over the other, inner objects too. */
export function union(values: readonly Value[], context: CallContext): Value | undefined {
  if (values.some(({ kind }) => kind === 'array')) return unionOfArrays(values, context);
  if (!values.some(({ kind }) => kind === 'object')) return undefined;
  return overlaid(values, context, deepOverlay);
}

/** `shallowMerge()` of a list's items: objects one over the other, inner objects replaced whole. */
export function shallowMerge(values: readonly Value[], context: CallContext): Value | undefined {
  return overlaid(values, context, (_, { value }) => value);
}

/** What an entry becomes when another object has it too. */
type Overlay = (below: Entry, above: Entry, context: CallContext) => Value;

function overlaid(values: readonly Value[], context: CallContext, overlay: Overlay): Value | undefined {
  let result: ObjectValue = object(new Map(), false, context.trail);
  for (const value of values) {
    if (value.kind === 'object') result = withEntries(result, value, overlay, context);
    else if (isUncertain(value)) result = object(overlaidByUnknown(result, value), true, context.trail);
    else return undefined;
  }
  return result;
}

function withEntries(below: ObjectValue, above: ObjectValue, overlay: Overlay, context: CallContext): ObjectValue {
  context.step(below.entries.size + above.entries.size);
  const names = new Map([...above.entries.keys()].map((name) => [name.toLowerCase(), name]));
  const entries = new Map<string, Entry>();
  for (const [name, entry] of below.entries) {
    const other = names.get(name.toLowerCase());
    names.delete(name.toLowerCase());
    const upper = other === undefined ? undefined : above.entries.get(other);
    if (other !== undefined && upper) {
      const value = overlay(entry, { ...upper, value: partOf(upper.value, above) }, context);
      entries.set(nameAfter(name, other, overlay), { value, key: upper.key });
    } else entries.set(name, above.open ? perhapsReplaced(name, entry, above) : entry);
  }
  for (const name of names.values()) {
    const entry = above.entries.get(name);
    if (entry)
      entries.set(name, addedOver(below, name, { ...entry, value: partOf(entry.value, above) }, overlay, context));
  }
  return object(entries, below.open || above.open, context.trail);
}

/** `union` takes over the spelling of the later name, `shallowMerge` keeps the earlier one. */
function nameAfter(earlier: string, later: string, overlay: Overlay): string {
  return overlay === deepOverlay ? later : earlier;
}

/** An entry over an object that may have it, too: what it becomes then is known only where the later value replaces all. */
function addedOver(below: ObjectValue, name: string, entry: Entry, overlay: Overlay, { step }: CallContext): Entry {
  if (!below.open || overlay !== deepOverlay) return entry;
  step(sizeOf(entry.value));
  return entry.value.kind === 'null' ? perhapsReplaced(name, entry, below) : { ...entry, value: opened(entry.value) };
}

/** An object that was laid over another one, of which nobody knows what it had: at every depth there may be more. */
function opened(value: Value): Value {
  if (value.kind !== 'object') return value;
  const entries = [...value.entries].map(([name, entry]) => [name, { ...entry, value: opened(entry.value) }] as const);
  return object(new Map(entries), true, value.trail);
}

/** Null leaves what was there; objects become one; all else is replaced. */
function deepOverlay(below: Entry, above: Entry, context: CallContext): Value {
  const [a, b] = [below.value, above.value];
  if (b.kind === 'null') return a;
  if (a.kind === 'null') return b;
  if (a.kind === 'object' && b.kind === 'object') return withEntries(a, b, deepOverlay, context);
  const mayBeNull = isUncertain(b) || b.kind === 'oneOf';
  if (a.kind === 'object' && mayBeNull) return object(overlaidByUnknown(a, b), true, context.trail);
  // An array and an object the engine refuses to join.
  return mayBeNull || a.kind === 'object' || (a.kind === 'array' && b.kind === 'object') ? either(a, b) : b;
}

/** The entries of an object over which something unknown was laid: the names are still there, but nobody knows with which values. */
function overlaidByUnknown(below: ObjectValue, above: Value): ReadonlyMap<string, Entry> {
  return new Map([...below.entries].map(([name, entry]) => [name, perhapsReplaced(name, entry, above)]));
}

function perhapsReplaced(name: string, entry: Entry, by: Value): Entry {
  const key = `union(${valueKey(entry.value)},${valueKey(by)}).${name}`;
  return { ...entry, value: unknown('it may be replaced by what is not known', key, entry.value.trail) };
}

function either(a: Value, b: Value): Value {
  return unknown('it may be replaced by what is not known', `union(${valueKey(a)},${valueKey(b)})`, b.trail);
}

/** Items of which nobody knows whether they repeat another one are left out, and the result stays open. */
function unionOfArrays(values: readonly Value[], context: CallContext): Value | undefined {
  const items: Value[] = [];
  let open = false;
  for (const value of values) {
    if (isUncertain(value)) open = true;
    else if (value.kind !== 'array') return undefined;
    else {
      open ||= value.open;
      for (const item of value.items) {
        const repeats = isAmong(item, items, context);
        if (repeats === false) items.push(partOf(item, value));
        open ||= repeats === undefined;
      }
    }
  }
  return array(items, open, context.trail, eachOf(values));
}

/** What the items look like that are not listed, of several lists together: known where one list alone has such items. */
export function eachOf(lists: readonly Value[]): Value | undefined {
  const open = lists.filter((list) => list.kind !== 'array' || list.open);
  const [only] = open;
  return only?.kind === 'array' && open.length === 1 ? only.each : undefined;
}

/** Whether an equal item is in a list, undefined where that is not known. */
export function isAmong(item: Value, items: readonly Value[], { step }: CallContext): boolean | undefined {
  step(1 + Math.ceil((items.length * sizeOf(item)) / 16));
  let certain = true;
  for (const other of items) {
    const same = equalValues(item, other);
    if (same === true) return true;
    certain &&= same === false;
  }
  return certain ? false : undefined;
}
