import { commandSummaries } from '../command-list';
import { answersCommonOption, commonOptions } from '../common-options';
import type { Io } from '../io';
import { parseArguments, type CommandSpec, type OptionSpec } from '../options';
import { UsageError } from '../usage-error';

/** The ways to talk to the server. Its library reads them from the process's arguments itself. */
const transports = [
  { name: 'stdio', help: 'Talk over standard input and output, as most editors do.' },
  { name: 'socket', value: 'PORT', help: 'Connect to a port of this machine.' },
  { name: 'pipe', value: 'NAME', help: 'Connect to a named pipe or a socket file.' },
] as const satisfies readonly OptionSpec[];

const options = [
  ...transports,
  { name: 'clientProcessId', value: 'ID', help: 'End when that process is gone.' },
  ...commonOptions,
] as const satisfies readonly OptionSpec[];

const spec: CommandSpec<(typeof options)[number]['name']> = {
  usage: 'pelint lsp --stdio',
  summary: commandSummaries.lsp,
  options,
  notes: 'docs/editors.md shows how editors are told of it.',
};

const lastPort = 65_535;

function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= lastPort;
}

/** `pelint lsp`: serves one editor; the process ends with the connection. Throws a UsageError. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(spec, args);
  if (answersCommonOption(parsed, spec, io)) return 0;
  const [surplus] = parsed.positionals;
  if (surplus !== undefined) throw new UsageError(`pelint lsp takes no '${surplus}': the editor says what to check.`);
  const chosen = transports.filter(({ name }) => parsed.has(name));
  if (chosen.length !== 1)
    throw new UsageError('Say how the editor talks to the server, in one way: pelint lsp --stdio.');
  const port = parsed.value('socket');
  if (port !== undefined && !isPort(port))
    throw new UsageError(`--socket needs the number of a port, from 1 to ${lastPort}, not '${port}'.`);
  await import('../../lsp/node');
  // The status that stands before the connection has ended counts for nothing: the server sets its own.
  return 0;
}
