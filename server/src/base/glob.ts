/** A pattern for paths, such as `modules/**` or `*.test.bicep`. */
export interface Glob {
  /** Whether a path, relative to the folder that the pattern is for and with forward slashes, is meant: itself, or a folder that it lies in. */
  matches(path: string): boolean;
}

/** So many alternatives in braces are more than anybody writes by hand. */
const MOST_ALTERNATIVES = 100;

/**
 * Reads a pattern: `*` and `?` stand for letters of one name, `**` for any number of folders, `{a,b}` for one of several, `[a-z]` for one
 * letter of a set. A pattern without a slash inside is looked for at every depth, one with a slash at its end means folders alone.
 * Returns what is wrong with it, in a sentence, where it is none. Matching takes no more steps than pattern and path have letters, multiplied.
 */
export function parseGlob(pattern: string): Glob | string {
  if (pattern.trim() === '') return 'The pattern is empty.';
  if (pattern.startsWith('!')) return 'A pattern cannot begin with an exclamation mark.';
  if (pattern.includes('\\')) return 'Write forward slashes in a pattern.';
  const alternatives = expandBraces(pattern);
  if (alternatives.length > MOST_ALTERNATIVES) return 'The pattern has too many alternatives in braces.';
  const globs = alternatives.map(parseAlternative);
  if (globs.some(({ segments }) => segments.some(isParent)))
    return 'A pattern cannot lead out of its folder with `..`.';
  return { matches: (path) => globs.some((glob) => matchesPath(glob, path.split('/'))) };
}

interface Alternative {
  readonly segments: readonly Segment[];
  /** Only folders are meant. */
  readonly folder: boolean;
}

type Segment = '**' | readonly Letter[];

/** `*`, or a test of one letter. */
type Letter = '*' | ((letter: string) => boolean);

function parseAlternative(pattern: string): Alternative {
  const names = pattern.split('/').filter((name) => name !== '' && name !== '.');
  const anywhere = !/^\.?\/|\/./.test(pattern);
  const segments = names.map((name): Segment => (name === '**' ? name : parseName(name)));
  return { segments: anywhere ? ['**', ...segments] : segments, folder: pattern.endsWith('/') };
}

function isParent(segment: Segment): boolean {
  return segment !== '**' && segment.length === 2 && segment.every((letter) => letter === isDot);
}

function isDot(letter: string): boolean {
  return letter === '.';
}

function parseName(name: string): readonly Letter[] {
  const letters: Letter[] = [];
  for (let index = 0; index < name.length; index++) {
    const character = name.charAt(index);
    const close = character === '[' ? name.indexOf(']', index + 2) : -1;
    if (character === '*') letters.push('*');
    else if (character === '?') letters.push(() => true);
    else if (character === '.') letters.push(isDot);
    else if (close < 0) letters.push((letter) => letter === character);
    else {
      letters.push(letterSet(name.slice(index + 1, close)));
      index = close;
    }
  }
  return letters;
}

/** The inside of brackets: letters and ranges, after `!` or `^` those that are not meant. */
function letterSet(inside: string): (letter: string) => boolean {
  const negated = /^[!^]/.test(inside);
  const ranges = Array.from((negated ? inside.slice(1) : inside).matchAll(/(.)-(.)|(.)/gs), (match) => {
    const [, from, to, only = ''] = match;
    return { from: from ?? only, to: to ?? only };
  });
  return (letter) => ranges.some(({ from, to }) => from <= letter && letter <= to) !== negated;
}

/** Follows all ways through the pattern at once: `places` are the segments that may come next. */
function matchesPath({ segments, folder }: Alternative, path: readonly string[]): boolean {
  let places = passingFolders(new Set([0]), segments);
  for (const [index, name] of path.entries()) {
    const next = new Set<number>();
    for (const place of places) {
      const segment = segments[place];
      if (segment === '**') next.add(place);
      else if (segment !== undefined && matchesName(segment, name)) next.add(place + 1);
    }
    places = passingFolders(next, segments);
    const isFile = index === path.length - 1;
    if (places.has(segments.length) && !(isFile && folder)) return true;
  }
  return false;
}

/** `**` may stand for nothing. A set takes what is added to it while it is gone through. */
function passingFolders(places: Set<number>, segments: readonly Segment[]): ReadonlySet<number> {
  for (const place of places) if (segments[place] === '**') places.add(place + 1);
  return places;
}

/** Only the last `*` is ever tried anew: what an earlier one took can stay as it is. */
function matchesName(letters: readonly Letter[], name: string): boolean {
  let place = 0;
  let star = -1;
  let taken = 0;
  for (let index = 0; index < name.length;) {
    const letter = letters[place];
    if (letter === '*') {
      star = place++;
      taken = index;
    } else if (letter?.(name.charAt(index))) {
      place++;
      index++;
    } else if (star >= 0) {
      place = star + 1;
      index = ++taken;
    } else return false;
  }
  while (letters[place] === '*') place++;
  return place === letters.length;
}

/** The patterns that a pattern with `{a,b}` stands for. Past the limit it stops, with too many. */
function expandBraces(pattern: string): readonly string[] {
  const done: string[] = [];
  const pending = [pattern];
  for (let next = pending.pop(); next !== undefined && done.length <= MOST_ALTERNATIVES; next = pending.pop()) {
    // The innermost braces: nothing in them opens others.
    const [whole, inside] = /\{([^{}]*)\}/.exec(next) ?? [];
    if (whole === undefined || inside === undefined) done.push(next);
    else for (const part of inside.split(',').reverse()) pending.push(next.replace(whole, () => part));
  }
  return done;
}
