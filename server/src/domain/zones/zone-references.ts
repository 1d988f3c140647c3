import type { DeployedResource } from '../../deployment/deployment';
import type { TextValue } from '../../deployment/values/value';
import { classifyZone } from '../names/backup-zone';
import { flatText } from '../names/flat-text';
import type { FlatText } from '../names/flat-text';
import type { RegionTable } from '../names/regions';
import type { Topology, ZoneBinding } from '../topology/topology';
import type { ZoneName } from '../names/zone-name';

/** A name that is, or would be, a private DNS zone's. */
export interface NamedZone {
  readonly name: FlatText;
  readonly meaning: ZoneName;
}

/** A private DNS zone's name somewhere in a deployment: where the zone is declared, or in an ID that names it. */
export interface ZoneReference extends NamedZone {
  /** The zone itself, or the zone group that binds it. */
  readonly resource: DeployedResource;
  /** The zone, where the deployment declares it: then the name is the declared one. */
  readonly zone: DeployedResource | undefined;
}

/** Every zone name of a deployment, read. One that is declared and bound counts once, where it is declared. */
export function zoneReferences(topology: Topology, regions: RegionTable): readonly ZoneReference[] {
  const references: ZoneReference[] = [];
  for (const { name, resource } of topology.zones) {
    if (name) references.push(readReference(name, resource, regions, resource.existing ? undefined : resource));
  }
  for (const endpoint of topology.endpoints) {
    for (const group of endpoint.zoneGroups) {
      for (const binding of group.bindings) {
        const reference = boundZone(binding, topology, regions);
        if (reference && !reference.zone) references.push(reference);
      }
    }
  }
  return references;
}

/** The zone that an entry of a zone group binds; by the name that it is declared with, where the deployment declares it. */
export function boundZone(
  { group, zoneId, zoneName }: ZoneBinding,
  { index, zones }: Topology,
  regions: RegionTable,
): ZoneReference | undefined {
  const resource = zoneId.kind === 'text' ? index.byId(zoneId) : undefined;
  const zone = resource?.existing === false ? zones.find((it) => it.resource === resource) : undefined;
  if (zone?.name) return readReference(zone.name, group, regions, zone.resource);
  return zoneName && readReference(zoneName, group, regions);
}

export function readReference(
  name: TextValue,
  resource: DeployedResource,
  regions: RegionTable,
  zone?: DeployedResource,
): ZoneReference {
  const flat = flatText(name);
  return { name: flat, meaning: classifyZone(flat.text, regions), resource, zone };
}
