import { isIpAddress } from '../../base/ip-address';
import { tool } from '../../base/product';
import { backupEndpoint } from '../../data/backup-endpoint';
import { placeRecords, type PlacedRecord } from '../../domain/fqdns/address-records';
import { planDns, type DnsPlan } from '../../domain/fqdns/dns-plan';
import { dnsExporters, dnsTargets } from '../../formats/dns/exporters';
import { commandSummaries } from '../command-list';
import { answersCommonOption, commonOptions } from '../common-options';
import { chosenTarget } from '../fqdn/chosen-target';
import { regionOptions } from '../fqdn/options';
import { printArtefact } from '../fqdn/print-artefact';
import { readRecordFile } from '../fqdn/read-record-file';
import { knownList } from '../fqdn/wanted-lists';
import { wantedRegions } from '../fqdn/wanted-regions';
import type { Io } from '../io';
import { parseArguments, type CommandSpec, type OptionSpec } from '../options';
import { UsageError } from '../usage-error';

const options = [
  { name: 'as', value: 'TARGET', choices: dnsTargets, help: 'What the output is for.' },
  { name: 'records', value: 'FILE', help: 'Names and addresses, which the server then answers itself.' },
  {
    name: 'forward-to',
    value: 'ADDRESS',
    help: `A server that knows the private DNS zones; may be repeated. ${backupEndpoint.azureDnsAddress.value} if left out.`,
  },
  ...regionOptions,
  { name: 'output', value: 'FILE', help: 'Where it goes instead of standard output; zone files go beside it.' },
  ...commonOptions,
] as const satisfies readonly OptionSpec[];

const spec: CommandSpec<(typeof options)[number]['name']> = {
  usage: 'pelint dns REGION|GEO ... --as TARGET [options]',
  summary: commandSummaries.dns,
  options,
  notes: `Records are lines of a name and its addresses (CSV or as in a hosts file), a JSON map or list of them, or what these print:
  az network private-endpoint dns-zone-group list, az network private-endpoint show, az network nic show
The address ${backupEndpoint.azureDnsAddress.value} answers inside Azure's virtual networks only: elsewhere, give the inbound endpoint of a resolver.`,
};

/** `pelint dns`: returns the exit status. Throws a UsageError. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(spec, args);
  if (answersCommonOption(parsed, spec, io)) return 0;
  const target = chosenTarget(parsed.value('as'), dnsTargets, 'dns');
  const exporter = dnsExporters[target];
  const file = parsed.value('records');
  if (exporter.records === 'none' && file !== undefined)
    throw new UsageError(`--records is of no use for ${target}: Azure writes the records of private DNS zones itself.`);
  if (exporter.records === 'required' && file === undefined)
    throw new UsageError(`${target} knows no patterns: give the names and their addresses with --records.`);
  const { regions } = await wantedRegions(parsed, io);
  const plan = planDns(regions.map(({ region }) => knownList(region)));
  const records = file === undefined ? [] : placedRecords(file, plan, io);
  const artefact = exporter.export({ plan, records, forwardTo: readServers(parsed.values('forward-to')), tool });
  return printArtefact(artefact, parsed.value('output'), io);
}

function placedRecords(file: string, plan: DnsPlan, io: Io): readonly PlacedRecord[] {
  const placed = placeRecords(readRecordFile(file, io.cwd), plan);
  if ('message' in placed) throw new UsageError(`${file}:${placed.line}: ${placed.message}`);
  return placed;
}

function readServers(given: readonly string[]): readonly string[] {
  const wrong = given.find((address) => !isIpAddress(address));
  if (wrong !== undefined) throw new UsageError(`--forward-to cannot be '${wrong}': it is no IP address.`);
  return given.length > 0 ? given : [backupEndpoint.azureDnsAddress.value];
}
