import { levelWords } from '../../formats/rule-page';
import { rules } from '../../rules/index';
import { commandSummaries } from '../command-list';
import type { Io } from '../io';
import { answersCommonOption, commonOptions } from '../common-options';
import { parseArguments, type CommandSpec } from '../options';
import { UsageError } from '../usage-error';

const spec: CommandSpec<(typeof commonOptions)[number]['name']> = {
  usage: 'pelint rules',
  summary: commandSummaries.rules,
  options: commonOptions,
};

/** `pelint rules`: returns the exit status. Throws a UsageError. */
export function run(args: readonly string[], io: Io): number {
  const parsed = parseArguments(spec, args);
  if (answersCommonOption(parsed, spec, io)) return 0;
  if (parsed.positionals.length > 0) throw new UsageError('pelint rules lists every rule; see pelint explain for one.');
  io.out(listOfRules());
  return 0;
}

function listOfRules(): string {
  const rows = rules.map((rule) => {
    return { head: `${rule.id}  ${rule.name}`, level: levelWords(rule), summary: rule.summary };
  });
  const heads = Math.max(...rows.map(({ head }) => head.length));
  const levels = Math.max(...rows.map(({ level }) => level.length));
  return rows
    .map(({ head, level, summary }) => `${head.padEnd(heads)}  ${level.padEnd(levels)}  ${summary}\n`)
    .join('');
}
