import { append } from '../../base/append';
import type { ArrayValue, Entry, ObjectValue, TextValue, Value } from '../values/value';
import { array, object, objectOf, partOf, text, trailAt, writtenText } from '../values/values';
import { asObject, isUncertain, ofOne, ofValues } from './arguments';
import { compareNames, equalValues } from './comparison';
import type { CallContext, FunctionFamily } from './function';
import { eachOf, isAmong, union } from './merge';

/** Functions of arrays and objects as wholes. Those that Bicep writes as literals are in `structures.ts`. */
export const collectionFunctions: FunctionFamily = {
  union: ofValues(union),
  intersection: ofValues(intersection),
  distinct: ofOne(distinct),
  items: ofOne(items),
  objectkeys: ofOne(objectKeys),
  array: ofOne((value, { trail }) =>
    isUncertain(value) ? undefined : value.kind === 'array' ? value : array([value], false, trail),
  ),
};

function isClosed(value: Value): value is ArrayValue {
  return value.kind === 'array' && !value.open;
}

/** What all have in common, as the first has it. Names are compared with case here. */
function intersection([first, ...others]: readonly Value[], context: CallContext): Value | undefined {
  if (first && isClosed(first)) {
    const lists = others.filter(isClosed);
    return lists.length === others.length ? commonItems(first, lists, context) : undefined;
  }
  if (first?.kind !== 'object' || first.open) return undefined;
  const objects = others.flatMap((other) => asObject(other) ?? []);
  if (objects.length !== others.length || objects.some(({ open }) => open)) return undefined;
  return commonEntries(first, objects, context);
}

function commonItems(first: ArrayValue, others: readonly ArrayValue[], context: CallContext): Value | undefined {
  const result: Value[] = [];
  for (const item of first.items) {
    const found = [
      ...others.map((other) => isAmong(item, other.items, context)),
      opposite(isAmong(item, result, context)),
    ];
    if (found.includes(false)) continue;
    if (found.includes(undefined)) return undefined;
    result.push(partOf(item, first));
  }
  return array(result, false, context.trail);
}

/** Each item once, where it comes first. */
function distinct(value: Value, context: CallContext): Value | undefined {
  if (!isClosed(value)) return undefined;
  const result: Value[] = [];
  for (const item of value.items) {
    const known = isAmong(item, result, context);
    if (known === undefined) return undefined;
    if (!known) result.push(partOf(item, value));
  }
  return array(result, false, context.trail);
}

function opposite(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function commonEntries(first: ObjectValue, others: readonly ObjectValue[], context: CallContext): Value | undefined {
  const entries = new Map<string, Entry>();
  for (const [name, entry] of first.entries) {
    context.step(others.length);
    const same = others.map((other) => {
      const value = other.entries.get(name)?.value;
      return value ? equalValues(entry.value, value) : false;
    });
    if (same.includes(false)) continue;
    if (same.includes(undefined)) return undefined;
    entries.set(name, { ...entry, value: partOf(entry.value, first) });
  }
  return object(entries, false, context.trail);
}

/** The entries as `{ key, value }`, in the order of their names. */
function items(value: Value, context: CallContext): Value | undefined {
  const whole = asObject(value);
  if (!whole) return undefined;
  context.step(whole.entries.size);
  const list = inOrder(whole).map(([name, entry]) =>
    objectOf(
      [['key', nameText(name, entry, context)] as const, ['value', partOf(entry.value, whole)] as const],
      context.trail,
    ),
  );
  return array(list, whole.open, context.trail);
}

function objectKeys(value: Value, context: CallContext): Value | undefined {
  const whole = asObject(value);
  if (!whole) return undefined;
  context.step(whole.entries.size);
  const names = inOrder(whole).map(([name, entry]) => nameText(name, entry, context));
  return array(names, whole.open, context.trail);
}

function inOrder(value: ObjectValue): readonly (readonly [string, Entry])[] {
  return [...value.entries].sort(([a], [b]) => compareNames(a, b));
}

/** A name as a text that still knows where it is written, bare or in quotes. */
function nameText(name: string, { key }: Entry, { trail }: CallContext): TextValue {
  if (!key) return text(name, trail);
  const around = key.end - key.start - name.length;
  const offset = around === 0 ? key.start : around === 2 ? key.start + 1 : undefined;
  return writtenText(name, trailAt(key), offset);
}

/** The items of all lists. What is not known may hold any number of items: the result is then open. */
export function flattened(lists: readonly Value[], context: CallContext): Value | undefined {
  const result: Value[] = [];
  let open = false;
  for (const list of lists) {
    if (isUncertain(list)) open = true;
    else if (list.kind !== 'array') return undefined;
    else {
      context.step(list.items.length);
      append(
        result,
        list.items.map((item) => partOf(item, list)),
      );
      open ||= list.open;
    }
  }
  return array(result, open, context.trail, eachOf(lists));
}
