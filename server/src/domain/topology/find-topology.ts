import { ENDPOINT_TYPE, LINK_TYPE, VAULT_TYPE, ZONE_GROUP_TYPE, ZONE_TYPE } from '../../data/resource-types';
import { idKey, parentId, parseResourceId, resourceId, splitName } from '../../deployment/identity/resource-id';
import type { DeployedResource, Deployment } from '../../deployment/deployment';
import type { ObjectValue, TextValue, Value } from '../../deployment/values/value';
import { getEntry, partOf, textOf } from '../../deployment/values/values';
import { withOwnWay } from '../names/own-way';
import { findLoneSubnets, findNetworks } from './networks';
import { canExistTogether, isNothing, possible, present, settled } from '../resources/options';
import { ResourceIndex } from '../resources/resource-index';
import { deepValue, entryValue, property } from '../resources/resource-properties';
import type {
  Connection,
  Endpoint,
  GroupIds,
  Link,
  ProtectedItem,
  Topology,
  Vault,
  Zone,
  ZoneBinding,
  ZoneGroup,
} from './topology';

/** What registers or protects something in a vault. Source: the published resource types of Microsoft.RecoveryServices. */
const ITEM_TYPES = [
  `${VAULT_TYPE}/backupfabrics/protectioncontainers`,
  `${VAULT_TYPE}/backupfabrics/protectioncontainers/protecteditems`,
  `${VAULT_TYPE}/backupfabrics/backupprotectionintent`,
];

/** Finds the parts in what is deployed. They are matched by their IDs, whatever way these were written. */
export function findTopology({ resources }: Deployment): Topology {
  const index = new ResourceIndex(resources);
  const declared = (type: string): readonly DeployedResource[] => index.ofType(type).filter((it) => !it.existing);
  const groups = declared(ZONE_GROUP_TYPE).map(zoneGroup);
  const endpoints = declared(ENDPOINT_TYPE).map((it) => endpoint(it, groups));
  const connections = endpoints.flatMap((it) => it.connections);
  const networks = findNetworks(index);
  return {
    index,
    endpoints,
    vaults: index.ofType(VAULT_TYPE).map((it) => vault(it, connections)),
    zones: index.ofType(ZONE_TYPE).map(zone),
    links: declared(LINK_TYPE).map(link),
    networks,
    subnets: [...networks.flatMap((it) => it.subnets), ...findLoneSubnets(index)],
    items: ITEM_TYPES.flatMap(declared).map(protectedItem),
  };
}

/** The name of the zone that an ID names, where it shows it. */
export function zoneOfId(id: Value): TextValue | undefined {
  if (id.kind !== 'text') return undefined;
  const parts = parseResourceId(id);
  const name = parts?.type.toLowerCase() === ZONE_TYPE ? parts.names[0] : undefined;
  return name && withOwnWay(name);
}

/** The connections that an endpoint makes, automatic and manual ones. */
export function connectionsOf(endpoint: DeployedResource): readonly Connection[] {
  return [
    ...connections(endpoint, 'privateLinkServiceConnections', false),
    ...connections(endpoint, 'manualPrivateLinkServiceConnections', true),
  ];
}

function endpoint(resource: DeployedResource, groups: readonly ZoneGroup[]): Endpoint {
  const key = idKey(resource.id);
  return {
    resource,
    connections: connectionsOf(resource),
    zoneGroups: groups.filter((group) => parentKey(group.resource) === key),
  };
}

function parentKey(resource: DeployedResource): string | undefined {
  const parent = parentId(resource.id);
  return parent && idKey(parent);
}

function connections(resource: DeployedResource, name: string, manual: boolean): readonly Connection[] {
  const list = present(property(resource, name), resource);
  if (list?.kind !== 'array') return [];
  return list.items.flatMap((item) => {
    const value = settled(partOf(item, list), resource);
    const properties = value?.kind === 'object' ? settled(entryValue(value, 'properties'), resource) : undefined;
    return properties?.kind === 'object' ? [connection(resource, properties, manual)] : [];
  });
}

function connection(resource: DeployedResource, properties: ObjectValue, manual: boolean): Connection {
  const unread: Value = { kind: 'null', trail: undefined };
  const target = settled(entryValue(properties, 'privateLinkServiceId'), resource) ?? unread;
  const targetId = target.kind === 'text' ? target : undefined;
  return {
    endpoint: resource,
    manual,
    target,
    targetId,
    targetType: targetId && parseResourceId(targetId)?.type.toLowerCase(),
    groupIds: groupIds(resource, properties),
  };
}

function groupIds(resource: DeployedResource, properties: ObjectValue): GroupIds {
  const entry = getEntry(properties, 'groupIds');
  const value = entryValue(properties, 'groupIds');
  const list = settled(value, resource) ?? present(value, resource);
  const key = entry?.key;
  if (!value || list?.kind === 'null') return { items: [], open: !isClosed(properties, entry !== undefined), key };
  if (list?.kind !== 'array') return { items: [], open: true, key };
  return { items: list.items.map((item) => partOf(item, list)), open: list.open, key };
}

/** Whether an absent property is certainly absent. */
function isClosed(properties: ObjectValue, written: boolean): boolean {
  return written || !properties.open;
}

function zoneGroup(resource: DeployedResource): ZoneGroup {
  const value = property(resource, 'privateDnsZoneConfigs');
  const list = present(value, resource);
  if (list?.kind !== 'array') return { resource, bindings: [], open: !isEmptyGroup(value, resource) };
  const bindings = list.items.flatMap((item): ZoneBinding[] => {
    const config = settled(partOf(item, list), resource);
    const properties = config?.kind === 'object' ? settled(entryValue(config, 'properties'), resource) : undefined;
    const zoneId =
      properties?.kind === 'object' ? settled(entryValue(properties, 'privateDnsZoneId'), resource) : undefined;
    return zoneId ? [{ group: resource, zoneId, zoneName: zoneOfId(zoneId) }] : [];
  });
  return { resource, bindings, open: list.open || bindings.length < list.items.length };
}

/** Whether a group certainly has no zones: its list is nothing in every case, or absent where all of its properties are known. */
function isEmptyGroup(value: Value | undefined, resource: DeployedResource): boolean {
  if (value) return possible(value, resource).every((option) => isNothing(option.value));
  const entry = getEntry(resource.body, 'properties');
  if (!entry) return !resource.body.open;
  const properties = settled(entry.value, resource);
  return properties?.kind === 'object' && !properties.open;
}

function link(resource: DeployedResource): Link {
  const network = settled(deepValue(property(resource, 'virtualNetwork'), resource, 'id'), resource);
  return { resource, zoneId: parentId(resource.id), network: network?.kind === 'text' ? network : undefined };
}

function protectedItem(resource: DeployedResource): ProtectedItem {
  const parts = parseResourceId(resource.id);
  const vaultName = parts?.names[0];
  return { resource, vaultId: parts && vaultName ? resourceId(parts.scope, VAULT_TYPE, [vaultName]) : undefined };
}

function vault(resource: DeployedResource, all: readonly Connection[]): Vault {
  const key = idKey(resource.id);
  const isOwn = ({ targetId, endpoint }: Connection): boolean =>
    targetId !== undefined && idKey(targetId) === key && canExistTogether(resource, endpoint);
  return { resource, connections: all.filter(isOwn) };
}

function zone(resource: DeployedResource): Zone {
  const name = settled(resource.name, resource);
  return { resource, name: name?.kind === 'text' ? (splitName(name)[0] ?? textOf([])) : undefined };
}
