import { rulePage } from '../../base/product';
import type { Palette } from '../../formats/palette';
import { formatRulePage } from '../../formats/rule-page';
import { formatTerminalMarkdown } from '../../formats/terminal-markdown';
import type { Rule } from '../../rules/rule';
import { rules } from '../../rules/index';
import { stdoutPalette } from '../color';
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
  const palette = stdoutPalette('auto', io);
  io.out([...new Set(named)].map((rule) => explanation(rule, palette)).join('\n\n'));
  return 0;
}

function explanation(rule: Rule, palette: Palette): string {
  const page = formatTerminalMarkdown(formatRulePage(rule), palette);
  return `${page}\nOnline: ${rulePage(rule.id, rule.name)}\n`;
}
