import { LazyText } from '../../base/lazy-text';
import type { Place } from '../../base/place';
import { quickHash } from '../../base/quick-hash';
import { bounded, boundedSegments, extentOfEntries, extentOfItems, fits, sizeOf } from './sizes';
import type { Extent } from './sizes';
import type {
  ArrayValue,
  BooleanValue,
  Entry,
  Guard,
  HoleSegment,
  KnownSegment,
  Nature,
  NullValue,
  NumberValue,
  ObjectValue,
  RuntimeValue,
  TextSegment,
  TextValue,
  Trail,
  UnknownValue,
  Value,
  Via,
} from './value';

/** Text that is known and written nowhere: made by a function. */
export function text(value: string, trail?: Trail): TextValue {
  const segments: KnownSegment[] =
    value === '' ? [] : [{ kind: 'known', text: value, trail: undefined, offset: undefined }];
  return { kind: 'text', segments, trail };
}

/** A text of segments. Where these are too many letters or holes, nothing is known of it. */
export function textOf(segments: readonly TextSegment[], trail?: Trail): TextValue {
  const kept = boundedSegments(segments);
  if (kept) return { kind: 'text', segments: kept, trail };
  const tooLong = unknown('the text is too long', `long@${trail?.uri ?? ''}:${trail?.start ?? ''}${MORE}`, trail);
  return { kind: 'text', segments: [hole(tooLong)], trail };
}

export function number(value: number, trail?: Trail): NumberValue {
  return { kind: 'number', value, trail };
}

export function boolean(value: boolean, trail?: Trail): BooleanValue {
  return { kind: 'boolean', value, trail };
}

export function nullValue(trail?: Trail): NullValue {
  return { kind: 'null', trail };
}

/** An array of items. An item that makes it too large is unknown. */
export function array(items: readonly Value[], open = false, trail?: Trail, each?: Value): ArrayValue {
  const extent = extentOfItems(each ? [...items, each] : items);
  if (fits(extent)) return arrayOf(items, open, extent, trail, each);
  const { parts, cut, ...smaller } = bounded(items, (item) => item, tooLarge);
  return arrayOf(parts, open || cut, smaller, trail);
}

/** An object of entries. An entry that makes it too large is unknown. */
export function object(entries: ReadonlyMap<string, Entry>, open = false, trail?: Trail): ObjectValue {
  const extent = extentOfEntries(entries);
  if (fits(extent)) return objectWith(entries, open, extent, trail);
  const { parts, cut, ...smaller } = bounded(
    [...entries],
    ([, { value }]) => value,
    ([name, { key, value }]): [string, Entry] => [name, { key, value: tooLarge(value) }],
  );
  return objectWith(new Map(parts), open || cut, smaller, trail);
}

/** An object whose entries are worked out when they are read, so that it can be no part of another value. Equal keys mean equal objects. */
export function deferredObject(
  entries: ReadonlyMap<string, Entry>,
  open: boolean,
  key: string,
  trail: Trail,
): ObjectValue {
  return {
    kind: 'object',
    entries,
    open,
    size: Number.POSITIVE_INFINITY,
    levels: 1,
    key: new LazyText(() => key),
    trail,
  };
}

/** An array of such objects. */
export function deferredArray(items: readonly Value[], open: boolean, trail: Trail): ArrayValue {
  return arrayOf(items, open, { size: Number.POSITIVE_INFINITY, levels: 1 }, trail);
}

/** An array with other items, which are no larger. */
export function withItems(whole: ArrayValue, change: (item: Value) => Value): ArrayValue {
  return arrayOf(whole.items.map(change), whole.open, whole, whole.trail, whole.each && change(whole.each));
}

/** An object with the same names and other values, which are no larger. Where they are deferred, they stay so. */
export function withValues(whole: ObjectValue, change: (value: Value) => Value): ObjectValue {
  const isDeferred = whole.size === Number.POSITIVE_INFINITY;
  const entries = [...whole.entries].map(([name, entry]): [string, Entry] => {
    if (isDeferred) return [name, deferredEntry(() => change(entry.value))];
    return [name, { key: entry.key, value: change(entry.value) }];
  });
  return objectWith(new Map(entries), whole.open, whole, whole.trail);
}

/** An entry that is worked out when it is read, and once. */
export function deferredEntry(compute: () => Value): Entry {
  let known: Value | undefined;
  return {
    key: undefined,
    get value(): Value {
      known ??= compute();
      return known;
    },
  };
}

