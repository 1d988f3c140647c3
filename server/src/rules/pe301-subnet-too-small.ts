import { backupEndpoint } from '../data/backup-endpoint';
import { sources } from '../data/links';
import { knownText } from '../deployment/values/values';
import { largestDemand } from '../domain/network/address-demand';
import type { Demand } from '../domain/network/address-demand';
import { sharedSubnets } from '../domain/network/shared-subnets';
import { agreedSpace, prefixFor } from '../domain/network/subnet-space';
import type { SubnetSpace } from '../domain/network/subnet-space';
import { placeOfValue } from '../domain/resources/trails';
import { linkedZones } from './examples/linked-zones';
import { mistake } from './examples/mistake';
import { nameOf, relatedResource, wayOf } from './related';
import type { Report } from './report';
import type { Rule } from './rule';

const EACH = backupEndpoint.addresses.value;
const RECOMMENDED = backupEndpoint.recommendedPrefixLength.value;
const RECOMMENDED_SIZE = 2 ** (32 - RECOMMENDED);

export const subnetTooSmall: Rule = {
  id: 'PE301',
  name: 'subnet-too-small',
  about: 'backup',
  severity: 'error',
  otherSeverity: {
    severity: 'warning',
    when: 'where the endpoints fit now, in a subnet smaller than the recommended /25',
  },
  summary: 'The subnet of a private endpoint for Azure Backup has not enough addresses for it.',
  docs: {
    why: `A private endpoint for Azure Backup takes ${EACH} addresses of its subnet at first and more over time, while other private endpoints take one or a few. Azure keeps ${backupEndpoint.reservedAddresses.value} addresses of each prefix for itself. Where the rest is too little, the deployment fails, or backups do later, when the service needs another address.`,
    howToFix:
      'Give the subnet a /25, as Microsoft recommends. A /28 has room for one endpoint of Azure Backup and nothing else, a /27 for two, a /26 for five. A subnet cannot grow into one beside it, so plan it from the start.',
    sources: [sources.overview, sources.virtualNetworkQuestions],
    examples: [
      mistake('bicep', linkedZones, ["'10.1.4.0/25'", "‹'10.1.4.0/29'›"]),
      mistake('json', linkedZones, ['"10.1.4.0/25"', '‹"10.1.4.0/29"›']),
    ],
  },
  *check({ topology }) {
    for (const { subnet, endpoints } of sharedSubnets(topology)) {
      const space = agreedSpace(subnet, topology.subnets);
      const demand = largestDemand(endpoints);
      if (!space || !demand) continue;
      if (demand.addresses > space.free) yield* report(space, demand, 'error');
      else if (space.size < RECOMMENDED_SIZE) yield* report(space, demand, 'warning');
    }
  },
};

function* report(space: SubnetSpace, demand: Demand, severity: 'error' | 'warning'): Iterable<Report> {
  const [first] = space.prefixes;
  const place = placeOfValue(first);
  if (!place) return;
  yield {
    place,
    severity,
    message: severity === 'error' ? tooSmall(space, demand) : tight(space),
    related: [
      ...wayOf(first.trail),
      ...demand.backup
        .slice(0, 3)
        .map(({ resource }) => relatedResource(resource, `the private endpoint ${nameOf(resource)} in this subnet`)),
    ],
  };
}

function tooSmall(space: SubnetSpace, { addresses, backup, others }: Demand): string {
  const takers = backup.length === 1 ? 'the private endpoint' : `each of the ${backup.length} private endpoints`;
  const rest = others === 0 ? '' : `, and one for each of ${others} other private endpoint${others === 1 ? '' : 's'}`;
  const advice = Math.min(RECOMMENDED, prefixFor(addresses));
  return `${describe(space)} ${space.free === 1 ? 'leaves 1 address' : `leaves ${space.free} addresses`} for use, but ${addresses} are needed: ${EACH} for ${takers} for Azure Backup${rest}. Give the subnet a /${advice}${advice === RECOMMENDED ? ', which Microsoft recommends' : ''}.`;
}

function tight(space: SubnetSpace): string {
  return `${describe(space)} is smaller than the /${RECOMMENDED} that Microsoft recommends for private endpoints for Azure Backup: each takes ${EACH} addresses at first and more over time, and a subnet that is full lets backups fail. Give it a /${RECOMMENDED}.`;
}

function describe({ prefixes, byDefault }: SubnetSpace): string {
  const written = prefixes.map((prefix) => knownText(prefix) ?? '').join(', ');
  const words = prefixes.length === 1 ? `The subnet's prefix ${written}` : `The subnet with the prefixes ${written}`;
  return byDefault === undefined ? words : `${words}, the default value of '${byDefault}',`;
}
