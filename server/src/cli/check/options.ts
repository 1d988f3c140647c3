import { findingFormatNames, type FindingFormatName } from '../../formats/findings/formats';
import { colorModes, isColorMode, type ColorMode } from '../color';
import { commandSummaries } from '../command-list';
import { alignedRows } from '../help';
import { answersCommonOption, commonOptions } from '../common-options';
import type { Io } from '../io';
import { parseArguments, type CommandSpec, type OptionSpec, type OptionValues } from '../options';
import { pairOutputs, type Output } from '../outputs';
import { readConfiguration, type ConfigurationOption } from '../configuration';
import { readFolder } from '../read-folder';
import type { RuleOptions } from '../rule-levels';
import type { Shard } from './shard';
import { UsageError } from '../usage-error';

const clouds = ['public', 'usgov', 'china', 'germany'] as const;
type CloudName = (typeof clouds)[number];

const options = [
  { name: 'format', value: 'FORMAT', choices: findingFormatNames, help: 'How findings are printed; may be repeated.' },
  { name: 'output', value: 'FILE', help: 'Where the --format before it goes instead of standard output.' },
  { name: 'select', value: 'RULES', help: 'Check these rules only: IDs, names, or starts of IDs such as PE2.' },
  { name: 'ignore', value: 'RULES', help: 'Do not check these rules.' },
  { name: 'severity', value: 'RULE=LEVEL', help: 'Give a rule another level: error, warning, info or off.' },
  { name: 'max-warnings', value: 'N', help: 'Fail if there are more warnings than this.' },
  { name: 'quiet', help: 'Print errors only; the exit status stays the same.' },
  { name: 'exit-zero', help: 'Exit with 0 even if there are findings.' },
  { name: 'fix', help: 'Make the fixes that cannot change what is reachable, and report what remains.' },
  { name: 'unsafe-fixes', help: 'With --fix or --diff: make the other fixes too.' },
  { name: 'diff', help: 'Print what --fix would change instead of findings; exit with 1 if anything.' },
  { name: 'strict', help: 'Fail if any file could not be read.' },
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
  { name: 'color', value: 'WHEN', choices: colorModes, help: 'Colour the findings.' },
  ...commonOptions,
] as const satisfies readonly OptionSpec[];

type CheckOptionName = (typeof options)[number]['name'];

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

export interface CheckCommandOptions {
  readonly paths: readonly string[];
  readonly outputs: readonly Output<FindingFormatName>[];
  readonly rules: RuleOptions;
  readonly maxWarnings: number;
  readonly quiet: boolean;
  readonly exitZero: boolean;
  readonly fix: boolean;
  readonly unsafeFixes: boolean;
  readonly diff: boolean;
  readonly strict: boolean;
  /** As given. */
  readonly params: readonly string[];
  readonly cloud: CloudName | undefined;
  readonly location: string | undefined;
  /** A folder's absolute path. */
  readonly moduleCache: string | undefined;
  readonly stdinFilename: string | undefined;
  /** An absolute path, or which files are looked for. */
  readonly configuration: ConfigurationOption;
  /** The file whose configuration is asked for, as given. */
  readonly printConfig: string | undefined;
  readonly honourIgnoreFiles: boolean;
  /** As given. */
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  readonly changed: boolean;
  /** As given; undefined for the last commit. */
  readonly since: string | undefined;
  readonly shard: Shard | undefined;
  readonly watch: boolean;
  readonly showSuppressed: boolean;
  readonly cache: boolean;
  readonly stats: boolean;
  readonly color: ColorMode;
}

