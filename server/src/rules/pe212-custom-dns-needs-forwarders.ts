import { backupEndpoint } from '../data/backup-endpoint';
import { sources } from '../data/links';
import type { DeployedResource } from '../deployment/deployment';
import type { RuntimeValue } from '../deployment/values/value';
import { backupGroups, isBackupEndpoint } from '../domain/topology/backup-endpoints';
import { declaredNetwork } from '../domain/network/dns-of-network';
import { canExistTogether } from '../domain/resources/options';
import { ownDnsServers } from '../domain/network/own-dns-servers';
import type { OwnDnsServers } from '../domain/network/own-dns-servers';
import { locationOf } from '../domain/resources/resource-location';
import type { LocatedIn } from '../domain/resources/resource-location';
import type { Endpoint } from '../domain/topology/topology';
import { defaultParameter } from '../domain/resources/trails';
import { vaultOf } from '../domain/vaults/vault-of-connection';
import { mayHoldMore } from '../domain/resources/visibility';
import { forwardedZones } from '../domain/names/zones';
import { endpointWithDnsServers } from './examples/endpoint-with-dns-servers';
import { mistake } from './examples/mistake';
import { nameInId, nameOf, relatedResource, wayOf } from './related';
import type { Report } from './report';
import type { Rule, RuleContext } from './rule';

const AZURE_DNS = backupEndpoint.azureDnsAddress.value;
/** Stands where no region tells the code. */
const ANY_CODE = '<geo>';

export const customDnsNeedsForwarders: Rule = {
  id: 'PE212',
  name: 'custom-dns-needs-forwarders',
  about: 'backup',
  severity: 'info',
  summary: 'The network of a private endpoint for Azure Backup uses its own DNS servers, which need forwarders.',
  docs: {
    why: `Private DNS zones answer through Azure’s own DNS at ${AZURE_DNS}. Machines in a network with DNS servers of its own do not ask there: the names of the vault and of its storage resolve privately only if those servers forward the questions.`,
    howToFix: `Let the DNS servers forward the four zones \`privatelink.<geo>.backup.windowsazure.com\`, \`blob.core.windows.net\`, \`queue.core.windows.net\` and \`storage.azure.net\` (in other clouds those with their suffixes) to ${AZURE_DNS}, from a network that the private DNS zones are linked to. \`pelint dns\` writes the forwarders. Where it is done already, or the records are kept by hand, say so with \`dns\` in the configuration: \`forwarder\`, \`custom\` or \`hosts\`. pelint says nothing where a resolver’s inbound endpoint or an Azure Firewall answers.`,
    sources: [sources.overview, sources.configure, sources.dnsZoneValues],
    examples: [
      mistake('bicep', endpointWithDnsServers, [
        `dnsServers: ['${AZURE_DNS}']`,
        "‹dnsServers›: ['10.1.0.4', '10.1.0.5']",
      ]),
      mistake('json', endpointWithDnsServers, [
        `"dnsServers": ["${AZURE_DNS}"]`,
        '‹"dnsServers"›: ["10.1.0.4", "10.1.0.5"]',
      ]),
    ],
  },
  *check(context) {
    const { deployment, neighbours, settings, topology } = context;
    const isTold = settings.dns === 'custom' || settings.dns === 'hosts' || settings.dns === 'forwarder';
    if (isTold || mayHoldMore(deployment)) return;
    const served = new Map<DeployedResource, Endpoint[]>();
    for (const endpoint of topology.endpoints.filter(isBackupEndpoint)) {
      const network = declaredNetwork(endpoint, topology);
      if (!network || !canExistTogether(network, endpoint.resource)) continue;
      served.set(network, [...(served.get(network) ?? []), endpoint]);
    }
    for (const [network, endpoints] of served) {
      const own = ownDnsServers(network, topology, neighbours);
      const zones = own && zonesFor(endpoints, context);
      if (own && zones) yield report({ network, endpoints, own, zones });
    }
  },
};

/** The zones to forward, and what of them is only a default's. */
interface Zones {
  readonly names: readonly string[];
  /** The parameter whose default tells the region; undefined where it is certain, or not known. */
  readonly byDefault: string | undefined;
}

/** The zones that the vaults of some endpoints need; undefined in clouds whose suffixes are not public. */
function zonesFor(endpoints: readonly Endpoint[], context: RuleContext): Zones | undefined {
  const regions = endpoints.flatMap((endpoint) => vaultRegions(endpoint, context));
  const known = regions.filter((it) => it !== undefined);
  const names = known.flatMap(({ region }) => forwardedZones(region.geoCode, region.cloud) ?? []);
  if (known.length > 0)
    return names.length === 0 ? undefined : { names: grouped(names), byDefault: firstDefault(known) };
  const [first] = endpoints.flatMap(({ resource }) => locationOf(resource, context.regions) ?? []);
  const any = forwardedZones(ANY_CODE, first?.region.cloud ?? 'public');
  return any && { names: any, byDefault: undefined };
}

/** Which code a secondary endpoint's names have is documented nowhere. */
function vaultRegions({ connections }: Endpoint, context: RuleContext): readonly (LocatedIn | undefined)[] {
  return connections
    .filter((connection) => backupGroups(connection).includes('azurebackup'))
    .map((connection) => vaultOf(connection, context).located);
}

/** Each name once, those of Azure Backup first. */
function grouped(names: readonly string[]): readonly string[] {
  const once = [...new Set(names)];
  const isBackups = (name: string): boolean => name.startsWith('privatelink.');
  return [...once.filter(isBackups), ...once.filter((name) => !isBackups(name))];
}

function firstDefault(located: readonly LocatedIn[]): string | undefined {
  return located.find(({ byDefault }) => byDefault !== undefined)?.byDefault;
}

interface Case {
  readonly network: DeployedResource;
  readonly endpoints: readonly Endpoint[];
  readonly own: OwnDnsServers;
  readonly zones: Zones;
}

function report({ network, endpoints, own: { key, value, servers }, zones }: Case): Report {
  const parameter = defaultParameter(value.trail);
  const which =
    servers.map(describe).join(', ') + (parameter === undefined ? '' : `, the default value of '${parameter}'`);
  const code = zones.byDefault === undefined ? '' : ` (for the default value of '${zones.byDefault}')`;
  const names = zones.names.map((name) => `'${name}'`);
  return {
    place: key,
    message: `The network ${nameOf(network)} of a private endpoint for Azure Backup uses its own DNS servers (${which}): the vault's names resolve privately only if those servers ask Azure's DNS. Let them forward ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}${code} to ${AZURE_DNS}.`,
    related: [
      ...wayOf(value.trail),
      ...endpoints
        .slice(0, 3)
        .map(({ resource }) => relatedResource(resource, `the private endpoint ${nameOf(resource)} in this network`)),
    ],
  };
}

function describe(server: string | RuntimeValue): string {
  return typeof server === 'string' ? server : `the address of the network interface${nameInId(server.resource)}`;
}
