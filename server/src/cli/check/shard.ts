import { hashText } from '../../base/hash-text';

/** One of several parts, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export interface Part<T> {
  readonly part: readonly T[];
  /** Stands for all that was divided, so that parts of different wholes are not taken for each other's. */
  readonly files: string;
}

/** How files are divided. */
export interface Division<T> {
  readonly pathOf: (file: T) => string;
  /** Whether a file is one of those to be shared out evenly. The others go with their neighbours, and may be there on one machine alone. */
  readonly counts: (file: T) => boolean;
}

/**
 * The part of some files that a shard has: a run of neighbours in the order of their paths, since a template and its modules, which mostly
 * lie together, are evaluated for each of them. The parts differ by one file at most, and are the same on every machine.
 */
export function divide<T>(files: readonly T[], { index, count }: Shard, { pathOf, counts }: Division<T>): Part<T> {
  const sorted = files
    .map((file) => ({ file, path: pathOf(file), counts: counts(file) }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const counted = sorted.filter((it) => it.counts);
  const part: T[] = [];
  let before = 0;
  for (const it of sorted) {
    const place = Math.min(before, Math.max(counted.length - 1, 0));
    if (Math.floor((place * count) / Math.max(counted.length, 1)) === index - 1) part.push(it.file);
    if (it.counts) before++;
  }
  return { part, files: hashText(counted.map(({ path }) => path).join('\n')) };
}
