import { hashText } from '../base/hash-text';
import { LazyText } from '../base/lazy-text';
import type { Place } from '../base/place';
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

export function textOf(segments: readonly TextSegment[], trail?: Trail): TextValue {
  return { kind: 'text', segments, trail };
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

export function array(items: readonly Value[], open = false, trail?: Trail): ArrayValue {
  return { kind: 'array', items, open, trail };
}

export function object(entries: ReadonlyMap<string, Entry>, open = false, trail?: Trail): ObjectValue {
  return { kind: 'object', entries, open, trail };
}

/** An object of values that a function made, without places for its names. */
export function objectOf(values: Iterable<readonly [string, Value]>, trail?: Trail): ObjectValue {
  const entries = new Map<string, Entry>();
  for (const [name, value] of values) entries.set(name, { value, key: undefined });
  return object(entries, false, trail);
}

/** A value that is not known. Its key is made when it is needed: see `valueKey`. */
export function unknown(reason: string, key: string | (() => string), trail?: Trail, nature?: Nature): UnknownValue {
  const lazy = new LazyText(() => compact(typeof key === 'string' ? key : key()));
  return { kind: 'unknown', reason, key: lazy, nature, trail };
}

export function runtime(resource: TextValue, path: string, trail?: Trail, nature?: Nature): RuntimeValue {
  return { kind: 'runtime', resource, path, nature, trail };
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
      return compact(`[${value.items.map(valueKey).join(',')}${value.open ? ',…' : ''}]`);
    case 'object': {
      const parts = [...value.entries].map(([name, entry]) => `${JSON.stringify(name)}:${valueKey(entry.value)}`);
      return compact(`{${parts.join(',')}${value.open ? ',…' : ''}}`);
    }
    case 'oneOf':
      return compact(`(${value.options.map((it) => `${guardKey(it.guard)}?${valueKey(it.value)}`).join('|')})`);
    case 'runtime':
      return `reference(${textKey(value.resource)}).${value.path}`;
    case 'unknown':
      return value.key.text;
  }
}

export function guardKey(guard: Guard): string {
  return [...guard].map(([subject, outcome]) => `${subject}=${outcome}`).join('&');
}

/** Keys contain the keys of what they are made of; a long one is replaced by its hash, so that keys stay short however deep they nest. */
function compact(key: string): string {
  return key.length <= 160 ? key : `#${hashText(key)}`;
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

/** The segments of a text with the text's own way added to each, ready to become part of another text. */
export function segmentsOf(value: TextValue): readonly TextSegment[] {
  if (!value.trail?.from) return value.segments;
  return value.segments.map((segment) =>
    segment.kind === 'known'
      ? { ...segment, trail: carried(segment.trail, value.trail) }
      : { kind: 'hole', value: { ...segment.value, trail: carried(segment.value.trail, value.trail) } },
  );
}

export function hole(value: UnknownValue | RuntimeValue): HoleSegment {
  return { kind: 'hole', value };
}

/** What a value looks like inside a text (`concat`, `format`, interpolation), or undefined where it has several forms. */
export function toSegments(value: Value): readonly TextSegment[] | undefined {
  switch (value.kind) {
    case 'text':
      return segmentsOf(value);
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
