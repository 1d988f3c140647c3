import { ENDPOINT_TYPE } from '../../data/resource-types';
import type { DeployedResource } from '../../deployment/deployment';
import { parseResourceId } from '../../deployment/identity/resource-id';
import { knownText } from '../../deployment/values/values';
import { leavesOf } from '../resources/leaves';
import { subnetOf } from '../topology/networks';
import type { Subnet } from '../topology/networks';
import { isNothing } from '../resources/options';
import { deepValue } from '../resources/resource-properties';
import type { Topology } from '../topology/topology';

/** Subnets of these names take nothing but one service of Azure's own. */
const RESERVED = /^(?:gateway|routeserver|azurebastion|azurefirewall|azurefirewallmanagement)subnet$/;
/** Names that people give to subnets of private endpoints. */
const FOR_ENDPOINTS = /endpoint|private-?link|(?:^|[-_])(?:pe|pep|ple|pl)s?(?:[-_]|\d|$)/;

/**
 * Whether a subnet is for machines: it holds something besides private endpoints, or nothing that is seen here while neither its name nor
 * its properties say what else it is for.
 */
export function isForMachines(subnet: Subnet, resources: readonly DeployedResource[], topology: Topology): boolean {
  const { properties, resource, id } = subnet;
  const name = (knownText(id && parseResourceId(id)?.names.at(-1)) ?? '').toLowerCase();
  if (RESERVED.test(name) || !properties) return false;
  if (!isNothing(deepValue(properties, resource, 'delegations'))) return false;
  const inside = resources.filter((it) => !NETWORK_TYPES.test(it.type) && standsIn(it, subnet, topology));
  if (inside.length > 0) return inside.some(({ type }) => type.toLowerCase() !== ENDPOINT_TYPE);
  return !FOR_ENDPOINTS.test(name) && isNothing(deepValue(properties, resource, 'privateEndpointNetworkPolicies'));
}

/** What names subnets without standing in them. */
const NETWORK_TYPES = /^microsoft\.network\/(?:virtualnetworks|routetables|networksecuritygroups|natgateways)(?:\/|$)/i;

function standsIn({ body, existing }: DeployedResource, subnet: Subnet, { subnets }: Topology): boolean {
  if (existing) return false;
  for (const [name, { value }] of body.entries) {
    if (name.toLowerCase() === 'dependson') continue;
    for (const part of leavesOf(value)) if (subnetOf(part, subnets) === subnet) return true;
  }
  return false;
}
