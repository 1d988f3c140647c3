import { ZONE_TYPE } from '../../data/resource-types';
import type { Deployment, DeployedResource } from '../../deployment/deployment';
import { idKey, parentId, parseResourceId } from '../../deployment/identity/resource-id';
import type { TextValue } from '../../deployment/values/value';
import { flatText } from '../names/flat-text';
import type { FlatText } from '../names/flat-text';
import { leavesOf } from '../resources/leaves';

/**
 * Every place from which a deployment takes the name of a zone: the zone's own, those of its children, and the IDs in other resources and
 * in what they wait for. In JSON each may be a literal of its own, and a zone can only be renamed in all of them at once.
 */
export function spellingsOf(zone: DeployedResource, { resources }: Deployment): readonly FlatText[] {
  const wanted = idKey(zone.id);
  const names: FlatText[] = [];
  for (const resource of resources) {
    const ids = [resource.id];
    for (const { value } of resource.body.entries.values()) {
      for (const leaf of leavesOf(value)) if (leaf.kind === 'text') ids.push(leaf);
    }
    for (const id of ids) {
      const zoneId = zoneWithin(id);
      const name = zoneId && idKey(zoneId) === wanted ? parseResourceId(zoneId)?.names[0] : undefined;
      if (name) names.push(flatText(name));
    }
  }
  return names;
}

/** The ID of the zone that an ID names, or of the one above what it names. */
function zoneWithin(id: TextValue): TextValue | undefined {
  const type = parseResourceId(id)?.type.toLowerCase();
  if (type === ZONE_TYPE) return id;
  return type?.startsWith(`${ZONE_TYPE}/`) === true ? parentId(id) : undefined;
}