/** Reads the arguments of `pelint check`; throws a UsageError. Undefined when they only asked for the help or the version. */
export function readCheckOptions(args: readonly string[], io: Io): CheckCommandOptions | undefined {
  const parsed = parseArguments(checkSpec, args);
  if (answersCommonOption(parsed, checkSpec, io)) return undefined;
  const color = parsed.value('color') ?? 'auto';
  return {
    paths: readPaths(parsed.positionals, parsed.has('stdin-filename')),
    outputs: pairOutputs(parsed.given, findingFormatNames, 'stylish'),
    rules: {
      select: parsed.values('select'),
      ignore: parsed.values('ignore'),
      severity: parsed.values('severity'),
    },
    maxWarnings: readMaxWarnings(parsed.value('max-warnings')),
    quiet: parsed.has('quiet'),
    exitZero: parsed.has('exit-zero'),
    fix: parsed.has('fix'),
    unsafeFixes: parsed.has('unsafe-fixes'),
    diff: parsed.has('diff'),
    strict: parsed.has('strict'),
    params: parsed.values('params'),
    cloud: clouds.find((cloud) => cloud === parsed.value('cloud')),
    location: parsed.value('location'),
    moduleCache: readFolder('module-cache', parsed.value('module-cache'), io.cwd),
    stdinFilename: parsed.value('stdin-filename'),
    configuration: readConfiguration(parsed.value('config'), parsed.has('no-config'), io.cwd),
    printConfig: parsed.value('print-config'),
    honourIgnoreFiles: !parsed.has('no-ignore'),
    ...readBaselineOptions(parsed),
    ...readChangedOptions(parsed),
    shard: readShard(parsed),
    watch: readWatch(parsed),
    showSuppressed: parsed.has('show-suppressed'),
    cache: parsed.has('cache'),
    stats: parsed.has('stats'),
    color: isColorMode(color) ? color : 'auto',
  };
}

function readPaths(positionals: readonly string[], standardInput: boolean): readonly string[] {
  const paths = positionals.filter((it) => !(standardInput && it === '-'));
  if (paths.some((it) => it === '')) throw new UsageError('A path is empty. Write . for the current folder.');
  if (paths.includes('-')) throw new UsageError('Reading standard input needs --stdin-filename PATH.');
  if (standardInput && paths.length > 0) {
    throw new UsageError(`--stdin-filename checks standard input alone; leave out ${paths.join(' ')}.`);
  }
  return paths.length > 0 ? paths : ['.'];
}

function readBaselineOptions({
  value,
  has,
}: OptionValues<CheckOptionName>): Pick<CheckCommandOptions, 'baseline' | 'updateBaseline'> {
  const baseline = value('baseline');
  const updateBaseline = has('update-baseline');
  if (updateBaseline) {
    if (baseline === undefined) throw new UsageError('--update-baseline needs --baseline FILE.');
    const other = (['stdin-filename', 'diff'] as const).find(has);
    if (other !== undefined) throw new UsageError(`--update-baseline and --${other} exclude each other.`);
  }
  return { baseline, updateBaseline };
}

function readChangedOptions({
  value,
  has,
}: OptionValues<CheckOptionName>): Pick<CheckCommandOptions, 'changed' | 'since'> {
  const changed = has('changed');
  const since = value('since');
  if (since !== undefined && !changed) throw new UsageError('--since needs --changed.');
  if (since === '' || since?.startsWith('-')) {
    throw new UsageError(`--since needs a branch or another name of a commit, not '${since}'.`);
  }
  const other = changed ? (['stdin-filename', 'params'] as const).find(has) : undefined;
  if (other !== undefined)
    throw new UsageError(`--changed and --${other} exclude each other: what is named is checked.`);
  return { changed, since };
}

function readWatch({ has }: OptionValues<CheckOptionName>): boolean {
  if (has('watch') && has('stdin-filename')) {
    throw new UsageError('--watch and --stdin-filename exclude each other: standard input comes once.');
  }
  return has('watch');
}

function readShard({ value, has }: OptionValues<CheckOptionName>): Shard | undefined {
  const text = value('shard');
  if (text === undefined) return undefined;
  const [, index = 0, count = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).map(Number);
  if (index < 1 || index > count) {
    throw new UsageError(`--shard needs the number of the part and how many there are, as in 1/4, not '${text}'.`);
  }
  const other = (['stdin-filename', 'params', 'update-baseline'] as const).find(has);
  if (other !== undefined) throw new UsageError(`--shard and --${other} exclude each other.`);
  return { index, count };
}

/** The value of `--max-warnings`. Throws a UsageError. */
export function readMaxWarnings(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-warnings needs a whole number from 0, not '${text}'.`);
  return Number(text);
}
