import path from 'node:path';
import type { Uri } from '../../base/uri';
import { formatResolvedConfiguration } from '../../formats/resolved-configuration';
import { createDiskHost } from '../../host/check-host';
import { relativePath, uriOfPath } from '../../host/paths';
import { projectRoot } from '../../host/project-root';
import { Configurations } from '../../lint/config/configurations';
import type { RuleChoice } from '../../lint/levels';
import { configurationChoice, configurationLines } from '../configuration';
import type { Io } from '../io';
import type { CheckCommandOptions } from './options';

/** `pelint check --print-config FILE`: the file need not exist. Returns the exit status: 2 for a mistake in the configuration. */
export async function printConfig(
  file: string,
  { configuration, cloud, location }: CheckCommandOptions,
  choice: RuleChoice,
  io: Io,
): Promise<number> {
  const full = path.resolve(io.cwd, file);
  const uri = uriOfPath(full);
  const root = projectRoot(path.dirname(full), { workspace: io.cwd, configuration: configuration.kind === 'nearest' });
  const texts = new Map<Uri, string>();
  const unreadable = new Map<Uri, string>();
  const configurations = new Configurations(configurationChoice(configuration, root), texts, unreadable);
  await readNeeded(configurations, uri, texts, unreadable);
  const mistakes = configurationLines(configurations.problems([uri]), texts, io.cwd);
  for (const mistake of mistakes) io.err(`pelint: ${mistake}\n`);
  if (mistakes.length > 0) return 2;
  const pathOf = (it: Uri): string => relativePath(io.cwd, it);
  io.out(formatResolvedConfiguration({ uri, configurations, choice, cloud, location, pathOf }));
  return 0;
}

/** Reads the configuration files of a file, and what they extend, which only they can tell. */
async function readNeeded(
  configurations: Configurations,
  uri: Uri,
  texts: Map<Uri, string>,
  unreadable: Map<Uri, string>,
): Promise<void> {
  const host = createDiskHost();
  const asked = new Set<Uri>();
  const lacking = (): Uri[] => [...configurations.needed([uri])].filter((it) => !asked.has(it));
  for (let next = lacking(); next.length > 0; next = lacking()) {
    for (const it of next) {
      asked.add(it);
      const read = await host.read(it);
      if (typeof read === 'string') texts.set(it, read);
      else if (read !== undefined) unreadable.set(it, read.message);
    }
  }
}
