import type { CommandSpec, OptionSpec } from './options';

/** The help text of a command, from the table that its arguments are parsed by. */
export function helpText({ usage, summary, options, notes }: CommandSpec): string {
  const rows = options.map((option): readonly [string, string] => [optionHead(option), optionHelp(option)]);
  const sections = [`${summary}\n\nUsage: ${usage}`, `Options:\n${alignedRows(rows)}`];
  if (notes !== undefined) sections.push(notes.trimEnd());
  return `${sections.join('\n\n')}\n`;
}

/** Two columns, indented. */
export function alignedRows(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd()).join('\n');
}

function optionHead({ name, short, value }: OptionSpec): string {
  const names = short === undefined ? `    --${name}` : `-${short}, --${name}`;
  return value === undefined ? names : `${names} ${value}`;
}

function optionHelp({ help, choices }: OptionSpec): string {
  return choices === undefined ? help : `${help} One of ${choices.join(', ')}.`;
}
