import type { Place } from '../base/place';
import type { TextEdit } from '../base/text-edit';
import type { DeployedResource } from '../deployment/deployment';
import { idKey } from '../deployment/identity/resource-id';
import type { Value } from '../deployment/values/value';
import { originOf } from '../deployment/values/values';
import { namesZone } from '../domain/resources/literal-uses';
import type { Topology, ZoneGroup } from '../domain/topology/topology';
import { storageZoneCode, type NeededZone } from '../domain/zones/zone-needs';
import { findProperty } from '../syntax/properties';
import type { RuleContext } from './rule';

/** New zones at the end of the list of names that one loop makes the template's zones from, and another one the group's items. */
export function extendNames(
  group: ZoneGroup,
  lacking: readonly NeededZone[],
  { deployment, topology, editor, uses }: RuleContext,
): readonly TextEdit[] | undefined {
  const names = lacking.flatMap((need) => (need === 'backup' ? [] : storageZoneCode(need, deployment.cloud)));
  if (names.length < lacking.length || !isLoop(group.resource)) return undefined;
  const places = group.bindings.map(({ zoneId }) => placeOfLoopedName(zoneId, topology));
  const [first] = places;
  if (!first || places.some((place) => !place || uses.isShared(place, namesZone))) return undefined;
  return editor.appendBeside(first, ...names);
}

function isLoop({ definition }: DeployedResource): boolean {
  const properties = findProperty(definition.body, 'properties')?.value;
  return findProperty(properties, 'privateDnsZoneConfigs')?.value.kind === 'for';
}

/** Where the name of a zone is written that a loop over names declares. */
function placeOfLoopedName(zoneId: Value, { zones }: Topology): Place | undefined {
  const key = zoneId.kind === 'text' ? idKey(zoneId) : undefined;
  const zone = zones.find(({ resource }) => idKey(resource.id) === key);
  const isMade = zone && !zone.resource.existing && zone.resource.definition.loop?.kind === 'items';
  return isMade ? originOf(zone.name?.trail) : undefined;
}
