import { findingFormatNames, type FindingFormatName } from '../../formats/findings/formats';
import { readColorMode, type ColorMode } from '../color';
import { answersCommonOption } from '../common-options';
import { readConfiguration, type ConfigurationOption } from '../configuration';
import type { Io } from '../io';
import { parseArguments, type OptionValues } from '../options';
import { pairOutputs, type Output } from '../outputs';
import { readFolder } from '../read-folder';
import type { RuleOptions } from '../rule-levels';
import { UsageError } from '../usage-error';
import type { Shard } from './shard';
import { checkSpec, clouds, type CheckOptionName, type CloudName } from './spec';

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
    color: readColorMode(parsed.value('color')),
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
