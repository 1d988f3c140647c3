import { tool } from '../../base/product';
import { allowListExporters, allowListTargets } from '../../formats/allow-list/exporters';
import { allowListInput, placeholderProxy } from '../../formats/allow-list/input';
import { commandSummaries } from '../command-list';
import { answersCommonOption, commonOptions } from '../common-options';
import { chosenTarget } from '../fqdn/chosen-target';
import { questionOptions, regionOptions } from '../fqdn/options';
import { printArtefact } from '../fqdn/print-artefact';
import { wantedLists } from '../fqdn/wanted-lists';
import { wantedRegions } from '../fqdn/wanted-regions';
import type { Io } from '../io';
import { parseArguments, type CommandSpec, type OptionSpec } from '../options';
import { UsageError } from '../usage-error';

const options = [
  { name: 'as', value: 'TARGET', choices: allowListTargets, help: 'What the output is for.' },
  ...questionOptions,
  ...regionOptions,
  { name: 'proxy', value: 'HOST:PORT', help: `The proxy in a proxy-pac file; ${placeholderProxy} if left out.` },
  { name: 'output', value: 'FILE', help: 'Where it goes instead of standard output.' },
  ...commonOptions,
] as const satisfies readonly OptionSpec[];

const spec: CommandSpec<(typeof options)[number]['name']> = {
  usage: 'pelint allow-list REGION|GEO ... --as TARGET [options]',
  summary: commandSummaries['allow-list'],
  options,
};

/** `pelint allow-list`: returns the exit status. Throws a UsageError. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(spec, args);
  if (answersCommonOption(parsed, spec, io)) return 0;
  const target = chosenTarget(parsed.value('as'), allowListTargets, 'allow-list');
  const proxy = parsed.value('proxy') ?? placeholderProxy;
  // The text is written into a program.
  if (!/^[a-z0-9.[\]:-]+:\d{1,5}$/i.test(proxy)) throw new UsageError(`--proxy cannot be '${proxy}': write host:port.`);
  const { regions } = await wantedRegions(parsed, io);
  const lists = wantedLists(regions, parsed);
  const input = allowListInput(lists, { proxy, tool });
  if (input.entries.length > 0) return printArtefact(allowListExporters[target](input), parsed.value('output'), io);
  const reasons = new Set(lists.flatMap(({ remarks }) => remarks.map(({ text }) => text)));
  for (const reason of reasons) io.err(`pelint: ${reason}\n`);
  return 0;
}
