import { counted } from '../../base/counted';
import { backupEndpoint } from '../../data/backup-endpoint';
import { knownText } from '../../deployment/values/values';
import type { EndpointTopic, SubnetTopic, VaultTopic } from '../../domain/insight/insight';
import type { Reach } from '../../domain/insight/reach';
import { readableName } from '../../domain/names/readable-name';
import type { LocatedIn } from '../../domain/resources/resource-location';
import { cloudFacts } from '../../domain/names/zones';
import type { Markup } from './markup';

/** Where a vault is, and what its private endpoints make use of. */
export function vaultWords(topic: VaultTopic, markup: Markup): readonly string[] {
  const { name, existing, located, endpoints, reach, fqdns } = topic;
  const state = existing ? ', which exists already' : '';
  const head = `${markup.strong('Recovery Services vault')} ${markup.code(name)}${whereWords(located, markup)}${state}.`;
  const listed = endpoints.map(({ resource }) => `- ${markup.code(readableName(resource))}`).join('\n');
  const reached =
    endpoints.length === 0
      ? ['No private endpoint for Azure Backup is seen here.']
      : [`Private endpoints for Azure Backup (${reachHint([reach])}):\n${listed}`, ...zonesBlock(reach, markup)];
  if (fqdns === undefined || !located) return [head, ...reached];
  const list = markup.code(`pelint fqdn ${located.region.geoCode}`);
  return [head, ...reached, `${counted(fqdns, 'FQDN')} have to be reached there: ${list} lists them.`];
}

/** What a private endpoint for Azure Backup asks for and makes use of. */
export function endpointWords(topic: EndpointTopic, markup: Markup): readonly string[] {
  const { name, groupIds, located, reach } = topic;
  const vault = located ? `, for a vault${whereWords(located, markup)}` : '';
  return [
    `${markup.strong('Private endpoint for Azure Backup')} ${markup.code(name)} (${groupIds.map(markup.code).join(', ')})${vault}.`,
    `It takes ${rangeWords([reach.addresses], reach.addressesOpen, 'address', 'addresses')} of its subnet at first, and more over time.`,
    ...zonesBlock(reach, markup),
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

/**
 * What stands above a declaration: `3 zones · 10 addresses`; with the least and the most of several deployments that differ. Nothing is said
 * of zones where none is seen and some may be.
 */
export function reachHint(reaches: readonly Reach[]): string {
  if (reaches.every(({ addresses }) => addresses === 0)) return 'no private endpoint for Azure Backup seen here';
  const zones = reaches.map((reach) => reach.zones.length);
  const zonesOpen = reaches.some((reach) => reach.zonesOpen);
  const addresses = reaches.map((reach) => reach.addresses);
  const addressesOpen = reaches.some((reach) => reach.addressesOpen);
  return [
    ...(zonesOpen && Math.max(...zones) === 0 ? [] : [rangeWords(zones, zonesOpen, 'zone')]),
    rangeWords(addresses, addressesOpen, 'address', 'addresses'),
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
