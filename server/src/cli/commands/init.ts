import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { counted } from '../../base/counted';
import { formatNewConfiguration } from '../../formats/new-configuration';
import { createDiskHost } from '../../host/check-host';
import { moduleLocations } from '../../host/module-locations';
import { relativePath, uriOfPath } from '../../host/paths';
import { systemMessage } from '../../host/system-error';
import { walkTemplates } from '../../host/walk';
import { check, createSession, type CheckResult } from '../../lint/check';
import { configurationNames } from '../../lint/config/description';
import { proposeSettings, type Proposed } from '../../lint/propose-settings';
import { commandSummaries } from '../command-list';
import { answersCommonOption, commonOptions } from '../common-options';
import type { Io } from '../io';
import { parseArguments, type CommandSpec, type OptionSpec } from '../options';
import { UsageError } from '../usage-error';

const options = [
  { name: 'yes', help: 'Write the file instead of only showing it.' },
  ...commonOptions,
] as const satisfies readonly OptionSpec[];

const spec: CommandSpec<(typeof options)[number]['name']> = {
  usage: 'pelint init [--yes]',
  summary: commandSummaries.init,
  options,
  notes: 'The file is for the current folder. One that is there is never overwritten.',
};

const fileName = 'pelint.config.json';

/** `pelint init`: returns the exit status. Throws a UsageError where there is a configuration already. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(spec, args);
  if (answersCommonOption(parsed, spec, io)) return 0;
  if (parsed.positionals.length > 0) throw new UsageError('pelint init looks at the current folder and takes no path.');
  const there = configurationNames.find((name) => existsSync(path.join(io.cwd, name)));
  if (there !== undefined) throw new UsageError(`There is a ${there} already, which stays as it is.`);
  const result = await checkFolder(io.cwd);
  const { dns, cloud } = proposeSettings(result);
  const text = formatNewConfiguration({ dns: dns?.value, cloud: cloud?.value });
  const isWritten = parsed.has('yes');
  const lines = [
    `${counted(result.checked.length, 'file')} looked at.`,
    reason('dns', dns, 'no template tells what answers private names', io),
    reason('cloud', cloud, 'no template tells another cloud than the public one', io),
    levelsLine(result),
    isWritten ? '' : `${fileName} would be this; pelint init --yes writes it.`,
  ];
  for (const line of lines) if (line !== '') io.err(`pelint: ${line}\n`);
  io.out(text);
  return isWritten ? write(text, io) : 0;
}

async function checkFolder(folder: string): Promise<CheckResult> {
  const { files } = await walkTemplates(folder, { honourIgnoreFiles: true });
  const uris = files.map(uriOfPath);
  const modules = moduleLocations();
  return check(
    {
      project: uris,
      report: uris,
      inFull: true,
      options: { levels: new Map(), cloud: undefined, location: undefined, modules, syntaxErrors: () => true },
    },
    createDiskHost(),
    createSession(),
  );
}

function reason(key: string, proposed: Proposed<string> | undefined, otherwise: string, io: Io): string {
  if (proposed === undefined) return `${key} is left open: ${otherwise}.`;
  return `${key} is ${proposed.value}: ${relativePath(io.cwd, proposed.file)} ${proposed.because}.`;
}

/** Levels are a choice that no template tells: what is old is better kept in a baseline than turned off. */
function levelsLine({ findings }: CheckResult): string {
  const counts = findings.filter(({ suppression }) => suppression === undefined).length;
  if (counts === 0) return 'rules keep their levels: nothing is found now.';
  return `rules keep their levels: ${counted(counts, 'finding')} of now can go into a baseline, see --update-baseline.`;
}

/** Fails where the file has come into being meanwhile. */
function write(text: string, io: Io): number {
  try {
    writeFileSync(path.join(io.cwd, fileName), text, { flag: 'wx' });
    io.err(`pelint: ${fileName} is written.\n`);
    return 0;
  } catch (error) {
    io.err(`pelint: cannot write ${fileName}: ${systemMessage(error)}\n`);
    return 2;
  }
}
