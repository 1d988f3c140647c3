import type { Value } from '../values/value';
import { array, boolean, knownText, nullValue, number, partOf } from '../values/values';
import { asArray, integer, ofOne, ofValues, segmentsOfText } from './arguments';
import type { CallContext, FunctionFamily } from './function';
import { madeText } from './results';
import { cut, hasHoles, knownPrefix, piece } from './segments';

/** Functions that count or cut texts and arrays. Letters are UTF-16 units. */
export const sequenceFunctions: FunctionFamily = {
  length: ofOne(length),
  empty: ofOne(empty),
  first: ofOne(first),
  last: ofOne(last),
  take: ofValues(([value, count], context) => taken(value, count, context)),
  skip: ofValues(([value, count], context) => skipped(value, count, context)),
  substring: ofValues(substring),
  range: ofValues(range),
  indexfromend: ofValues(([value, index]) => fromEnd(value, index)),
  tryindexfromend: ofValues(([value, index], context) => fromEnd(value, index, nullValue(context.trail))),
};

/** The engine makes no longer ranges than this, nor any beyond a 32-bit number. */
const LONGEST_RANGE = 10_000;
const LARGEST_IN_RANGE = 2 ** 31 - 1;

function length(value: Value, { trail }: CallContext): Value | undefined {
  if (value.kind === 'array') return value.open ? undefined : number(value.items.length, trail);
  if (value.kind === 'object') return value.open ? undefined : number(value.entries.size, trail);
  const known = knownText(value);
  return known === undefined ? undefined : number(known.length, trail);
}

function empty(value: Value, { trail }: CallContext): Value | undefined {
  switch (value.kind) {
    case 'null':
      return boolean(true, trail);
    case 'array':
      return value.items.length > 0 ? boolean(false, trail) : value.open ? undefined : boolean(true, trail);
    case 'object':
      return value.entries.size > 0 ? boolean(false, trail) : value.open ? undefined : boolean(true, trail);
    case 'text':
      if (value.segments.some((segment) => segment.kind === 'known' && segment.text !== ''))
        return boolean(false, trail);
      return hasHoles(value.segments) ? undefined : boolean(true, trail);
    default:
      return undefined;
  }
}

function first(value: Value, context: CallContext): Value | undefined {
  if (value.kind === 'array') return value.open ? undefined : item(value.items[0], value, context);
  const segments = segmentsOfText(value);
  const letter = segments && cut(segments, 0, 1);
  return letter && madeText(letter, context);
}

function last(value: Value, context: CallContext): Value | undefined {
  if (value.kind === 'array') return value.open ? undefined : item(value.items.at(-1), value, context);
  const segments = segmentsOfText(value);
  if (!segments) return undefined;
  const end = segments.at(-1);
  if (end?.kind === 'hole') return undefined;
  return madeText(end ? piece(end, end.text.length - 1, end.text.length) : [], context);
}

/** The first or last of nothing is null. */
function item(found: Value | undefined, whole: Value, { trail }: CallContext): Value {
  return found ? partOf(found, whole) : nullValue(trail);
}

function taken(value: Value | undefined, count: Value | undefined, context: CallContext): Value | undefined {
  const end = integer(count);
  return end === undefined ? undefined : between(value, 0, Math.max(end, 0), context);
}

function skipped(value: Value | undefined, count: Value | undefined, context: CallContext): Value | undefined {
  const start = integer(count);
  return start === undefined ? undefined : between(value, Math.max(start, 0), undefined, context);
}

function between(
  value: Value | undefined,
  start: number,
  end: number | undefined,
  context: CallContext,
): Value | undefined {
  const list = asArray(value);
  if (list) {
    if (list.open) return undefined;
    const items = list.items.slice(start, end).map((part) => partOf(part, list));
    context.step(items.length);
    return array(items, false, context.trail);
  }
  const segments = segmentsOfText(value);
  const part = segments && cut(segments, start, end);
  return part && madeText(part, context);
}

/** Beyond the end of the text there is nothing to cut: the engine refuses. */
function substring([value, from, count]: readonly Value[], context: CallContext): Value | undefined {
  const segments = segmentsOfText(value);
  const start = integer(from);
  if (!segments || start === undefined || start < 0) return undefined;
  const letters = count ? integer(count) : undefined;
  if (count && (letters === undefined || letters < 0)) return undefined;
  const end = letters === undefined ? undefined : start + letters;
  const known = knownPrefix(segments).length;
  if ((end ?? start) > known) return undefined;
  const part = cut(segments, start, end);
  return part && madeText(part, context);
}

function range([from, count]: readonly Value[], context: CallContext): Value | undefined {
  const start = integer(from);
  const size = integer(count);
  if (start === undefined || size === undefined || size < 0 || size > LONGEST_RANGE) return undefined;
  if (start + size - 1 > LARGEST_IN_RANGE) return undefined;
  context.step(size);
  const items = Array.from({ length: size }, (_, index) => number(start + index, context.trail));
  return array(items, false, context.trail);
}

/** Counted from 1 at the last item. */
function fromEnd(value: Value | undefined, index: Value | undefined, otherwise?: Value): Value | undefined {
  if (value?.kind === 'null') return otherwise;
  const list = asArray(value);
  const back = integer(index);
  if (!list || list.open || back === undefined || back < 1) return undefined;
  const found = list.items.at(-back);
  return found && back <= list.items.length ? partOf(found, list) : otherwise;
}
