import type { ArrayValue, ObjectValue, TextSegment, Value } from '../values/value';
import { joinedRuns } from '../values/sizes';
import { isSame, knownText, textOf, valueKey } from '../values/values';
import { knownPrefix, knownSuffix, lowered } from './segments';

/**
 * `equals()` and Bicep's `==`: texts letter by letter, with case; objects without regard to order; values of different kinds are never
 * equal. Undefined where it cannot be known: two values with one key are equal even if nobody knows what they are.
 */
export function equalValues(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'oneOf') return agreed(a.options.map((option) => equalValues(option.value, b)));
  if (b.kind === 'oneOf') return equalValues(b, a);
  if (isUncertain(a) || isUncertain(b)) return isSame(a, b) ? true : undefined;
  if (a.kind === 'text' && b.kind === 'text') return equalTexts(a.segments, b.segments);
  if (a.kind === 'array' && b.kind === 'array') return equalArrays(a, b);
  if (a.kind === 'object' && b.kind === 'object') return equalObjects(a, b);
  return a.kind === b.kind && valueKey(a) === valueKey(b);
}

/** Bicep's `=~`, which compares `toLower()` of both sides. */
export function equalIgnoringCase(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'oneOf') return agreed(a.options.map((option) => equalIgnoringCase(option.value, b)));
  if (b.kind === 'oneOf') return equalIgnoringCase(b, a);
  if (a.kind === 'text' && b.kind === 'text') return equalTexts(lowered(a.segments), lowered(b.segments));
  if (isUncertain(a) || isUncertain(b)) return isSame(a, b) ? true : undefined;
  return undefined;
}

/** Below 0, 0 or above 0 as `a` comes before, with or after `b`; undefined where that is not known or the two have no order. */
export function compareValues(a: Value, b: Value): number | undefined {
  if (a.kind === 'number' && b.kind === 'number') return Math.sign(a.value - b.value);
  const left = knownText(a);
  const right = knownText(b);
  if (left === undefined || right === undefined) return undefined;
  return compareTexts(left, right);
}

/** The order of the engine's `less()`: that of a dictionary, small letters before capitals; undefined outside of plain ASCII. */
export function compareTexts(a: string, b: string): number | undefined {
  if (a === b) return 0;
  if (!PRINTABLE_ASCII.test(a) || !PRINTABLE_ASCII.test(b)) return undefined;
  return new Intl.Collator('en').compare(a, b);
}

/** The order of names in `items()`: by code units of their upper-case letters. */
export function compareNames(a: string, b: string): number {
  const left = a.toUpperCase();
  const right = b.toUpperCase();
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

function isUncertain(value: Value): boolean {
  return value.kind === 'unknown' || value.kind === 'runtime';
}

function agreed(results: readonly (boolean | undefined)[]): boolean | undefined {
  const [first] = results;
  return results.every((result) => result === first) ? first : undefined;
}

function equalTexts(first: readonly TextSegment[], second: readonly TextSegment[]): boolean | undefined {
  const a = joinedRuns(first);
  const b = joinedRuns(second);
  const known = [a, b].map((segments) => knownText(textOf(segments)));
  if (known[0] !== undefined && known[1] !== undefined) return known[0] === known[1];
  if (sameSegments(a, b)) return true;
  if (differ(knownPrefix(a), knownPrefix(b), 'startsWith')) return false;
  if (differ(knownSuffix(a), knownSuffix(b), 'endsWith')) return false;
  if (known[0] !== undefined && !fits(known[0], b)) return false;
  if (known[1] !== undefined && !fits(known[1], a)) return false;
  return undefined;
}

function sameSegments(a: readonly TextSegment[], b: readonly TextSegment[]): boolean {
  return a.length === b.length && a.every((segment, index) => isSameSegment(segment, b[index]));
}

function isSameSegment(a: TextSegment, b: TextSegment | undefined): boolean {
  if (a.kind === 'known') return b?.kind === 'known' && a.text === b.text;
  return b?.kind === 'hole' && isSame(a.value, b.value);
}

function differ(a: string, b: string, end: 'startsWith' | 'endsWith'): boolean {
  return a.length < b.length ? !b[end](a) : !a[end](b);
}

/** Whether a whole text could be what a text with holes becomes: it has the known parts one after the other, and room at both ends. */
function fits(whole: string, segments: readonly TextSegment[]): boolean {
  const known = segments.flatMap((segment) => (segment.kind === 'known' ? [segment.text] : []));
  const least = known.reduce((length, part) => length + part.length, 0);
  if (whole.length < least) return false;
  let from = 0;
  for (const part of known) {
    const at = whole.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

function equalArrays(a: ArrayValue, b: ArrayValue): boolean | undefined {
  if (a.open || b.open) {
    const tooMany = (!a.open && b.items.length > a.items.length) || (!b.open && a.items.length > b.items.length);
    return tooMany ? false : undefined;
  }
  if (a.items.length !== b.items.length) return false;
  return all(a.items.keys(), (index) => equalIfThere(a.items[index], b.items[index]));
}

function equalObjects(a: ObjectValue, b: ObjectValue): boolean | undefined {
  const missing = (one: ObjectValue, other: ObjectValue): boolean =>
    !other.open && [...one.entries.keys()].some((name) => !other.entries.has(name));
  if (missing(a, b) || missing(b, a)) return false;
  const shared = [...a.entries.keys()].filter((name) => b.entries.has(name));
  const result = all(shared, (name) => equalIfThere(a.entries.get(name)?.value, b.entries.get(name)?.value));
  return result === true && (a.open || b.open) ? undefined : result;
}

function equalIfThere(a: Value | undefined, b: Value | undefined): boolean | undefined {
  return a && b ? equalValues(a, b) : false;
}

/** False where one is false, true where all are true. */
function all<T>(parts: Iterable<T>, holds: (part: T) => boolean | undefined): boolean | undefined {
  let certain = true;
  for (const part of parts) {
    const result = holds(part);
    if (result === false) return false;
    certain &&= result === true;
  }
  return certain ? true : undefined;
}
