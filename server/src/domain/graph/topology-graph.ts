import { VAULT_TYPE } from '../../data/resource-types';
import type { Deployment } from '../../deployment/deployment';
import { idKey } from '../../deployment/identity/resource-id';
import type { TextValue } from '../../deployment/values/value';
import { knownText, originOf } from '../../deployment/values/values';
import { subnetIdOf } from '../topology/endpoint-network';
import { findTopology } from '../topology/find-topology';
import { networkOfSubnet, subnetOf, type Subnet } from '../topology/networks';
import type { RegionTable } from '../names/regions';
import { locationOf } from '../resources/resource-location';
import type { Connection, Endpoint, Topology, ZoneGroup } from '../topology/topology';
import type { TopologyGraph } from './graph';
import { GraphBuilder, readable } from './graph-builder';
import { addDns } from './graph-dns';
import { addKeyVaults } from './graph-key-vaults';
import { addNetwork, type Drawing } from './graph-network';

/** Draws up what a deployment makes for private endpoints, and what that refers to. */
export function topologyGraph(
  deployment: Deployment,
  regions: RegionTable,
  topology: Topology = findTopology(deployment),
): TopologyGraph {
  const graph = new GraphBuilder();
  const drawing = { graph, topology };
  for (const { resource } of topology.vaults) {
    const region = locationOf(resource, regions)?.region;
    graph.resource('vault', resource, region ? [region.displayName] : []);
  }
  for (const endpoint of topology.endpoints) addEndpoint(endpoint, drawing);
  addZones(drawing);
  // Networks that only exist are of interest where something refers to them.
  for (const { resource } of topology.networks) if (!resource.existing) addNetwork(resource.id, resource, drawing);
  addDns(drawing);
  addKeyVaults(drawing);
  return graph.build();
}

function addEndpoint(endpoint: Endpoint, drawing: Drawing): void {
  const { graph } = drawing;
  const isManual = endpoint.connections.some(({ manual }) => manual);
  const node = graph.resource('endpoint', endpoint.resource, isManual ? ['waits for an approval'] : []);
  for (const connection of endpoint.connections) addTarget(connection, node, drawing);
  addSubnet(endpoint, node, drawing);
  for (const group of endpoint.zoneGroups) addZoneGroup(group, node, drawing);
}

function addTarget({ endpoint, targetId, targetType, groupIds }: Connection, node: string, drawing: Drawing): void {
  if (!targetId) return;
  const { graph, topology } = drawing;
  const kind = targetType === VAULT_TYPE ? 'vault' : 'service';
  const resource = topology.index.byId(targetId);
  const target = resource
    ? graph.resource(kind, resource, kind === 'service' ? [resource.type] : [])
    : graph.named(kind, targetId, endpoint.place);
  const groups = groupIds.items.map((item) => (item.kind === 'text' ? readable(item) : '…'));
  graph.edge(node, target, 'connects', groups.join(', '));
}

function addSubnet(endpoint: Endpoint, node: string, drawing: Drawing): void {
  const { graph, topology } = drawing;
  const value = subnetIdOf(endpoint);
  const subnet = subnetOf(value, topology.subnets);
  const network = subnet?.networkId ?? networkOfSubnet(value);
  const id = subnet?.id ?? (value?.kind === 'text' ? value : undefined);
  const networkNode = network && addNetwork(network, endpoint.resource, drawing);
  if (!id) {
    if (networkNode !== undefined) graph.edge(node, networkNode, 'standsIn');
    return;
  }
  const subnetNode = subnet ? addDeclaredSubnet(subnet, id, drawing) : addNamedSubnet(id, endpoint, drawing);
  graph.edge(node, subnetNode, 'standsIn');
  if (networkNode !== undefined) graph.edge(subnetNode, networkNode, 'partOf');
}

function addNamedSubnet(id: TextValue, { resource }: Endpoint, { graph, topology }: Drawing): string {
  const existing = topology.index.byId(id);
  return existing ? graph.resource('subnet', existing) : graph.named('subnet', id, resource.place);
}

function addDeclaredSubnet(subnet: Subnet, id: TextValue, { graph, topology: { networks } }: Drawing): string {
  const details = subnet.prefixes.flatMap((prefix) => knownText(prefix) ?? []);
  // A subnet that is written inside its network has no resource of its own.
  if (!networks.some(({ resource }) => resource === subnet.resource))
    return graph.resource('subnet', subnet.resource, details);
  const written = originOf(subnet.properties?.trail);
  const label = readable(id).split('/').at(-1) ?? '…';
  return graph.node(idKey(id), () => ({
    kind: 'subnet',
    label,
    details,
    presence: subnet.resource.existence.kind === 'maybe' ? 'conditional' : 'deployed',
    place: subnet.place ?? subnet.resource.place,
    extents: [subnet.place, written].flatMap((it) => (it ? [{ uri: it.uri, start: it.start, end: it.end }] : [])),
  }));
}

function addZoneGroup({ resource, bindings }: ZoneGroup, endpointNode: string, drawing: Drawing): void {
  const { graph, topology } = drawing;
  const group = graph.resource('zoneGroup', resource);
  graph.edge(endpointNode, group, 'hasGroup');
  for (const { zoneId, zoneName } of bindings) {
    if (zoneId.kind !== 'text' || !zoneName) continue;
    const zone = topology.index.byId(zoneId);
    const node = zone ? graph.resource('zone', zone) : graph.named('zone', zoneId, resource.place);
    graph.edge(group, node, 'binds');
  }
}

function addZones(drawing: Drawing): void {
  const { graph, topology } = drawing;
  for (const { resource } of topology.zones) graph.resource('zone', resource);
  for (const { resource, zoneId, network } of topology.links) {
    const link = graph.resource('zoneLink', resource);
    const zone = topology.index.byId(zoneId);
    if (zone) graph.edge(graph.resource('zone', zone), link, 'hasLink');
    else if (zoneId) graph.edge(graph.named('zone', zoneId, resource.place), link, 'hasLink');
    if (network) graph.edge(link, addNetwork(network, resource, drawing), 'links');
  }
}
