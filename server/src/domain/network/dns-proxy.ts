import { FIREWALL_TYPE } from '../../data/resource-types';
import { parseNetwork, lastAddress } from '../../deployment/functions/ip-network';
import type { DeployedResource } from '../../deployment/deployment';
import type { ObjectValue, Value } from '../../deployment/values/value';
import { getEntry, knownText } from '../../deployment/values/values';
import { firewallOf } from '../resources/named-by-host';
import { subnetOf } from '../topology/networks';
import type { Network } from '../topology/networks';
import { isNothing, possible, present, settled } from '../resources/options';
import { objectsOf } from '../resources/possible-items';
import { deepValue, listItems, property } from '../resources/resource-properties';
import type { Topology } from '../topology/topology';

/** Where an Azure Firewall is told to answer DNS questions. */
export interface DnsProxySetting {
  /** What holds the setting: the firewall's policy, or the firewall itself where it has none. */
  readonly holder: DeployedResource;
  /** The names that lead to it from the holder's `properties`. */
  readonly path: readonly [object: string, name: string];
  /** The setting's value; undefined where it is not written. */
  readonly value: Value | undefined;
  /** The value that turns the proxy on, as the property wants it. */
  readonly on: true | 'true';
  /** The tier Basic has no DNS proxy at all. */
  readonly isBasic: boolean;
}

/** The firewalls of the deployment that a network's machines send their DNS questions to. */
export function dnsFirewalls({ resource }: Network, topology: Topology): readonly DeployedResource[] {
  const options = present(property(resource, 'dhcpOptions'), resource);
  const servers = options && present(deepValue(options, resource, 'dnsServers'), resource);
  const firewalls = listItems(servers, resource).items.flatMap((item) => {
    const address = settled(item, resource);
    const firewall = firewallOf(address, topology.index) ?? firewallWithAddress(knownText(address), topology);
    return firewall && firewall.type.toLowerCase() === FIREWALL_TYPE && !firewall.existing ? [firewall] : [];
  });
  return [...new Set(firewalls)];
}

/** Where a firewall's DNS proxy is certainly off; undefined where it is on, or may be. */
export function proxyOff(firewall: DeployedResource, { index }: Topology): DnsProxySetting | undefined {
  const given = property(firewall, 'firewallPolicy');
  const options = possible(given, firewall);
  const isFree = options.every(({ value }) => isNothing(value));
  if (isFree) return isClosed(firewall) ? classicProxyOff(firewall) : undefined;
  const id = settled(deepValue(given, firewall, 'id'), firewall);
  const policy = id?.kind === 'text' ? index.byId(id) : undefined;
  if (!policy || policy.existing || !isNothing(property(policy, 'basePolicy'))) return undefined;
  const isBasic = tierOf(policy) === 'basic' || tierOf(firewall) === 'basic';
  return settingOff({ holder: policy, path: ['dnsSettings', 'enableProxy'], on: true, isBasic });
}

function classicProxyOff(holder: DeployedResource): DnsProxySetting | undefined {
  const isBasic = tierOf(holder) === 'basic';
  return settingOff({ holder, path: ['additionalProperties', 'Network.DNS.EnableProxy'], on: 'true', isBasic });
}

function settingOff(setting: Omit<DnsProxySetting, 'value'>): DnsProxySetting | undefined {
  const { holder, path } = setting;
  const properties = propertiesOf(holder);
  if (!properties) return undefined;
  const [outer, name] = path;
  const options = possible(getEntry(properties, outer)?.value, holder);
  const isAbsent = options.every(({ value }) => isNothing(value));
  if (isAbsent) return properties.open && options.length === 0 ? undefined : { ...setting, value: undefined };
  const object = settled(getEntry(properties, outer)?.value, holder);
  if (object?.kind !== 'object') return undefined;
  const value = getEntry(object, name)?.value;
  if (!value) return object.open ? undefined : { ...setting, value: undefined };
  return possible(value, holder).every((option) => isOff(option.value)) ? { ...setting, value } : undefined;
}

function isOff(value: Value): boolean {
  if (value.kind === 'null') return true;
  if (value.kind === 'boolean') return !value.value;
  return knownText(value)?.toLowerCase() === 'false';
}

/** The firewall of the deployment in whose subnet an address lies: nothing but a firewall may stand there. */
function firewallWithAddress(address: string | undefined, { index, subnets }: Topology): DeployedResource | undefined {
  const wanted = address === undefined ? undefined : parseNetwork(`${address}/32`);
  if (!wanted) return undefined;
  return index.ofType(FIREWALL_TYPE).find((firewall) => {
    const properties = propertiesOf(firewall);
    const configurations = properties ? objectsOf(properties, 'ipConfigurations', firewall).items : [];
    return configurations.some((configuration) => {
      const id = settled(deepValue(configuration, firewall, 'properties', 'subnet', 'id'), firewall);
      return subnetOf(id, subnets)?.prefixes.some((prefix) => holds(knownText(prefix), wanted.first)) ?? false;
    });
  });
}

function holds(prefix: string | undefined, address: bigint): boolean {
  const network = prefix === undefined ? undefined : parseNetwork(prefix);
  return network?.version === 4 && network.first <= address && address <= lastAddress(network);
}

function tierOf(resource: DeployedResource): string | undefined {
  return knownText(settled(deepValue(property(resource, 'sku'), resource, 'tier'), resource))?.toLowerCase();
}

function propertiesOf(resource: DeployedResource): ObjectValue | undefined {
  const properties = settled(getEntry(resource.body, 'properties')?.value, resource);
  return properties?.kind === 'object' ? properties : undefined;
}

function isClosed(resource: DeployedResource): boolean {
  return propertiesOf(resource)?.open === false;
}
