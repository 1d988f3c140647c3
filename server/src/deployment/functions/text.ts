import { append } from '../../base/append';
import type { HoleSegment, RuntimeValue, TextSegment, Value } from '../values/value';
import { array, hole, knownText, runtime, segmentsOf, toSegments } from '../values/values';
import { allKnownTexts, asArray, integer, isUncertain, ofOne, ofValues, segmentsOfText } from './arguments';
import type { CallContext, FunctionFamily } from './function';
import { partsBetween } from './matches';
import { madeText } from './results';
import { calledOn, cut, hasHoles, knownPrefix, lowered, raised, runsOf } from './segments';

/** Functions that make a text of texts. */
export const textFunctions: FunctionFamily = {
  tolower: ofOne((value, context) => mapped(value, lowered, context)),
  toupper: ofOne((value, context) => mapped(value, raised, context)),
  trim: ofOne(trim),
  padleft: ofValues(padLeft),
  join: ofValues(join),
  replace: ofValues(replace),
  split: ofValues(split),
};

type Change = (segments: readonly TextSegment[]) => readonly TextSegment[];

function mapped(value: Value, change: Change, context: CallContext): Value | undefined {
  if (value.kind === 'text') return madeText(change(segmentsOf(value)), context);
  if (!isUncertain(value)) return undefined;
  const [only] = change([hole(value)]);
  return only?.kind === 'hole' ? { ...only.value, trail: context.trail } : undefined;
}

function trim(value: Value, context: CallContext): Value | undefined {
  const segments = segmentsOfText(value);
  if (!segments) return undefined;
  if (hasHoles(segments)) return areTrimmed(segments) ? madeText(segments, context) : undefined;
  const whole = knownPrefix(segments);
  let start = 0;
  let end = whole.length;
  while (start < end && isSpace(whole.charAt(start))) start++;
  while (start < end && isSpace(whole.charAt(end - 1))) end--;
  return madeText(cut(segments, start, end) ?? segments, context);
}

/** White space as .NET sees it: with the next-line sign, without the byte order mark. */
function isSpace(letter: string): boolean {
  return /^[\s\u0085]$/.test(letter) && letter !== '\ufeff';
}

/** Whether a text with holes has certainly no space at either end. */
function areTrimmed(segments: readonly TextSegment[]): boolean {
  const [first, last] = [segments[0], segments.at(-1)];
  return !!first && !!last && isTight(first, 0) && isTight(last, -1);
}

function isTight(segment: TextSegment, end: 0 | -1): boolean {
  if (segment.kind === 'known') return segment.text !== '' && !isSpace(segment.text.at(end) ?? ' ');
  const { nature } = segment.value;
  return nature === 'region' || nature === 'geoCode' || nature === 'name';
}

function padLeft([value, width, padding]: readonly Value[], context: CallContext): Value | undefined {
  const length = integer(width);
  const letter = padding ? knownText(padding) : ' ';
  if (!value || length === undefined || letter?.length !== 1) return undefined;
  const segments = value.kind === 'text' || value.kind === 'number' ? toSegments(value) : undefined;
  if (!segments || hasHoles(segments)) return undefined;
  const missing = length - knownPrefix(segments).length;
  if (missing <= 0) return madeText(segments, context);
  context.step(Math.ceil(missing / 64));
  const pad = { kind: 'known', text: letter.repeat(missing), trail: context.trail, offset: undefined } as const;
  return madeText([pad, ...segments], context);
}

function join([items, separator]: readonly Value[], context: CallContext): Value | undefined {
  const list = asArray(items);
  const between = segmentsOfText(separator);
  if (!list || list.open || !between) return undefined;
  const result: TextSegment[] = [];
  for (const [index, item] of list.items.entries()) {
    const segments = item.kind === 'null' ? undefined : toSegments(item);
    if (!segments) return undefined;
    context.step();
    if (index > 0) append(result, between);
    append(result, segments);
  }
  return madeText(result, context);
}

