import type { DeployedResource } from '../deployment/deployment';
import type { TextValue } from '../deployment/value';
import { classifyZone } from './backup-zone';
import { flatText } from './flat-text';
import type { FlatText } from './flat-text';
import type { RegionTable } from './regions';
import type { Topology } from './topology';
import type { ZoneName } from './zone-name';

/** A name that is, or would be, a private DNS zone's. */
export interface NamedZone {
  readonly name: FlatText;
  readonly meaning: ZoneName;
}

/** A private DNS zone's name somewhere in a deployment: where the zone is declared, or in an ID that names it. */
export interface ZoneReference extends NamedZone {
  /** The zone itself, or the zone group that binds it. */
  readonly resource: DeployedResource;
}

/** Every zone name of a deployment, read. */
export function zoneReferences(topology: Topology, regions: RegionTable): readonly ZoneReference[] {
  const references: ZoneReference[] = [];
  const add = (name: TextValue | undefined, resource: DeployedResource): void => {
    if (name) references.push(readReference(name, resource, regions));
  };
  for (const zone of topology.zones) add(zone.name, zone.resource);
  for (const endpoint of topology.endpoints) {
    for (const group of endpoint.zoneGroups)
      for (const binding of group.bindings) add(binding.zoneName, group.resource);
  }
  return references;
}

export function readReference(name: TextValue, resource: DeployedResource, regions: RegionTable): ZoneReference {
  const flat = flatText(name);
  return { name: flat, meaning: classifyZone(flat.text, regions), resource };
}
