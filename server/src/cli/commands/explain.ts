import { rulePage } from '../../base/product';
import type { Rule } from '../../rules/rule';
import { rules } from '../../rules/index';
import { commandSummaries } from '../command-list';
import type { Io } from '../io';
import { answersCommonOption, commonOptions } from '../common-options';
import { parseArguments, type CommandSpec } from '../options';
import { matchingRules } from '../rule-levels';
import { UsageError } from '../usage-error';

const spec: CommandSpec<(typeof commonOptions)[number]['name']> = {
  usage: 'pelint explain RULE ...',
  summary: commandSummaries.explain,
  options: commonOptions,
  notes: 'A rule is named by its ID or its name; the start of an ID, such as PE2, means every rule of its kind.',
};

/** `pelint explain`: returns the exit status. Throws a UsageError. */
export function run(args: readonly string[], io: Io): number {
  const parsed = parseArguments(spec, args);
  if (answersCommonOption(parsed, spec, io)) return 0;
  if (parsed.positionals.length === 0) throw new UsageError('Name a rule, such as pelint explain PE103.');
  const named = parsed.positionals.flatMap((text) => matchingRules(text, rules, 'explain').matching);
  io.out([...new Set(named)].map(explanation).join('\n'));
  return 0;
}

function explanation({ id, name, severity, offByDefault, summary, docs }: Rule): string {
  const sections = [
    `${id} ${name} (${severity}${offByDefault ? ', off by default' : ''})`,
    summary,
    `Why it matters: ${docs.why}`,
    `How to fix it: ${docs.howToFix}`,
    ...docs.sources.map(({ title, url, edition }) => `Source: ${title} (${edition})\n  ${url}`),
    `More: ${rulePage(id, name)}`,
  ];
  return `${sections.join('\n\n')}\n`;
}
