import { editDistance } from './edit-distance';

/**
 * The candidate that a mistyped word most likely means, compared without case: one that continues the word, or else one
 * within a third of its letters. Undefined if none comes near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const distance = wanted.length > 2 && known.startsWith(wanted) ? 0.5 : editDistance(wanted, known);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
