import { parseArgs } from 'node:util';
import { nearest } from '../base/nearest';
import { UsageError } from './usage-error';

/** One option of a command, as it is parsed and as the help describes it. */
export interface OptionSpec<Name extends string = string> {
  /** Without the dashes. */
  readonly name: Name;
  readonly short?: string;
  /** What its value stands for in the help; absent for a flag. */
  readonly value?: string;
  /** The values that it may have. */
  readonly choices?: readonly string[];
  readonly help: string;
}

export interface CommandSpec<Name extends string = string> {
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly OptionSpec<Name>[];
  /** What stands below the options in the help. */
  readonly notes?: string;
}

export interface ParsedArguments<Name extends string> {
  readonly positionals: readonly string[];
  readonly has: (name: Name) => boolean;
  /** The last value given, since a later option corrects an earlier one. */
  readonly value: (name: Name) => string | undefined;
  /** Every value, in order. */
  readonly values: (name: Name) => readonly string[];
  /** Every option with its value, in order; a flag's value is undefined. */
  readonly given: readonly GivenOption<Name>[];
}

export interface GivenOption<Name extends string> {
  readonly name: Name;
  readonly value: string | undefined;
}

/** What arguments say of some options of a command, which may have others too. */
export type OptionValues<Name extends string> = Omit<ParsedArguments<Name>, 'given'>;

/** Reads a command's arguments. Throws a UsageError that names the nearest right option. */
export function parseArguments<Name extends string>(
  spec: CommandSpec<Name>,
  args: readonly string[],
): ParsedArguments<Name> {
  const byName = new Map<string, OptionSpec<Name>>(spec.options.map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(spec.options.map(parserOption)),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const positionals: string[] = [];
  const given: GivenOption<Name>[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = byName.get(token.name);
    if (option === undefined) throw unknownOption(token.rawName, byName.keys());
    given.push({ name: option.name, value: checkedValue(option, token) });
  }
  const values = (name: Name): string[] =>
    given.flatMap((option) => (option.name === name && option.value !== undefined ? [option.value] : []));
  return {
    positionals,
    given,
    values,
    value: (name) => values(name).at(-1),
    has: (name) => given.some((option) => option.name === name),
  };
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function parserOption(option: OptionSpec): [string, { type: 'string' | 'boolean'; short?: string }] {
  const type = option.value === undefined ? 'boolean' : 'string';
  return [option.name, option.short === undefined ? { type } : { type, short: option.short }];
}

function checkedValue(option: OptionSpec, { rawName, value, inlineValue }: OptionToken): string | undefined {
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value, but got '${value}'.`);
    return undefined;
  }
  // `--output --quiet` is a forgotten value, `--output=--quiet` a strange one.
  const forgotten = value === undefined || (!inlineValue && value.length > 1 && value.startsWith('-'));
  if (forgotten) throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}.`);
  if (option.choices !== undefined && !option.choices.includes(value)) {
    const meant = nearest(value, option.choices);
    throw new UsageError(
      `${rawName} cannot be '${value}'. ${meant === undefined ? '' : `Did you mean '${meant}'? `}` +
        `It can be ${option.choices.join(', ')}.`,
    );
  }
  return value;
}

function unknownOption(rawName: string, names: Iterable<string>): UsageError {
  const meant = rawName.startsWith('--') ? nearest(rawName.slice(2), names) : undefined;
  return new UsageError(
    `There is no option ${rawName}. ${meant === undefined ? 'See --help.' : `Did you mean --${meant}?`}`,
  );
}
