import type { Deployment } from '../../deployment/deployment';
import { largestDemand } from '../network/address-demand';
import { flatText } from '../names/flat-text';
import { canExistTogether } from '../resources/options';
import type { Endpoint } from '../topology/topology';
import { mayHoldMore } from '../resources/visibility';
import { hole, lowerCaseName } from '../names/zone-labels';

/** What private endpoints for Azure Backup make use of. There may be more where it is `open`. */
export interface Reach {
  /** The names of the zones that zone groups bind, each once. */
  readonly zones: readonly string[];
  readonly zonesOpen: boolean;
  /** The addresses in their subnets that are taken at first. */
  readonly addresses: number;
  readonly addressesOpen: boolean;
}

/** What some endpoints of a deployment make use of together; of those whose conditions exclude each other, the most at a time. */
export function reachOf(endpoints: readonly Endpoint[], deployment: Deployment): Reach {
  const groups = endpoints.flatMap(({ zoneGroups }) => zoneGroups);
  const names = groups.flatMap(({ bindings }) => bindings.map(({ zoneName }) => zoneName && flatText(zoneName).text));
  const known = names.filter((name) => name !== undefined && !name.includes(hole));
  const { addresses = 0, backup = [] } = largestDemand(endpoints) ?? {};
  const mayJoin = (other: Endpoint): boolean =>
    !backup.includes(other) && backup.every(({ resource }) => canExistTogether(resource, other.resource));
  return {
    zones: [...new Set(known.map((name) => lowerCaseName(name ?? '')))],
    zonesOpen: groups.some(({ open }) => open) || known.length < names.length || mayHoldMore(deployment),
    addresses,
    addressesOpen: endpoints.some((it) => it.resource.symbolic || mayJoin(it)),
  };
}
