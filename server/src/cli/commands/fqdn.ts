import { tool } from '../../base/product';
import { expectedFqdns, type RegionFqdns } from '../../domain/expected-fqdns';
import { nearestRegions } from '../../domain/nearest-regions';
import { createRegionTable, findRegion, type Region, type RegionTable } from '../../domain/regions';
import { formatFqdnJson } from '../../formats/fqdn-json';
import { formatFqdnList } from '../../formats/fqdn-list';
import { commandSummaries } from '../command-list';
import type { Io } from '../io';
import { answersCommonOption, commonOptions } from '../common-options';
import { parseArguments, type CommandSpec, type OptionSpec } from '../options';
import { pairOutputs, writeOutput } from '../outputs';
import { UsageError } from '../usage-error';

const formats = ['list', 'json'] as const;

const options = [
  { name: 'format', value: 'FORMAT', choices: formats, help: 'How the list is printed; may be repeated.' },
  { name: 'output', value: 'FILE', help: 'Where the --format before it goes instead of standard output.' },
  ...commonOptions,
] as const satisfies readonly OptionSpec[];

const spec: CommandSpec<(typeof options)[number]['name']> = {
  usage: 'pelint fqdn REGION|GEO ... [options]',
  summary: commandSummaries.fqdn,
  options,
  notes: `A region is named as Azure writes it (eastus2, "East US 2") or by its geo code (eus2).`,
};

/** `pelint fqdn`: returns the exit status. Throws a UsageError. */
export function run(args: readonly string[], io: Io): number {
  const parsed = parseArguments(spec, args);
  if (answersCommonOption(parsed, spec, io)) return 0;
  const outputs = pairOutputs(parsed.given, formats, 'list');
  if (parsed.positionals.length === 0)
    throw new UsageError('Name a region or its geo code, such as pelint fqdn eastus.');
  const table = createRegionTable();
  const regions = new Set(parsed.positionals.map((text) => namedRegion(text, table)));
  const lists = [...regions].map(fqdnsOf);
  const displayNameOf = (name: string): string | undefined => table.byName.get(name)?.displayName;
  let status = 0;
  for (const { format, file } of outputs) {
    const text = format === 'json' ? formatFqdnJson(lists, tool) : formatFqdnList(lists, { displayNameOf });
    const failure = file === undefined ? void io.out(text) : writeOutput(file, text, io.cwd);
    if (failure === undefined) continue;
    io.err(`pelint: ${failure}\n`);
    status = 2;
  }
  return status;
}

function namedRegion(text: string, table: RegionTable): Region {
  const region = findRegion(text, table);
  if (region !== undefined) return region;
  const meant = nearestRegions(text, table).map(({ name, geoCode }) => `${name} (${geoCode})`);
  const hint = meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : '';
  throw new UsageError(`There is no region or geo code '${text}'.${hint}`);
}

function fqdnsOf(region: Region): RegionFqdns {
  const list = expectedFqdns(region);
  if (list.kind === 'suffixUnknown') throw new UsageError(list.message);
  return list;
}
