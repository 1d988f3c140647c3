import { ZONE_GROUP_TYPE, ZONE_TYPE } from '../../data/resource-types';
import type { DeployedResource, Deployment } from '../../deployment/deployment';
import { existsWith } from '../../deployment/values/existence';
import { parentId } from '../../deployment/identity/resource-id';
import type { TextValue } from '../../deployment/values/value';
import { isBackupEndpoint } from '../topology/backup-endpoints';
import type { RegionTable } from '../names/regions';
import { mayBeSameId } from '../resources/same-resource';
import type { Endpoint, Topology } from '../topology/topology';
import { nameOfLinkedZone } from './zone-links';
import { needOf } from './zone-needs';
import { readReference, type ZoneReference } from './zone-references';

const RECORD_TYPES = ['a', 'aaaa', 'cname'].map((type) => `${ZONE_TYPE}/${type}`);

/** Whether an endpoint certainly has no zone group of its own in the deployment: none is its child, and none may turn out to be. */
export function lacksZoneGroup({ resource, zoneGroups }: Endpoint, { index, endpoints }: Topology): boolean {
  if (zoneGroups.length > 0) return false;
  const placed = new Set(endpoints.flatMap((it) => it.zoneGroups.map((group) => group.resource)));
  return index.ofType(ZONE_GROUP_TYPE).every((group) => {
    const parent = parentId(group.id);
    return placed.has(group) || (parent !== undefined && !mayBeSameId(parent, resource.id));
  });
}

/** Whether the deployment works with Azure Policy, which may add zone groups and links later on. */
export function usesPolicy({ resources }: Deployment): boolean {
  return resources.some(({ type }) => /^microsoft\.authorization\/policy/i.test(type));
}

/** A zone that shows that the names of an endpoint for Backup are meant to be answered by zones; undefined where none does. */
export function zoneMeantFor(endpoint: Endpoint, topology: Topology, regions: RegionTable): ZoneReference | undefined {
  const references = [...zonesInSight(topology, regions)].filter(
    ({ resource }) => existsWith(endpoint.resource.existence, resource.existence) && !hasOwnRecords(resource, topology),
  );
  const backup = references.find(({ meaning }) => needOf(meaning) === 'backup' && meaning.kind !== 'backupHost');
  if (backup) return backup;
  if (topology.endpoints.some((other) => other !== endpoint && mayUseStorage(other))) return undefined;
  const isBound = ({ name }: ZoneReference): boolean =>
    [...boundZones(topology, regions)].some((bound) => bound.name.text.toLowerCase() === name.text.toLowerCase());
  return references.find((it) => (it.meaning.kind === 'blob' || it.meaning.kind === 'queue') && !isBound(it));
}

/** The zones that the deployment declares or refers to: by themselves, by their links, or in a zone group. */
function* zonesInSight(topology: Topology, regions: RegionTable): Iterable<ZoneReference> {
  const named: (readonly [TextValue | undefined, DeployedResource])[] = [
    ...topology.zones.map(({ name, resource }) => [name, resource] as const),
    ...topology.links.map((link) => [nameOfLinkedZone(link), link.resource] as const),
  ];
  for (const [name, resource] of named) if (name) yield readReference(name, resource, regions);
  yield* boundZones(topology, regions);
}

function* boundZones({ endpoints }: Topology, regions: RegionTable): Iterable<ZoneReference> {
  for (const { resource, bindings } of endpoints.flatMap(({ zoneGroups }) => zoneGroups)) {
    for (const { zoneName } of bindings) if (zoneName) yield readReference(zoneName, resource, regions);
  }
}

/** Whether the template writes records into a zone itself: then nobody waits for those of a zone group. */
function hasOwnRecords(zone: DeployedResource, { index }: Topology): boolean {
  return RECORD_TYPES.some((type) =>
    index.ofType(type).some((record) => {
      const parent = parentId(record.id);
      return !parent || mayBeSameId(parent, zone.id);
    }),
  );
}

/** Whether a blob or queue zone may be there for an endpoint: one of another service without a zone group, or with zones not known. */
function mayUseStorage(endpoint: Endpoint): boolean {
  if (endpoint.zoneGroups.some(({ open, bindings }) => open || bindings.some(({ zoneName }) => !zoneName))) return true;
  return endpoint.zoneGroups.length === 0 && !isBackupEndpoint(endpoint);
}