function arrayOf(
  items: readonly Value[],
  open: boolean,
  { size, levels }: Extent,
  trail: Trail | undefined,
  each?: Value,
): ArrayValue {
  const key = new LazyText(() => {
    const parts = items.map(valueKey);
    if (open) parts.push(each ? `${valueKey(each)}${MORE}` : MORE);
    return compact(`[${parts.join(',')}]`);
  });
  return { kind: 'array', items, open, each, size, levels, key, trail };
}

function objectWith(
  entries: ReadonlyMap<string, Entry>,
  open: boolean,
  { size, levels }: Extent,
  trail: Trail | undefined,
): ObjectValue {
  const key = new LazyText(() => {
    const parts = [...entries].map(([name, entry]) => `${JSON.stringify(name)}:${valueKey(entry.value)}`);
    return compact(`{${parts.join(',')}${open ? `,${MORE}` : ''}}`);
  });
  return { kind: 'object', entries, open, size, levels, key, trail };
}

function tooLarge(part: Value): Value {
  const reason = sizeOf(part) === Number.POSITIVE_INFINITY ? 'a module as a whole is no value' : 'it is too large';
  return unknown(reason, `large(${valueKey(part)})`, part.trail);
}

/** An object of values that a function made, without places for its names. */
export function objectOf(values: Iterable<readonly [string, Value]>, trail?: Trail): ObjectValue {
  const entries = new Map<string, Entry>();
  for (const [name, value] of values) entries.set(name, { value, key: undefined });
  return object(entries, false, trail);
}

/** A value that is not known: see `UnknownValue` for what its key means. */
export function unknown(reason: string, key: string | (() => string), trail?: Trail, nature?: Nature): UnknownValue {
  // The key is made at once: were it made when it is asked for, keys that hold keys would need a stack as deep as they go back.
  return { kind: 'unknown', reason, key: compact(typeof key === 'string' ? key : key()), nature, trail };
}

/** What would take more work than the whole evaluation may take. */
export function tooMuch(what: string): UnknownValue {
  return unknown('it takes too much work to be worked out', `work(${what})`);
}

export function runtime(resource: TextValue, path: string, trail?: Trail, nature?: Nature): RuntimeValue {
  return { kind: 'runtime', resource, path, key: compact(`reference(${textKey(resource)}).${path}`), nature, trail };
}

/** The text of a value that is known text through and through, else undefined. */
export function knownText(value: Value | undefined): string | undefined {
  if (value?.kind !== 'text') return undefined;
  let result = '';
  for (const segment of value.segments) {
    if (segment.kind === 'hole') return undefined;
    result += segment.text;
  }
  return result;
}

/** Text of which every part is known to be written in one place, from `place` on, letter by letter where `offset` is given. */
export function writtenText(value: string, trail: Trail, offset: number | undefined): TextValue {
  const segments: KnownSegment[] = value === '' ? [] : [{ kind: 'known', text: value, trail, offset }];
  return { kind: 'text', segments, trail };
}

/** The entry of an object by its name, compared without case as Azure does; an exact match wins. */
export function getEntry(value: ObjectValue, name: string): Entry | undefined {
  const exact = value.entries.get(name);
  if (exact) return exact;
  const wanted = name.toLowerCase();
  for (const [key, entry] of value.entries) if (key.toLowerCase() === wanted) return entry;
  return undefined;
}

/**
 * A text that is equal for equal values, known or not: two unknowns with one key are the same value. Rules and matching compare IDs
 * with it; it is not meant for people.
 */
export function valueKey(value: Value): string {
  switch (value.kind) {
    case 'text':
      return JSON.stringify(textKey(value));
    case 'number':
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
    case 'array':
    case 'object':
      return value.key.text;
    case 'oneOf':
      return compact(`(${value.options.map((it) => `${guardKey(it.guard)}?${valueKey(it.value)}`).join('|')})`);
    case 'runtime':
    case 'unknown':
      return value.key;
  }
}

export function guardKey(guard: Guard): string {
  return [...guard].map(([subject, outcome]) => `${subject}=${outcome}`).join('&');
}

/** Keys contain the keys of what they are made of; a long one is replaced by its hash, so that keys stay short however deep they nest. */
function compact(key: string): string {
  if (key.length <= 160) return key;
  return `#${quickHash(key)}${key.includes(MORE) ? MORE : ''}`;
}

