import { NETWORK_TYPE, PEERING_TYPE } from '../../data/resource-types';
import { parentId } from '../../deployment/identity/resource-id';
import type { Deployment, DeployedResource } from '../../deployment/deployment';
import type { TextValue } from '../../deployment/values/value';
import { getEntry, knownText } from '../../deployment/values/values';
import { networkOfSubnet } from '../topology/networks';
import { isNothing, possible, settled } from '../resources/options';
import { deepValue, listItems, property } from '../resources/resource-properties';
import { mayBeSameId } from '../resources/same-resource';
import type { Endpoint, Topology } from '../topology/topology';

/** The address at which Azure's own DNS answers in every network. */
export const AZURE_DNS = '168.63.129.16';

/** What may answer names for a network, or join it to others, without being written in it. */
const DNS_OR_HUB = /^microsoft\.network\/(?:dnsresolvers|dnsforwardingrulesets|virtualhubs|networkmanagers)(?:\/|$)/i;

/** The network of an endpoint where the deployment declares it. */
export function declaredNetwork(endpoint: Endpoint, { index }: Topology): DeployedResource | undefined {
  const subnet = settled(deepValue(property(endpoint.resource, 'subnet'), endpoint.resource, 'id'), endpoint.resource);
  const network = index.byId(networkOfSubnet(subnet));
  return network && !network.existing && network.type.toLowerCase() === NETWORK_TYPE ? network : undefined;
}

/**
 * Whether names in a network are certainly answered by the zones that are linked to it alone: it uses Azure's own DNS, and neither a
 * peered network nor a resolver, a forwarding ruleset or a hub has a part in it.
 */
export function answersByLinks(network: DeployedResource, deployment: Deployment, topology: Topology): boolean {
  if (deployment.resources.some(({ type }) => DNS_OR_HUB.test(type))) return false;
  return usesAzureDns(network) && !isPeered(network, topology);
}

function usesAzureDns(network: DeployedResource): boolean {
  const options = wholeProperty(network, 'dhcpOptions');
  if (options === undefined) return false;
  const value = settled(options, network);
  if (value?.kind === 'null') return true;
  if (value?.kind !== 'object') return false;
  const entry = getEntry(value, 'dnsServers');
  if (!entry) return !value.open;
  const { items, open } = listItems(entry.value, network);
  return !open && items.every((item) => knownText(item) === AZURE_DNS);
}

function isPeered(network: DeployedResource, { index }: Topology): boolean {
  const isInvolved = (other: DeployedResource): boolean => {
    const peerings = wholeProperty(other, 'virtualNetworkPeerings');
    return peerings === undefined || !possible(peerings, other).every(({ value }) => isNothing(value));
  };
  const networks = index.ofType(NETWORK_TYPE).filter(({ existing }) => !existing);
  if (networks.some(isInvolved)) return true;
  return index.ofType(PEERING_TYPE).some((peering) => {
    const own = parentId(peering.id);
    const remote = deepValue(property(peering, 'remoteVirtualNetwork'), peering, 'id');
    return touches(own, network) || touches(remote?.kind === 'text' ? remote : undefined, network);
  });
}

function touches(id: TextValue | undefined, network: DeployedResource): boolean {
  return id === undefined || mayBeSameId(id, network.id);
}

/** A property that is certainly as it is said: null where it is certainly absent, undefined where that is not certain. */
function wholeProperty(resource: DeployedResource, name: string): ReturnType<typeof property> {
  const nothing = { kind: 'null', trail: undefined } as const;
  const entry = getEntry(resource.body, 'properties');
  if (!entry) return resource.body.open ? undefined : nothing;
  const properties = settled(entry.value, resource);
  if (properties?.kind !== 'object') return undefined;
  return getEntry(properties, name)?.value ?? (properties.open ? undefined : nothing);
}
