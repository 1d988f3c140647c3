import { ACCOUNT_TYPE, ENDPOINT_TYPE, ZONE_TYPE } from '../../data/resource-types';
import type { Deployment, DeployedResource } from '../../deployment/deployment';
import { idKey, parentId, parseResourceId } from '../../deployment/identity/resource-id';
import type { Value } from '../../deployment/values/value';
import { knownText } from '../../deployment/values/values';
import { contains } from '../network/address-ranges';
import { isBackupEndpoint } from '../topology/backup-endpoints';
import { subnetIdOf } from '../topology/endpoint-network';
import { zoneOfId } from '../topology/find-topology';
import type { Neighbours } from '../resources/neighbours';
import { subnetOf } from '../topology/networks';
import { settled } from '../resources/options';
import type { RegionTable } from '../names/regions';
import { deepValue, listItems, property } from '../resources/resource-properties';
import { mayBeSameId } from '../resources/same-resource';
import type { Endpoint, Topology, ZoneGroup } from '../topology/topology';
import { mayHoldMore } from '../resources/visibility';
import { existTogether } from './zone-configs';
import { needOf } from './zone-needs';
import { readReference } from './zone-references';

/** The kinds of records that a zone group writes, or that answer in their place, with where their addresses are. */
const RECORD_KINDS = [
  { type: `${ZONE_TYPE}/a`, list: 'aRecords', address: 'ipv4Address' },
  { type: `${ZONE_TYPE}/aaaa`, list: 'aaaaRecords', address: 'ipv6Address' },
  { type: `${ZONE_TYPE}/cname`, list: undefined, address: undefined },
] as const;

/** A record that the template writes into a zone in which a zone group writes the records of Azure Backup. */
export interface HandMadeRecord {
  readonly record: DeployedResource;
  readonly endpoint: Endpoint;
  readonly group: ZoneGroup;
  /** The zone's name, which may have holes. */
  readonly zoneName: string;
}

interface Surroundings {
  readonly deployment: Deployment;
  readonly topology: Topology;
  readonly regions: RegionTable;
  readonly neighbours: Neighbours;
}

/**
 * The records by hand that are Azure Backup's for certain: all in its own zone, and in a blob or queue zone, where other accounts have
 * theirs, those with an address of the endpoint.
 */
export function* findHandMadeRecords(surroundings: Surroundings): Iterable<HandMadeRecord> {
  const { topology } = surroundings;
  for (const kind of RECORD_KINDS) {
    for (const record of topology.index.ofType(kind.type)) {
      if (record.existing || record.existence.kind === 'no') continue;
      const values = kind.list ? listItems(property(record, kind.list), record).items : [];
      const addresses = values.map((item) => settled(deepValue(item, record, kind.address ?? ''), record));
      const found = managed(record, addresses, surroundings);
      if (found) yield found;
    }
  }
}

function managed(
  record: DeployedResource,
  addresses: readonly (Value | undefined)[],
  surroundings: Surroundings,
): HandMadeRecord | undefined {
  const zone = parentId(record.id);
  const name = zone && zoneOfId(zone);
  if (!name) return undefined;
  const { meaning, name: flat } = readReference(name, record, surroundings.regions);
  const need = needOf(meaning);
  if (need === undefined || meaning.kind === 'backupHost') return undefined;
  const key = idKey(zone);
  for (const endpoint of surroundings.topology.endpoints.filter(isBackupEndpoint)) {
    const group = endpoint.zoneGroups.find(
      ({ resource, bindings }) =>
        resource.existence.kind !== 'no' &&
        existTogether(record, resource) &&
        bindings.some(({ zoneId }) => zoneId.kind === 'text' && idKey(zoneId) === key),
    );
    if (!group) continue;
    const isOurs = need === 'backup' || isOfEndpoint(record, addresses, endpoint, surroundings);
    if (isOurs) return { record, endpoint, group, zoneName: flat.text };
  }
  return undefined;
}

function isOfEndpoint(
  record: DeployedResource,
  addresses: readonly (Value | undefined)[],
  endpoint: Endpoint,
  surroundings: Surroundings,
): boolean {
  if (addresses.length === 0 || isNamedAfterAccount(record, surroundings)) return false;
  const own = idKey(endpoint.resource.id);
  if (addresses.every((it) => pointsTo(it, own))) return true;
  const subnet = subnetOf(subnetIdOf(endpoint), surroundings.topology.subnets);
  if (!subnet || mayShareSubnet(endpoint, surroundings)) return false;
  return addresses.every((it) => {
    const address = knownText(it);
    return address !== undefined && subnet.prefixes.some((prefix) => contains(knownText(prefix) ?? '', address));
  });
}

/** Whether a value is a run-time property of an endpoint. */
function pointsTo(value: Value | undefined, endpointKey: string): boolean {
  const [only, ...others] = value?.kind === 'text' ? value.segments : [];
  const pointer = only?.kind === 'hole' && others.length === 0 ? only.value : value;
  return pointer?.kind === 'runtime' && idKey(pointer.resource) === endpointKey;
}

function isNamedAfterAccount(record: DeployedResource, { topology, neighbours }: Surroundings): boolean {
  const name = parseResourceId(record.id)?.names.at(-1);
  if (!name) return true;
  const key = idKey(name);
  const declared = neighbours.declarationsOfType(ACCOUNT_TYPE).map(({ resource }) => resource);
  return [...topology.index.ofType(ACCOUNT_TYPE), ...declared].some(({ id }) => {
    const account = parseResourceId(id)?.names.at(-1);
    return account !== undefined && idKey(account) === key;
  });
}

/** Whether an endpoint for something else may have the subnet's addresses. */
function mayShareSubnet(endpoint: Endpoint, { deployment, topology, neighbours }: Surroundings): boolean {
  if (mayHoldMore(deployment)) return true;
  const own = subnetIdOf(endpoint);
  const elsewhere = neighbours.declarationsOfType(ENDPOINT_TYPE).map(({ resource }) => resource);
  const others = topology.endpoints.filter((it) => !isBackupEndpoint(it)).map(({ resource }) => resource);
  const subnet = subnetOf(own, topology.subnets);
  return [...others, ...elsewhere].some((resource) => {
    const id = subnetIdOf({ resource, connections: [], zoneGroups: [] });
    const declared = subnetOf(id, topology.subnets);
    if (declared) return declared === subnet;
    return id?.kind !== 'text' || !subnet?.id || mayBeSameId(id, subnet.id);
  });
}
