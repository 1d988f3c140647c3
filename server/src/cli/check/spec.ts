import { commandSummaries } from '../command-list';
import { commonOptions } from '../common-options';
import { alignedRows } from '../help';
import type { CommandSpec, OptionSpec } from '../options';
import { judgingOptions, printingOptions } from '../report-options';

export const clouds = ['public', 'usgov', 'china', 'germany'] as const;
export type CloudName = (typeof clouds)[number];

const options = [
  ...printingOptions,
  { name: 'select', value: 'RULES', help: 'Check these rules only: IDs, names, or starts of IDs such as PE2.' },
  { name: 'ignore', value: 'RULES', help: 'Do not check these rules.' },
  { name: 'severity', value: 'RULE=LEVEL', help: 'Give a rule another level: error, warning, info or off.' },
  ...judgingOptions,
  { name: 'fix', help: 'Make the fixes that cannot change what is reachable, and report what remains.' },
  { name: 'unsafe-fixes', help: 'With --fix or --diff: make the other fixes too.' },
  { name: 'diff', help: 'Print what --fix would change instead of findings; exit with 1 if anything.' },
  {
    name: 'params',
    value: 'FILE',
    help: 'A parameter file to use instead of those beside its template; may be repeated.',
  },
  { name: 'cloud', value: 'CLOUD', choices: clouds, help: 'The cloud that is deployed to.' },
  { name: 'location', value: 'REGION', help: 'The region of what is deployed where no template tells it.' },
  {
    name: 'module-cache',
    value: 'DIR',
    help: 'Where modules from registries are, in place of the cache that Bicep uses.',
  },
  { name: 'stdin-filename', value: 'PATH', help: 'Read the text from standard input as if it stood in this file.' },
  { name: 'config', value: 'FILE', help: 'The configuration file to use instead of those beside the templates.' },
  {
    name: 'print-config',
    value: 'FILE',
    help: 'Print the levels and settings that hold for a file, and what says so.',
  },
  { name: 'no-config', help: 'Do not look for configuration files.' },
  { name: 'no-ignore', help: 'Check files too that .gitignore or the configuration leaves out.' },
  { name: 'baseline', value: 'FILE', help: 'Findings that this file has do not count; see --update-baseline.' },
  { name: 'update-baseline', help: 'Put all findings into the --baseline, and take those out that are gone.' },
  { name: 'changed', help: 'Report only what is about files that Git says are changed: staged, not staged or new.' },
  { name: 'since', value: 'REF', help: 'With --changed: also those that are changed since the work left this branch.' },
  { name: 'shard', value: 'I/N', help: 'Report the I-th of N parts; pelint merge puts the reports together.' },
  { name: 'watch', help: 'Check again whenever a file changes, until Ctrl-C.' },
  { name: 'cache', help: 'Keep what was found in .pelintcache, and check again only what has changed.' },
  { name: 'stats', help: 'Tell on standard error what was looked at, together with what, and how long it took.' },
  { name: 'show-suppressed', help: 'List findings too that are suppressed in their file.' },
  ...commonOptions,
] as const satisfies readonly OptionSpec[];

export type CheckOptionName = (typeof options)[number]['name'];

export const checkSpec: CommandSpec<CheckOptionName> = {
  usage: 'pelint [check] [PATH|GLOB ...] [options]',
  summary: commandSummaries.check,
  options,
  notes: `Without a path the current folder is checked: .bicep, .bicepparam, and .json or .jsonc that are ARM templates.

Exit status:
${alignedRows([
  ['0', 'nothing at level error, and warnings within --max-warnings'],
  ['1', 'findings'],
  ['2', 'wrong use, a path that cannot be read, a mistake in the configuration, or a crash'],
])}

Commands (see pelint COMMAND --help):
${alignedRows(Object.entries(commandSummaries))}`,
};
