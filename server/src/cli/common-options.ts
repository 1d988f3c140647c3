import { tool } from '../base/product';
import { helpText } from './help';
import type { Io } from './io';
import type { CommandSpec, OptionSpec, ParsedArguments } from './options';

/** The options that every command has. */
export const commonOptions = [
  { name: 'help', short: 'h', help: 'Print this help and exit.' },
  { name: 'version', help: 'Print the version and exit.' },
] as const satisfies readonly OptionSpec[];

type CommonName = (typeof commonOptions)[number]['name'];

/** Prints the help or the version where that is asked for, and tells whether it was. */
export function answersCommonOption<Name extends string>(
  { has }: ParsedArguments<Name | CommonName>,
  spec: CommandSpec<Name | CommonName>,
  io: Io,
): boolean {
  if (has('help')) io.out(helpText(spec));
  else if (has('version')) io.out(`${tool}\n`);
  else return false;
  return true;
}
