import type { Entry, KnownSegment, TextSegment, Value } from './value';

// A value that holds another one twice grows twofold with each variable, so that a few lines make more than any memory holds. Such a
// value shares its parts while it is made, but whoever walks through it walks for ever. Therefore each value is bounded as a whole: what
// would make it too large is unknown in its place. Azure takes no template of more than 4 MB, so no real one comes near.

/** The most values that an object or array may be made of, on all levels. */
export const MOST_PARTS = 100_000;

/** The most levels of objects and arrays in one another. */
export const MOST_LEVELS = 100;

/** The most letters of a text: the engine takes no literal of more than half of them. */
export const MOST_LETTERS = 262_144;

/** The most segments of a text that keep their own places; neighbours beyond that become one. */
const MOST_SEGMENTS = 2_000;

/** How large a value is. */
export interface Extent {
  /** How many values it is made of, on all levels, itself included. */
  readonly size: number;
  /** How many levels of objects and arrays it has. */
  readonly levels: number;
}

const SMALL: Extent = { size: 1, levels: 0 };

export function extentOf(value: Value): Extent {
  switch (value.kind) {
    case 'array':
    case 'object':
      return value;
    case 'oneOf':
      return extentOfItems(value.options.map((option) => option.value));
    case 'text':
      return value.segments.length < 2 ? SMALL : { size: value.segments.length, levels: 0 };
    default:
      return SMALL;
  }
}

export function sizeOf(value: Value): number {
  return extentOf(value).size;
}

export function extentOfItems(items: readonly Value[]): Extent {
  let size = 1;
  let levels = 0;
  for (const item of items) {
    const extent = extentOf(item);
    size += extent.size;
    if (extent.levels > levels) levels = extent.levels;
  }
  return { size, levels: levels + 1 };
}

export function extentOfEntries(entries: ReadonlyMap<string, Entry>): Extent {
  let size = 1;
  let levels = 0;
  for (const { value } of entries.values()) {
    const extent = extentOf(value);
    size += extent.size;
    if (extent.levels > levels) levels = extent.levels;
  }
  return { size, levels: levels + 1 };
}

/** Whether a value may be as large as that. */
export function fits({ size, levels }: Extent): boolean {
  return size <= MOST_PARTS && levels <= MOST_LEVELS;
}

/** The parts of a value without those that would make it too large, and how large they are together. */
export interface Bounded<T> extends Extent {
  readonly parts: readonly T[];
  /** Whether parts were left out altogether, since there are too many of them even if nothing were known of any. */
  readonly cut: boolean;
}

/** Bounds the parts of an object or array. `tooLarge` makes the part that stands in for one that does not fit. */
export function bounded<T>(parts: readonly T[], valueOf: (part: T) => Value, tooLarge: (part: T) => T): Bounded<T> {
  const kept = parts.slice(0, MOST_PARTS - 1);
  let size = kept.length + 1;
  let levels = 1;
  const smaller = kept.map((part) => {
    const extent = extentOf(valueOf(part));
    const grown = { size: size + extent.size - 1, levels: extent.levels + 1 };
    if (!fits(grown)) return tooLarge(part);
    size = grown.size;
    levels = Math.max(levels, grown.levels);
    return part;
  });
  return { parts: smaller, cut: kept.length < parts.length, size, levels };
}

/** Values made one by one of something. Where they become too large together, the rest is not made: `cut` says so. */
export function gathered<T>(
  sources: Iterable<T>,
  make: (source: T) => Value,
): { readonly items: readonly Value[]; readonly cut: boolean } {
  const items: Value[] = [];
  let size = 1;
  for (const source of sources) {
    if (size > MOST_PARTS) return { items, cut: true };
    const item = make(source);
    size += fits(extentOf(item)) ? sizeOf(item) : 1;
    items.push(item);
  }
  return { items, cut: false };
}

/** The segments of a text that may be kept as it is, or fewer that say the same; undefined for a text that is too large. */
export function boundedSegments(segments: readonly TextSegment[]): readonly TextSegment[] | undefined {
  let letters = 0;
  for (const segment of segments) letters += segment.kind === 'known' ? segment.text.length : 1;
  if (letters > MOST_LETTERS) return undefined;
  if (segments.length <= MOST_SEGMENTS) return segments;
  const fewer = joinedRuns(segments);
  return fewer.length <= MOST_SEGMENTS ? fewer : undefined;
}

/** Known segments side by side become one, which is then written nowhere in particular. */
export function joinedRuns(segments: readonly TextSegment[]): readonly TextSegment[] {
  const result: TextSegment[] = [];
  let run: KnownSegment[] = [];
  const close = (): void => {
    if (run.length > 0) result.push(joined(run));
    run = [];
  };
  for (const segment of segments) {
    if (segment.kind === 'known') run.push(segment);
    else {
      close();
      result.push(segment);
    }
  }
  close();
  return result;
}

function joined(run: readonly KnownSegment[]): KnownSegment {
  const [only] = run;
  if (only && run.length === 1) return only;
  return { kind: 'known', text: run.map(({ text }) => text).join(''), trail: undefined, offset: undefined };
}
