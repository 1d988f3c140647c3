import { nearest } from '../base/nearest';
import type { Severity } from '../lint/finding';
import type { KnownRule } from './engine';
import { UsageError } from './usage-error';

export type Level = Severity | 'off';

/** Each a list of texts as given on the command line; a text may hold several, separated by commas. */
export interface RuleChoice {
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  /** `RULE=LEVEL` */
  readonly severity: readonly string[];
}

const levels: readonly Level[] = ['error', 'warning', 'info', 'off'];

/**
 * The levels that differ from the rules' own, by ID. What is not selected is off, and so is what is ignored, even when it
 * is selected too. Throws a UsageError for a rule or level that does not exist.
 */
export function chosenLevels(choice: RuleChoice, rules: readonly KnownRule[]): ReadonlyMap<string, Level> {
  const chosen = new Map<string, Level>();
  for (const assignment of splitList(choice.severity)) {
    const [text = '', level = ''] = assignment.split('=').map((part) => part.trim());
    for (const id of matchingIds(text, rules, '--severity')) chosen.set(id, checkedLevel(level, assignment));
  }
  const selected = new Set(splitList(choice.select).flatMap((text) => matchingIds(text, rules, '--select')));
  if (choice.select.length > 0) {
    for (const { id } of rules) if (!selected.has(id)) chosen.set(id, 'off');
  }
  for (const text of splitList(choice.ignore)) {
    for (const id of matchingIds(text, rules, '--ignore')) chosen.set(id, 'off');
  }
  return chosen;
}

/** The rules that an ID, a name or the start of an ID such as `PE2` means. Throws a UsageError if there is none. */
export function matchingIds(text: string, rules: readonly KnownRule[], option: string): string[] {
  const wanted = text.toLowerCase();
  const exact = rules.filter(({ id, name }) => id.toLowerCase() === wanted || name === wanted);
  const matching = exact.length > 0 ? exact : rules.filter(({ id }) => isPrefix(wanted, id));
  if (matching.length > 0) return matching.map(({ id }) => id);
  const meant = nearest(
    text,
    rules.flatMap(({ id, name }) => [id, name]),
  );
  const hint =
    meant === undefined ? `The rules are ${rules.map(({ id }) => id).join(', ')}.` : `Did you mean ${meant}?`;
  throw new UsageError(`${option}: there is no rule '${text}'. ${hint}`);
}

function isPrefix(text: string, id: string): boolean {
  return /^pe\d*$/.test(text) && id.toLowerCase().startsWith(text);
}

function splitList(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function checkedLevel(text: string, assignment: string): Level {
  const level = levels.find((candidate) => candidate === text.toLowerCase());
  if (level !== undefined) return level;
  throw new UsageError(`--severity ${assignment}: write RULE=LEVEL, with one of the levels ${levels.join(', ')}.`);
}
