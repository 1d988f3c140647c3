import { append } from '../../base/append';
import type { TextSegment } from '../values/value';
import { cutInOrder, knownPrefix, runsOf } from './segments';

/** Where one of the wanted texts stands: offsets from 0 into the text that was searched. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** From left to right without overlap; at one place the first in the list of wanted texts wins. Empty ones are nowhere. */
export function matchesIn(text: string, wanted: readonly string[]): readonly Match[] {
  const searches = wanted.filter((part) => part !== '').map((part) => ({ part, at: text.indexOf(part) }));
  const matches: Match[] = [];
  for (;;) {
    let best: Match | undefined;
    for (const { part, at } of searches) {
      if (at >= 0 && (!best || at < best.start)) best = { start: at, end: at + part.length };
    }
    if (!best) return matches;
    matches.push(best);
    for (const search of searches) {
      if (search.at >= 0 && search.at < best.end) search.at = text.indexOf(search.part, best.end);
    }
  }
}

/** What stands between the matches; holes are taken to contain none, which the caller has to make sure of. */
export function partsBetween(segments: readonly TextSegment[], wanted: readonly string[]): readonly TextSegment[][] {
  let part: TextSegment[] = [];
  const parts = [part];
  for (const run of runsOf(segments)) {
    if (run.kind === 'hole') {
      part.push(run);
      continue;
    }
    const text = knownPrefix(run.segments);
    for (const [index, piece] of cutInOrder(run.segments, gaps(matchesIn(text, wanted), text.length)).entries()) {
      if (index > 0) {
        part = [];
        parts.push(part);
      }
      append(part, piece);
    }
  }
  return parts;
}

function gaps(matches: readonly Match[], length: number): readonly Match[] {
  return [...matches, { start: length, end: length }].map(({ start }, index) => ({
    start: matches[index - 1]?.end ?? 0,
    end: start,
  }));
}
