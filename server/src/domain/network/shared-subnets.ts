import type { DeployedResource } from '../../deployment/deployment';
import { existsWith } from '../../deployment/values/existence';
import { bothGuards } from '../../deployment/values/guards';
import { idKey } from '../../deployment/identity/resource-id';
import { knownText } from '../../deployment/values/values';
import { subnetIdOf } from '../topology/endpoint-network';
import { subnetOf } from '../topology/networks';
import type { Subnet } from '../topology/networks';
import { possible } from '../resources/options';
import { property } from '../resources/resource-properties';
import type { Endpoint, Topology } from '../topology/topology';

/** A declared subnet and the private endpoints in it. */
export interface SharedSubnet {
  readonly subnet: Subnet;
  readonly endpoints: readonly Endpoint[];
}

/** The declared subnets that private endpoints stand in. An endpoint with addresses other than IPv4 is left out. */
export function sharedSubnets({ endpoints, subnets }: Topology): readonly SharedSubnet[] {
  const found = new Map<Subnet, Map<string, Endpoint>>();
  for (const endpoint of endpoints) {
    const { resource } = endpoint;
    const subnet = takesIpv4(resource) ? subnetOf(subnetIdOf(endpoint), subnets) : undefined;
    if (!subnet || !mayExistTogether(resource, subnet.resource)) continue;
    const inside = found.get(subnet) ?? new Map<string, Endpoint>();
    // What is declared twice under one ID is one resource.
    const key = idKey(resource.id);
    if (!inside.has(key)) inside.set(key, endpoint);
    found.set(subnet, inside);
  }
  return [...found].map(([subnet, inside]) => ({ subnet, endpoints: [...inside.values()] }));
}

/**
 * The endpoints that are certainly there together with one of them, itself among them: under the same conditions, or none. How many a
 * loop makes that cannot be counted is not known, so that only the one that is asked for counts.
 */
export function certainBeside(one: Endpoint, endpoints: readonly Endpoint[]): readonly Endpoint[] {
  const own = one.resource.existence;
  const isCertain = ({ symbolic, existence }: DeployedResource): boolean =>
    !symbolic && existsWith(own, existence) && existsWith(existence, own);
  return endpoints.filter((other) => other === one || isCertain(other.resource));
}

function takesIpv4(endpoint: DeployedResource): boolean {
  return possible(property(endpoint, 'ipVersionType'), endpoint).every(
    ({ value }) => value.kind === 'null' || knownText(value)?.toLowerCase() === 'ipv4',
  );
}

function mayExistTogether({ existence: one }: DeployedResource, { existence: other }: DeployedResource): boolean {
  if (one.kind === 'no' || other.kind === 'no') return false;
  return one.kind === 'yes' || other.kind === 'yes' || bothGuards(one.guard, other.guard) !== undefined;
}
