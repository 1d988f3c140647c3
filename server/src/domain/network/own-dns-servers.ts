import type { Place } from '../../base/place';
import { FIREWALL_TYPE, INTERFACE_TYPE, NETWORK_TYPE, RESOLVER_TYPE } from '../../data/resource-types';
import type { DeployedResource } from '../../deployment/deployment';
import { parseResourceId } from '../../deployment/identity/resource-id';
import type { RuntimeValue, Value } from '../../deployment/values/value';
import { getEntry, knownText } from '../../deployment/values/values';
import { contains, parseRange } from './address-ranges';
import { AZURE_DNS } from './dns-of-network';
import { dnsFirewalls } from './dns-proxy';
import type { Neighbours } from '../resources/neighbours';
import { findNetworks, subnetOf } from '../topology/networks';
import type { Subnet } from '../topology/networks';
import { present, settled } from '../resources/options';
import { objectsOf } from '../resources/possible-items';
import { ResourceIndex } from '../resources/resource-index';
import { deepValue, listItems, property } from '../resources/resource-properties';
import type { Topology } from '../topology/topology';

const RESOLVER_TYPES = [RESOLVER_TYPE, `${RESOLVER_TYPE}/inboundendpoints`];

/** The DNS servers that a network's machines ask in place of Azure's own. */
export interface OwnDnsServers {
  /** The property's name. */
  readonly key: Place;
  /** The list of them. */
  readonly value: Value;
  /** At least one: an IPv4 address, or the address of a network interface. */
  readonly servers: readonly (string | RuntimeValue)[];
}

/**
 * The servers of a network, where all of them are known and each may be one that has to be told where Azure's names are. Undefined where
 * one is Azure's own address, or may be a firewall or a resolver, which answer with Azure's DNS by themselves.
 */
export function ownDnsServers(
  network: DeployedResource,
  topology: Topology,
  neighbours: Neighbours,
): OwnDnsServers | undefined {
  const options = present(property(network, 'dhcpOptions'), network);
  const key = options?.kind === 'object' ? getEntry(options, 'dnsServers')?.key : undefined;
  const value = options && present(deepValue(options, network, 'dnsServers'), network);
  if (!key || !value) return undefined;
  const { items, open } = listItems(value, network);
  const servers = items.flatMap((item) => serverOf(settled(item, network)) ?? []);
  if (open || servers.length === 0 || servers.length < items.length) return undefined;
  if (RESOLVER_TYPES.some((type) => topology.index.ofType(type).length > 0)) return undefined;
  if (dnsFirewalls({ resource: network, subnets: [], open: false }, topology).length > 0) return undefined;
  const addresses = servers.filter((server) => typeof server === 'string');
  const reserved = subnetsOfAzureDns(topology, neighbours);
  const isAzures = (address: string): boolean =>
    address === AZURE_DNS ||
    reserved.some((subnet) => holds(subnet, address)) ||
    topology.index.ofType(FIREWALL_TYPE).some((firewall) => mayOwn(firewall, address, topology));
  return addresses.some(isAzures) ? undefined : { key, value, servers };
}

/** Undefined for what is neither an IPv4 address nor that of a network interface. */
function serverOf(value: Value | undefined): string | RuntimeValue | undefined {
  const address = knownText(value);
  if (address !== undefined) return !address.includes('/') && parseRange(address)?.version === 4 ? address : undefined;
  const [only, ...others] = value?.kind === 'text' ? value.segments : [];
  const pointer = only?.kind === 'hole' && others.length === 0 ? only.value : value;
  if (pointer?.kind !== 'runtime' || !/privateIPAddress$/i.test(pointer.path)) return undefined;
  return parseResourceId(pointer.resource)?.type.toLowerCase() === INTERFACE_TYPE ? pointer : undefined;
}

/** The subnets in which only firewalls or resolvers stand, also those of the project's other deployments: a hub has its own template. */
function subnetsOfAzureDns({ subnets }: Topology, neighbours: Neighbours): readonly Subnet[] {
  const elsewhere = neighbours.declarationsOfType(NETWORK_TYPE).map(({ resource }) => resource);
  const others = findNetworks(new ResourceIndex(elsewhere)).flatMap((network) => network.subnets);
  return [...subnets, ...others].filter((subnet) => isFirewalls(subnet) || isResolvers(subnet));
}

function isFirewalls({ id }: Subnet): boolean {
  const name = knownText(id && parseResourceId(id)?.names.at(-1));
  return name?.toLowerCase() === 'azurefirewallsubnet';
}

function isResolvers({ properties, resource }: Subnet): boolean {
  if (!properties) return false;
  return objectsOf(properties, 'delegations', resource).items.some((delegation) => {
    const service = settled(deepValue(delegation, resource, 'properties', 'serviceName'), resource);
    return knownText(service)?.toLowerCase() === RESOLVER_TYPE;
  });
}

function holds({ prefixes }: Subnet, address: string): boolean {
  return prefixes.some((prefix) => contains(knownText(prefix) ?? '', address));
}

/** Whether an address may be a firewall's: it stands in a subnet with the address, or where it stands is not known. */
function mayOwn(firewall: DeployedResource, address: string, { subnets }: Topology): boolean {
  const { items } = listItems(property(firewall, 'ipConfigurations'), firewall);
  const own = items.flatMap((item) => {
    const id = settled(deepValue(item, firewall, 'properties', 'subnet', 'id'), firewall);
    return subnetOf(id, subnets) ?? [];
  });
  const isKnown = own.length > 0 && own.every(({ prefixes }) => prefixes.length > 0 && prefixes.every(isText));
  return !isKnown || own.some((subnet) => holds(subnet, address));
}

function isText(value: Value): boolean {
  return knownText(value) !== undefined;
}