/** In the key of a value of which there may be more than is known: two such values are not the same for having one key. */
const MORE = '…';

/** Whether two values are certainly the same, known or not. */
export function isSame(a: Value, b: Value): boolean {
  const key = valueKey(a);
  return key === valueKey(b) && !key.includes(MORE);
}

/** A text's own key: known parts as they are, holes as `{key}`. */
export function textKey(value: TextValue): string {
  return value.segments.map((part) => (part.kind === 'known' ? part.text : `{${valueKey(part.value)}}`)).join('');
}

/** The value with one more place on its way: `at` passed it on. */
export function passedOn<T extends Value>(value: T, at: Place, via: Via): T {
  const { trail } = value;
  return trail && trail.length >= LONGEST_WAY ? value : { ...value, trail: trailAt(at, via, trail) };
}

/** The value as a part of a text, put there by the expression at `at`. */
export function intoText<T extends Value>(value: T, at: Place): T {
  return passedOn(value, at, { kind: 'text', name: '' });
}

/** A way is not followed further than this: a reader would not either, and a text that grows in a loop must not grow its way as well. */
const LONGEST_WAY = 24;

export function trailAt({ uri, start, end }: Place, via?: Via, from?: Trail): Trail {
  const length = (from?.length ?? 0) + 1;
  // Each combination is spelled out, as no value is made as often as a trail: spreading optional parts takes several times as long.
  if (via) return from ? { uri, start, end, via, from, length } : { uri, start, end, via, length };
  return from ? { uri, start, end, from, length } : { uri, start, end, length };
}

/**
 * The trail of a part that was taken out of a whole: first the part's own way, then the places that the whole passed after the one
 * where it was written.
 */
export function carried(part: Trail | undefined, whole: Trail | undefined): Trail | undefined {
  if (!whole?.from || (part?.length ?? 0) + whole.length > LONGEST_WAY) return part;
  return trailAt(whole, whole.via, carried(part, whole.from));
}

/** A part of an object or array, with the way of the whole added to its own. */
export function partOf<T extends Value>(part: T, whole: Value): T {
  if (!whole.trail?.from) return part;
  return { ...part, trail: carried(part.trail, whole.trail) };
}

/** The segments of a text with the text's own way added to each. */
export function segmentsOf({ segments, trail }: TextValue): readonly TextSegment[] {
  return trail?.from ? segments.map((segment) => withTrail(segment, (own) => carried(own, trail))) : segments;
}

/** The same for a text that becomes part of another: its parts do not forget which expression has put them together. */
function partsOf({ segments, trail }: TextValue): readonly TextSegment[] {
  const whole = segments.length > 1 ? originOf(trail) : undefined;
  if (!whole) return segmentsOf({ kind: 'text', segments, trail });
  return segments.map((segment) =>
    withTrail(segment, (own) => carried(own && own.length < LONGEST_WAY ? trailAt(whole, WHOLE, own) : own, trail)),
  );
}

const WHOLE: Via = { kind: 'whole', name: '' };

/** A part of a text with another way. */
export function withTrail(segment: TextSegment, change: (trail: Trail | undefined) => Trail | undefined): TextSegment {
  return segment.kind === 'known'
    ? { ...segment, trail: change(segment.trail) }
    : { kind: 'hole', value: { ...segment.value, trail: change(segment.value.trail) } };
}

export function hole(value: UnknownValue | RuntimeValue): HoleSegment {
  return { kind: 'hole', value };
}

/** What a value looks like inside a text (`concat`, `format`, interpolation), or undefined where it has several forms. */
export function toSegments(value: Value): readonly TextSegment[] | undefined {
  switch (value.kind) {
    case 'text':
      return partsOf(value);
    case 'number':
      return knownSegments(String(value.value), value.trail);
    case 'boolean':
      return knownSegments(value.value ? 'True' : 'False', value.trail);
    case 'null':
      return [];
    case 'unknown':
    case 'runtime':
      return [hole(value)];
    case 'object':
    case 'array':
    case 'oneOf':
      return undefined;
  }
}

function knownSegments(content: string, trail: Trail | undefined): readonly TextSegment[] {
  return [{ kind: 'known', text: content, trail, offset: undefined }];
}

/** The place where a value is first written. */
export function originOf(trail: Trail | undefined): Trail | undefined {
  let origin = trail;
  while (origin?.from) origin = origin.from;
  return origin;
}
