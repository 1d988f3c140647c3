import type { HoleSegment, KnownSegment, TextSegment, Value } from '../values/value';
import { hole, unknown, valueKey } from '../values/values';
import { toLowerLetters, toUpperLetters } from './letter-case';

/**
 * Letters `start` up to `end` (offsets from 0 in UTF-16 units, to the end of the text by default), each piece still with the place where
 * it is written. Undefined where a hole comes before the cut, so that nobody knows where the cut would be.
 */
export function cut(
  segments: readonly TextSegment[],
  start: number,
  end = Number.POSITIVE_INFINITY,
): readonly TextSegment[] | undefined {
  const result: TextSegment[] = [];
  let from = 0;
  for (const segment of segments) {
    if (from >= end) break;
    if (segment.kind === 'hole') {
      if (from < start || end !== Number.POSITIVE_INFINITY) return undefined;
      result.push(segment);
      continue;
    }
    const to = from + segment.text.length;
    if (to > start) result.push(...piece(segment, Math.max(start - from, 0), Math.min(end, to) - from));
    from = to;
  }
  return result;
}

/** Several cuts in one walk over known segments; the cuts follow one another without overlap. */
export function cutInOrder(
  segments: readonly KnownSegment[],
  cuts: readonly { readonly start: number; readonly end: number }[],
): readonly (readonly KnownSegment[])[] {
  let index = 0;
  let from = 0;
  return cuts.map(({ start, end }) => {
    const pieces: KnownSegment[] = [];
    for (let segment = segments[index]; segment && from < end; segment = segments[index]) {
      const to = from + segment.text.length;
      pieces.push(...piece(segment, Math.max(start - from, 0), Math.min(end, to) - from));
      if (to > end) break;
      index++;
      from = to;
    }
    return pieces;
  });
}

/** Part of one known segment, `start` up to `end` within it; nothing where that is empty. */
export function piece(segment: KnownSegment, start: number, end: number): readonly KnownSegment[] {
  if (start >= end) return [];
  if (start === 0 && end === segment.text.length) return [segment];
  const offset = segment.offset === undefined ? undefined : segment.offset + start;
  return [{ ...segment, text: segment.text.slice(start, end), offset }];
}

/** What is known up to the first hole. */
export function knownPrefix(segments: readonly TextSegment[]): string {
  let result = '';
  for (const segment of segments) {
    if (segment.kind === 'hole') break;
    result += segment.text;
  }
  return result;
}

/** What is known after the last hole. */
export function knownSuffix(segments: readonly TextSegment[]): string {
  const last = segments.findLastIndex((segment) => segment.kind === 'hole');
  return knownPrefix(segments.slice(last + 1));
}

export function hasHoles(segments: readonly TextSegment[]): boolean {
  return segments.some((segment) => segment.kind === 'hole');
}

/** Known segments that stand side by side. */
export interface Run {
  readonly kind: 'run';
  readonly segments: readonly KnownSegment[];
}

/** The text as holes and what stands between them. */
export function runsOf(segments: readonly TextSegment[]): readonly (Run | HoleSegment)[] {
  const result: (Run | HoleSegment)[] = [];
  let run: KnownSegment[] = [];
  const close = (): void => {
    if (run.length > 0) result.push({ kind: 'run', segments: run });
    run = [];
  };
  for (const segment of segments) {
    if (segment.kind === 'known') {
      run.push(segment);
      continue;
    }
    close();
    result.push(segment);
  }
  close();
  return result;
}

export function lowered(segments: readonly TextSegment[]): readonly TextSegment[] {
  return segments.map((segment) =>
    segment.kind === 'known' ? changed(segment, toLowerLetters) : calledOn('toLower', segment),
  );
}

export function raised(segments: readonly TextSegment[]): readonly TextSegment[] {
  return segments.map((segment) =>
    segment.kind === 'known' ? changed(segment, toUpperLetters) : calledOn('toUpper', segment),
  );
}

/**
 * A hole to which a function was applied: an unknown of its own, named after the call. It stays what it is by nature, as a region in
 * capitals is still a region.
 */
export function calledOn(name: string, { value }: HoleSegment, ...more: readonly Value[]): HoleSegment {
  const keys = [value, ...more].map(valueKey).join(',');
  const reason = value.kind === 'unknown' ? value.reason : 'only Azure knows it at run time';
  return hole(
    unknown(reason, repeated(name, valueKey(value)) ?? `${name.toLowerCase()}(${keys})`, value.trail, value.nature),
  );
}

/** Lower case of what is lower case already is the thing itself. */
function repeated(name: string, key: string): string | undefined {
  if (name !== 'toLower' && name !== 'toUpper') return undefined;
  const inner = /^(?:tolower|toupper)\((.*)\)$/s.exec(key)?.[1];
  return inner === undefined || !isBalanced(inner) ? undefined : `${name.toLowerCase()}(${inner})`;
}

/** Whether the text closes only brackets that it opened itself. */
function isBalanced(key: string): boolean {
  let depth = 0;
  for (const letter of key) {
    if (letter === '(') depth++;
    else if (letter === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

function changed(segment: KnownSegment, change: (text: string) => string): KnownSegment {
  const text = change(segment.text);
  return text === segment.text ? segment : { ...segment, text, offset: undefined };
}
