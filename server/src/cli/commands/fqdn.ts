import { tool } from '../../base/product';
import type { RegionFqdns } from '../../domain/fqdns/expected-fqdns';
import { fqdnFormatNames, fqdnFormats, type FqdnFormatName } from '../../formats/fqdn/formats';
import { commandSummaries } from '../command-list';
import { answersCommonOption, commonOptions } from '../common-options';
import { questionOptions, regionOptions } from '../fqdn/options';
import { wantedLists } from '../fqdn/wanted-lists';
import { wantedRegions } from '../fqdn/wanted-regions';
import type { Io } from '../io';
import { parseArguments, type CommandSpec, type OptionSpec } from '../options';
import { pairOutputs, printOutputs, type Output } from '../outputs';
import { UsageError } from '../usage-error';

const options = [
  ...questionOptions,
  { name: 'vault-id', value: 'ID', help: "The first label of one vault's private names, to list that vault's alone." },
  ...regionOptions,
  { name: 'format', value: 'FORMAT', choices: fqdnFormatNames, help: 'How the list is printed; may be repeated.' },
  { name: 'output', value: 'FILE', help: 'Where the --format before it goes instead of standard output.' },
  ...commonOptions,
] as const satisfies readonly OptionSpec[];

const spec: CommandSpec<(typeof options)[number]['name']> = {
  usage: 'pelint fqdn REGION|GEO ... [options]',
  summary: commandSummaries.fqdn,
  options,
  notes: `A region is named as Azure writes it (eastus2, "East US 2") or by its geo code (eus2). All regions have to be of one cloud.`,
};

/** `pelint fqdn`: returns the exit status. Throws a UsageError. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(spec, args);
  if (answersCommonOption(parsed, spec, io)) return 0;
  const outputs = pairOutputs(parsed.given, fqdnFormatNames, 'list');
  const vaultId = readVaultId(parsed.value('vault-id'));
  const { regions, table } = await wantedRegions(parsed, io);
  const lists = wantedLists(regions, parsed, vaultId);
  const displayNameOf = (name: string): string | undefined => table.byName.get(name)?.displayName;
  const status = printOutputs(outputs, (format) => fqdnFormats[format](lists, { tool, displayNameOf }), io);
  sayWhyEmpty(lists, outputs, io);
  return status;
}

function readVaultId(id: string | undefined): string | undefined {
  if (id === undefined || /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(id)) return id;
  throw new UsageError(
    `--vault-id cannot be '${id}': it is the first label of the vault's private names, as the private endpoint's DNS configuration shows them.`,
  );
}

/** JSON and CSV have no place for the reason why nothing is needed. */
function sayWhyEmpty(lists: readonly RegionFqdns[], outputs: readonly Output<FqdnFormatName>[], io: Io): void {
  const forMachines = outputs.some(({ format }) => format === 'json' || format === 'csv');
  if (!forMachines || lists.some(({ entries }) => entries.length > 0)) return;
  const reasons = new Set(lists.flatMap(({ remarks }) => remarks.map(({ text }) => text)));
  for (const reason of reasons) io.err(`pelint: ${reason}\n`);
}
