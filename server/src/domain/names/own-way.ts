import type { Place } from '../../base/place';
import type { TextSegment, TextValue, Trail } from '../../deployment/values/value';
import { carried, trailAt, withTrail } from '../../deployment/values/values';

/**
 * A part of a longer text, such as the name in an ID, with the way of its own that it had before it became a part: it begins where the
 * part is put together, and not where the longer text is. What its pieces have gone through together since then is no longer theirs.
 */
export function withOwnWay(part: TextValue): TextValue {
  const ways = part.segments.flatMap((segment) => trailOf(segment) ?? []);
  const together = togetherIn(ways);
  const steps = shared(ways[0], together);
  const whole = steps.at(-1)?.via?.kind === 'whole' ? steps.pop() : undefined;
  const start = whole ?? hullOf(part.segments.flatMap((segment) => startOf(segment, together) ?? []));
  if (!start) return part;
  const own = steps.reduceRight((from, step) => trailAt(step, step.via, from), trailAt(start));
  return {
    ...part,
    segments: part.segments.map((segment) => withTrail(segment, (way) => stepBefore(way, together))),
    trail: carried(own, part.trail),
  };
}

/** How many of the last steps all ways have in common; each keeps one of its own. */
function togetherIn(ways: readonly Trail[]): number {
  const most = Math.min(...ways.map(({ length }) => length)) - 1;
  let steps: readonly Trail[] = ways;
  for (let count = 0; count < most; count++) {
    const [first] = steps;
    if (!first || steps.some((step) => !isSameStep(step, first))) return count;
    steps = steps.flatMap((step) => step.from ?? []);
  }
  return Math.max(most, 0);
}

function isSameStep(a: Trail, b: Trail): boolean {
  return a.uri === b.uri && a.start === b.start && a.end === b.end && a.via?.kind === b.via?.kind;
}

/** The last steps of a way, the very last one first. */
function shared(way: Trail | undefined, count: number): Trail[] {
  const steps: Trail[] = [];
  for (let step = way; step && steps.length < count; step = step.from) steps.push(step);
  return steps;
}

/** Where a piece stands in the expression that puts the part together. */
function startOf(segment: TextSegment, together: number): Place | undefined {
  const step = stepBefore(trailOf(segment), together);
  if (!step || segment.kind === 'hole' || step.from || segment.offset === undefined) return step;
  return { uri: step.uri, start: segment.offset, end: segment.offset + segment.text.length };
}

/** The stretch of a file from the first of some places to the last; undefined where they are not all in one. */
function hullOf(places: readonly Place[]): Place | undefined {
  const [first] = places;
  if (!first || places.some(({ uri }) => uri !== first.uri)) return undefined;
  const start = Math.min(...places.map((place) => place.start));
  return { uri: first.uri, start, end: Math.max(...places.map((place) => place.end)) };
}

function stepBefore(way: Trail | undefined, count: number): Trail | undefined {
  let step = way;
  for (let passed = 0; passed < count && step; passed++) step = step.from;
  return step;
}

function trailOf(segment: TextSegment): Trail | undefined {
  return segment.kind === 'known' ? segment.trail : segment.value.trail;
}
