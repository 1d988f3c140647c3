import type { ArrayValue, TextValue, Value } from '../values/value';
import { joinedRuns } from '../values/sizes';
import { boolean, getEntry, knownText, number } from '../values/values';
import { ofKnownTexts, ofValues } from './arguments';
import { equalValues } from './comparison';
import type { CallContext, FunctionFamily } from './function';
import { toLowerLetters } from './letter-case';
import { knownPrefix, knownSuffix } from './segments';
import { matchesPattern } from './wildcards';

/**
 * Functions that look for something. The engine is not of one mind about case: `contains` minds it in a text and not in the names of an
 * object; `startsWith`, `endsWith`, `indexOf`, `lastIndexOf` and `like` do not mind it in texts.
 */
export const searchFunctions: FunctionFamily = {
  startswith: ofValues(([value, part], context) =>
    decided(value, part, context, (segments, wanted) => beginsWith(knownPrefix(segments), wanted, 'startsWith')),
  ),
  endswith: ofValues(([value, part], context) =>
    decided(value, part, context, (segments, wanted) => beginsWith(knownSuffix(segments), wanted, 'endsWith')),
  ),
  contains: ofValues(contains),
  indexof: ofValues(indexOf),
  lastindexof: ofValues(lastIndexOf),
  like: ofKnownTexts(like),
};

/** Letters whose comparison without case is the same for the engine and for us: no combining, invisible or special ones. */
const PLAIN = /^[\x20-\x7e\u00c0-\u00d6\u00d8-\u00de\u00e0-\u00f6\u00f8-\u00fe]*$/;

type Decide = (segments: TextValue['segments'], wanted: string) => boolean | undefined;

function decided(
  value: Value | undefined,
  part: Value | undefined,
  context: CallContext,
  decide: Decide,
): Value | undefined {
  const wanted = knownText(part);
  if (value?.kind !== 'text' || wanted === undefined) return undefined;
  const whole = knownText(value);
  if (whole === undefined) {
    const result = decide(value.segments, wanted);
    return result === undefined ? undefined : boolean(result, context.trail);
  }
  if (!PLAIN.test(whole) || !PLAIN.test(wanted)) return undefined;
  // What is not there in the whole known text is not there: only holes make "perhaps".
  return boolean(decide(value.segments, wanted) ?? false, context.trail);
}

/** By the known end of a text; undefined where what is wanted may go on into the hole. */
function beginsWith(known: string, wanted: string, end: 'startsWith' | 'endsWith'): boolean | undefined {
  if (!PLAIN.test(known) || !PLAIN.test(wanted)) return undefined;
  const [a, b] = [toLowerLetters(known), toLowerLetters(wanted)];
  if (a.length >= b.length) return a[end](b);
  return b[end](a) ? undefined : false;
}

function contains([value, part]: readonly Value[], context: CallContext): Value | undefined {
  if (!value || !part) return undefined;
  const result = found(value, part);
  return result === undefined ? undefined : boolean(result, context.trail);
}

function found(value: Value, part: Value): boolean | undefined {
  if (value.kind === 'array') return containsItem(value, part);
  const wanted = knownText(part);
  if (wanted === undefined) return undefined;
  if (value.kind === 'object') return getEntry(value, wanted) ? true : value.open ? undefined : false;
  if (value.kind !== 'text') return undefined;
  const runs = joinedRuns(value.segments);
  if (wanted === '' || runs.some((run) => run.kind === 'known' && run.text.includes(wanted))) return true;
  return runs.some((run) => run.kind === 'hole') ? undefined : false;
}

function containsItem(list: ArrayValue, part: Value): boolean | undefined {
  let certain = !list.open;
  for (const item of list.items) {
    const same = equalValues(item, part);
    if (same === true) return true;
    certain &&= same === false;
  }
  return certain ? false : undefined;
}

function indexOf([value, part]: readonly Value[], context: CallContext): Value | undefined {
  if (value?.kind === 'array') return itemIndex(value, part, context, 1);
  const wanted = knownText(part);
  if (value?.kind !== 'text' || wanted === undefined) return undefined;
  const known = knownPrefix(value.segments);
  if (!PLAIN.test(known) || !PLAIN.test(wanted)) return undefined;
  const index = toLowerLetters(known).indexOf(toLowerLetters(wanted));
  return index < 0 && knownText(value) === undefined ? undefined : number(index, context.trail);
}

function like([value, pattern, ...more]: readonly string[], { trail }: CallContext): Value | undefined {
  if (value === undefined || pattern === undefined || more.length > 0) return undefined;
  if (!PLAIN.test(value) || !PLAIN.test(pattern)) return undefined;
  return boolean(matchesPattern(toLowerLetters(value), toLowerLetters(pattern)), trail);
}

/** Of nothing, the last index is that of the last letter: the engine counts like that. */
function lastIndexOf([value, part]: readonly Value[], context: CallContext): Value | undefined {
  if (value?.kind === 'array') return itemIndex(value, part, context, -1);
  const known = knownText(value);
  const wanted = knownText(part);
  if (known === undefined || wanted === undefined || !PLAIN.test(known) || !PLAIN.test(wanted)) return undefined;
  const index =
    wanted === '' ? Math.max(known.length - 1, 0) : toLowerLetters(known).lastIndexOf(toLowerLetters(wanted));
  return number(index, context.trail);
}

function itemIndex(list: ArrayValue, part: Value | undefined, context: CallContext, by: 1 | -1): Value | undefined {
  if (!part || list.open) return undefined;
  const { length } = list.items;
  for (let index = by === 1 ? 0 : length - 1; index >= 0 && index < length; index += by) {
    const item = list.items[index];
    const same = item && equalValues(item, part);
    if (same === undefined) return undefined;
    if (same) return number(index, context.trail);
  }
  return number(-1, context.trail);
}
