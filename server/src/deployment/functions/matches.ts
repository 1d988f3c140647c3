import type { TextSegment } from '../value';
import { cut, knownPrefix, runsOf } from './segments';

/** Where one of the wanted texts stands: offsets from 0 into the text that was searched. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** From left to right without overlap; at one place the first in the list of wanted texts wins. Empty ones are nowhere. */
export function* matchesIn(text: string, wanted: readonly string[]): Iterable<Match> {
  const parts = wanted.filter((part) => part !== '');
  let from = 0;
  for (;;) {
    const next = nextMatch(text, parts, from);
    if (!next) return;
    yield next;
    from = next.end;
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
    let from = 0;
    for (const { start, end } of matchesIn(knownPrefix(run.segments), wanted)) {
      part.push(...(cut(run.segments, from, start) ?? []));
      part = [];
      parts.push(part);
      from = end;
    }
    part.push(...(cut(run.segments, from) ?? []));
  }
  return parts;
}

function nextMatch(text: string, parts: readonly string[], from: number): Match | undefined {
  let best: Match | undefined;
  for (const part of parts) {
    const start = text.indexOf(part, from);
    if (start >= 0 && (!best || start < best.start)) best = { start, end: start + part.length };
  }
  return best;
}