function replace([value, old, replacement]: readonly Value[], context: CallContext): Value | undefined {
  const wanted = knownText(old);
  if (!value || !wanted || !old || !replacement) return undefined;
  if (isUncertain(value)) return { ...replacedIn(hole(value), old, replacement).value, trail: context.trail };
  const segments = segmentsOfText(value);
  const fresh = isUncertain(replacement) ? [hole(replacement)] : segmentsOfText(replacement);
  if (!segments || !fresh || mayStraddleHole(segments, wanted)) return undefined;
  const result: TextSegment[] = [];
  for (const [index, part] of partsBetween(segments, [wanted]).entries()) {
    context.step(1 + fresh.length);
    if (index > 0) append(result, fresh);
    append(
      result,
      part.map((it) => (it.kind === 'hole' ? replacedIn(it, old, replacement) : it)),
    );
  }
  return madeText(result, context);
}

/** A hole after a replacement; it stays what it is by nature where that cannot contain what was replaced. */
function replacedIn(segment: HoleSegment, old: Value, replacement: Value): HoleSegment {
  if (cannotContain(segment, knownText(old) ?? '')) return segment;
  const { value, kind } = calledOn('replace', segment, old, replacement);
  const stays = value.nature === 'secret' || (value.nature === 'region' && knownText(old) === ' ');
  return { kind, value: stays ? value : { ...value, nature: undefined } };
}

/** For a longer text than this, nobody looks whether it could lie partly in a hole: it could. */
const LONGEST_STRADDLER = 200;

/** Whether a match could lie partly in a hole and partly in the known text beside it. */
function mayStraddleHole(segments: readonly TextSegment[], wanted: string): boolean {
  const runs = runsOf(segments);
  if (wanted.length > LONGEST_STRADDLER) return hasHoles(segments);
  return runs.some((run, index) => {
    if (run.kind === 'hole') return false;
    const known = knownPrefix(run.segments);
    for (let length = 1; length < wanted.length; length++) {
      if (index + 1 < runs.length && known.endsWith(wanted.slice(0, length))) return true;
      if (index > 0 && known.startsWith(wanted.slice(-length))) return true;
    }
    return false;
  });
}

function split([value, delimiter]: readonly Value[], context: CallContext): Value | undefined {
  const segments = segmentsOfText(value);
  const list = delimiter?.kind === 'array' && !delimiter.open ? delimiter.items : delimiter ? [delimiter] : [];
  const delimiters = allKnownTexts(list);
  if (value?.kind === 'runtime' && delimiters) return splitPartId(value, delimiters, context);
  if (!segments || !delimiters) return undefined;
  const open = (segment: TextSegment): boolean =>
    segment.kind === 'hole' && delimiters.some((wanted) => !cannotContain(segment, wanted));
  if (segments.some(open)) return undefined;
  const parts = partsBetween(segments, delimiters);
  return array(
    parts.map((part) => madeText(part, context)),
    false,
    context.trail,
  );
}

/** `split(network.properties.subnets[0].id, '/subnets/')`: the ID of a part of a resource is the resource's own, the list's name and the part's. */
function splitPartId(
  { resource, path, trail }: RuntimeValue,
  [delimiter, ...others]: readonly string[],
  context: CallContext,
): Value | undefined {
  const [, whole, list] = /^(properties\.(\w+)\.\d+)\.id$/i.exec(path) ?? [];
  if (list === undefined || others.length > 0 || delimiter !== `/${list}/`) return undefined;
  return array([resource, runtime(resource, `${whole}.name`, trail, 'name')], false, context.trail);
}

/**
 * Names of Azure's resources and regions have no slash, colon or comma; so nothing that begins with such a letter and ends with one can be
 * hidden there. That a name might be `subnets` and complete a `/subnets/` together with the slashes around it, no template reckons with.
 */
function cannotContain({ value }: HoleSegment, wanted: string): boolean {
  if (value.nature !== 'region' && value.nature !== 'geoCode' && value.nature !== 'name') return false;
  return /^[/:;,|](.*[/:;,|])?$/.test(wanted);
}
