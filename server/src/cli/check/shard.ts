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

/**
 * The part of some files that a shard has: a run of neighbours in the order of their paths, since a template and its modules, which mostly
 * lie together, are evaluated for each of them. The parts differ by one file at most, and are the same on every machine.
 */
export function divide<T>(files: readonly T[], { index, count }: Shard, pathOf: (file: T) => string): Part<T> {
  const sorted = files
    .map((file) => ({ file, path: pathOf(file) }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const from = Math.floor(((index - 1) * sorted.length) / count);
  const to = Math.floor((index * sorted.length) / count);
  return {
    part: sorted.slice(from, to).map(({ file }) => file),
    files: hashText(sorted.map(({ path }) => path).join('\n')),
  };
}
