import { nearest } from '../base/nearest';
import type { Severity } from '../lint/finding';
import type { RuleChoice } from '../lint/levels';
import type { KnownRule } from './engine';
import { UsageError } from './usage-error';

export type Level = Severity | 'off';

/** Each a list of texts as given on the command line; a text may hold several, separated by commas. */
export interface RuleOptions {
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  /** `RULE=LEVEL` */
  readonly severity: readonly string[];
}

const levels: readonly Level[] = ['error', 'warning', 'info', 'off'];

/**
 * What the options make of the rules, whatever the configuration says. What is not selected is off, and so is what is ignored, even when it
 * is selected too; a rule that is off is on when it is selected by itself, not with others of its kind. Throws a UsageError for a rule or
 * level that does not exist.
 */
export function chosenLevels(options: RuleOptions, rules: readonly KnownRule[]): RuleChoice {
  const chosen = new Map<string, Level>();
  const selection = splitList(options.select).map((text) => matchingRules(text, rules, '--select'));
  for (const assignment of splitList(options.severity)) {
    const [text = '', level = ''] = assignment.split('=').map((part) => part.trim());
    for (const { id } of matchingRules(text, rules, '--severity').matching) {
      chosen.set(id, checkedLevel(level, assignment));
    }
  }
  const selected = new Set(selection.flatMap(({ matching }) => matching));
  const ignored = new Set(splitList(options.ignore).flatMap((text) => matchingRules(text, rules, '--ignore').matching));
  for (const rule of rules) {
    if (ignored.has(rule) || (options.select.length > 0 && !selected.has(rule))) chosen.set(rule.id, 'off');
  }
  const named = selection.filter(({ exact }) => exact).flatMap(({ matching }) => matching.map(({ id }) => id));
  return { levels: chosen, selected: new Set(named) };
}

export interface Match<Rule> {
  readonly matching: readonly Rule[];
  /** Whether the rule was named, and not a kind of rules. */
  readonly exact: boolean;
}

/**
 * The rules that an ID, a name or the start of an ID such as `PE2` means. Throws a UsageError, which names where the text
 * was given, if there is none.
 */
export function matchingRules<Rule extends KnownRule>(
  text: string,
  rules: readonly Rule[],
  where: string,
): Match<Rule> {
  const wanted = text.toLowerCase();
  const named = rules.filter(({ id, name }) => id.toLowerCase() === wanted || name === wanted);
  if (named.length > 0) return { matching: named, exact: true };
  const matching = rules.filter(({ id }) => isPrefix(wanted, id));
  if (matching.length > 0) return { matching, exact: false };
  const meant = nearest(
    text,
    rules.flatMap(({ id, name }) => [id, name]),
  );
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new UsageError(`${where}: there is no rule '${text}'.${hint}`);
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
