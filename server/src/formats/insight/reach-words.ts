import { counted } from '../../base/counted';
import { backupEndpoint } from '../../data/backup-endpoint';
import { knownText } from '../../deployment/values';
import type { EndpointTopic, Reach, SubnetTopic, VaultTopic } from '../../domain/insight/insight';
import type { LocatedIn } from '../../domain/resource-location';
import { cloudFacts } from '../../domain/zones';
import type { Markup } from './markup';

/** Where a vault is, and what its private endpoints make use of. */
export function vaultWords(topic: VaultTopic, markup: Markup): readonly string[] {
  const { name, existing, located, endpoints, fqdns } = topic;
  const state = existing ? ', which exists already' : '';
  const head = `${markup.strong('Recovery Services vault')} ${markup.code(name)}${whereWords(located, markup)}${state}.`;
  const listed = endpoints.map((endpoint) => `- ${markup.code(endpoint)}`).join('\n');
  const reached =
    endpoints.length === 0
      ? ['No private endpoint for Azure Backup is seen here.']
      : [`Private endpoints for Azure Backup (${reachHint([topic])}):\n${listed}`, ...zonesBlock(topic, markup)];
  if (fqdns === undefined || !located) return [head, ...reached];
  const list = markup.code(`pelint fqdn ${located.region.geoCode}`);
  return [head, ...reached, `${counted(fqdns, 'FQDN')} have to be reached there: ${list} lists them.`];
}

/** What a private endpoint for Azure Backup asks for and makes use of. */
export function endpointWords(topic: EndpointTopic, markup: Markup): readonly string[] {
  const { name, groupIds, located } = topic;
  const vault = located ? `, for a vault${whereWords(located, markup)}` : '';
  return [
    `${markup.strong('Private endpoint for Azure Backup')} ${markup.code(name)} (${groupIds.map(markup.code).join(', ')})${vault}.`,
    `It takes ${rangeWords([topic.addresses], topic.addressesOpen, 'address', 'addresses')} of its subnet at first, and more over time.`,
    ...zonesBlock(topic, markup),
  ];
}

/** The addresses of a subnet: those that there are, and those that are needed, as the rule about small subnets counts them. */
export function subnetWords({ name, space, demand }: SubnetTopic, markup: Markup): readonly string[] {
  const { free, size, prefixes, byDefault } = space;
  const { addresses, backup, others } = demand;
  const written = prefixes.map((prefix) => markup.code(knownText(prefix) ?? '')).join(', ');
  const origin = byDefault === undefined ? '' : `, by the default value of ${markup.code(byDefault)}`;
  const rest = others === 0 ? '' : `, and one for each of ${counted(others, 'other')}`;
  const takers = backup.length === 1 ? 'the private endpoint' : `each of ${backup.length} private endpoints`;
  const left = free - addresses;
  return [
    `${markup.strong('Subnet')} ${markup.code(name)} (${written}${origin}): ${counted(size, 'address', 'addresses')}, ${free} of them for use.`,
    `${addresses} are needed at first: ${backupEndpoint.addresses.value} for ${takers} for Azure Backup${rest}. ${left < 0 ? `${-left} are lacking` : `${left} are left`}.`,
  ];
}

/** What stands above a declaration: `3 zones · 10 addresses`; with the least and the most of several deployments that differ. */
export function reachHint(reaches: readonly Reach[]): string {
  if (reaches.every(({ addresses, addressesOpen }) => addresses === 0 && !addressesOpen))
    return 'no private endpoint here';
  const zones = reaches.map((reach) => reach.zones.length);
  const addresses = reaches.map((reach) => reach.addresses);
  return [
    rangeWords(
      zones,
      reaches.some(({ zonesOpen }) => zonesOpen),
      'zone',
    ),
    rangeWords(
      addresses,
      reaches.some(({ addressesOpen }) => addressesOpen),
      'address',
      'addresses',
    ),
  ].join(' · ');
}

function rangeWords(counts: readonly number[], open: boolean, noun: string, plural = `${noun}s`): string {
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  const more = open ? '+' : '';
  if (least < most) return `${least}–${most}${more} ${plural}`;
  return open ? `${most}+ ${plural}` : most === 0 ? `no ${plural}` : counted(most, noun, plural);
}

function zonesBlock({ zones, zonesOpen }: Reach, markup: Markup): readonly string[] {
  if (zones.length === 0) return zonesOpen ? [] : ['No zone is bound here.'];
  const listed = zones.map((zone) => `- ${markup.code(zone)}`).join('\n');
  return [`Zones that are bound${zonesOpen ? ', as far as they are known' : ''}:\n${listed}`];
}

function whereWords(located: LocatedIn | undefined, markup: Markup): string {
  if (!located) return '';
  const { region, byDefault } = located;
  const origin = byDefault === undefined ? '' : ` by the default value of ${markup.code(byDefault)}`;
  return ` in ${markup.plain(region.displayName)} (${markup.code(region.geoCode)}, ${cloudFacts(region.cloud).displayName})${origin}`;
}
