import type { Place } from '../../base/place';
import { equalIgnoringCase } from '../functions/comparison';
import { distribute, oneOf, guard } from '../values/guards';
import { itemInOpen } from '../values/open-lists';
import type { Names } from './scope';
import type { ArrayValue, Nature, ObjectValue, RuntimeValue, Value } from '../values/value';
import {
  getEntry,
  knownText,
  nullValue,
  partOf,
  passedOn,
  runtime,
  text,
  trailAt,
  unknown,
  valueKey,
} from '../values/values';

/** More entries than these are not offered as the possible values of a look-up with an unknown name. */
const MOST_CANDIDATES = 24;

/** `target.name` and `target['name']`. `safe` is `.?`: what is not there is null instead of an error. */
export function member(target: Value, name: string, safe: boolean, at: Place, names: Names): Value {
  return distribute([target], ([value]) => {
    switch (value?.kind) {
      case 'object':
        return objectMember(value, name, safe, at);
      case 'runtime':
        if (safe && names.isAbsent(value)) return nullValue(trailAt(at));
        return runtimeMember(value, name, at, names);
      case 'null':
        return safe ? nullValue(trailAt(at)) : unknown(`null has no '${name}'`, `null.${name}`, trailAt(at));
      case 'unknown':
        return unknown(value.reason, () => `${value.key}.${name}`, trailAt(at, undefined, value.trail));
      default:
        if (safe) return nullValue(trailAt(at));
        return unknown(`there is no '${name}'`, () => `${keyOf(value)}.${name}`, trailAt(at));
    }
  });
}

/** `target[index]`. `fromEnd` is `[^index]`, counted from 1. */
export function element(
  target: Value,
  index: Value,
  options: { readonly safe: boolean; readonly fromEnd: boolean },
  at: Place,
  names: Names,
): Value {
  return distribute([target, index], ([whole, key]) => {
    if (!whole || !key) return unknown('there is nothing to index', 'nothing[]', trailAt(at));
    const name = knownText(key);
    if (name !== undefined) return member(whole, name, options.safe, at, names);
    if (key.kind === 'number' && whole.kind === 'array') return arrayItem(whole, key.value, options, at);
    if (key.kind === 'unknown' && whole.kind === 'array' && whole.open) {
      const item = itemInOpen(whole, key);
      if (item) return partOf(item, whole);
    }
    if (key.kind === 'number' && whole.kind === 'runtime' && !options.fromEnd) {
      return member(whole, String(key.value), options.safe, at, names);
    }
    if (whole.kind === 'object' && key.kind !== 'number') return lookedUp(whole, key, options.safe, at);
    if (options.safe && hasNone(whole, key)) return nullValue(trailAt(at));
    const reason = whole.kind === 'unknown' ? whole.reason : reasonOf(key);
    return unknown(reason, () => `${keyOf(whole)}[${valueKey(key)}]`, trailAt(at, undefined, whole.trail));
  });
}

/** Whether a value is certainly none that could have such an item. */
function hasNone(whole: Value, key: Value): boolean {
  if (whole.kind === 'array') return key.kind === 'text';
  return whole.kind !== 'unknown' && whole.kind !== 'runtime';
}

function objectMember(value: ObjectValue, name: string, safe: boolean, at: Place): Value {
  const entry = getEntry(value, name);
  if (entry) return entry.value.trail ? partOf(entry.value, value) : { ...entry.value, trail: trailAt(at) };
  const key = (): string => `${valueKey(value)}.${name}`;
  if (value.open) return unknown(`'${name}' may or may not be there`, key, trailAt(at));
  return safe ? nullValue(trailAt(at)) : unknown(`there is no '${name}'`, key, trailAt(at));
}

function arrayItem(
  value: ArrayValue,
  index: number,
  { safe, fromEnd }: { readonly safe: boolean; readonly fromEnd: boolean },
  at: Place,
): Value {
  // Where there may be more items, they may stand anywhere: no position is certain.
  const item = value.open ? undefined : value.items[fromEnd ? value.items.length - index : index];
  if (item) return partOf(item, value);
  if (safe && !value.open) return nullValue(trailAt(at));
  return unknown('there is no such item', () => `${valueKey(value)}[${fromEnd ? '^' : ''}${index}]`, trailAt(at));
}

/** A map looked up with a name that is not known: one of its values, where these are few, else an unknown of their common nature. */
function lookedUp(map: ObjectValue, key: Value, safe: boolean, at: Place): Value {
  const entries = [...map.entries].filter(([name]) => equalIgnoringCase(key, text(name)) !== false);
  const subject = valueKey(key);
  const absent = safe ? [{ value: nullValue(trailAt(at)), guard: guard(subject, '') }] : [];
  const simple = entries.every(
    ([, { value }]) => value.kind === 'text' || value.kind === 'number' || value.kind === 'boolean',
  );
  if (simple && !map.open && entries.length + absent.length > 0 && entries.length <= MOST_CANDIDATES) {
    const found = entries.map(([name, { value }]) => ({ value: partOf(value, map), guard: guard(subject, name) }));
    return oneOf([...found, ...absent]);
  }
  return unknown(reasonOf(key), () => `${valueKey(map)}[${subject}]`, trailAt(at));
}

function runtimeMember(value: RuntimeValue, name: string, at: Place, names: Names): Value {
  const path = value.path === '' ? name : `${value.path}.${name}`;
  const known = names.runtimeMember(value, path);
  if (known) return passedOn(known, at, { kind: 'property', name: path });
  return runtime(value.resource, path, trailAt(at, undefined, value.trail), natureOf(path));
}

/** A resource's own location is a region whatever its value. */
function natureOf(path: string): Nature | undefined {
  return path.toLowerCase() === 'location' ? 'region' : undefined;
}

function keyOf(value: Value | undefined): string {
  return value ? valueKey(value) : 'nothing';
}

/** Why a value is not known, for people. */
export function reasonOf(value: Value): string {
  if (value.kind === 'unknown') return value.reason;
  if (value.kind === 'runtime') return 'only Azure knows it at run time';
  const inner = value.kind === 'text' ? value.segments.find((segment) => segment.kind === 'hole') : undefined;
  return inner?.kind === 'hole' ? reasonOf(inner.value) : 'it cannot be worked out';
}
