import { LINK_TYPE } from '../../data/resource-types';
import type { DeployedResource } from '../../deployment/deployment';
import { parentId, parseResourceId } from '../../deployment/identity/resource-id';
import type { TextValue } from '../../deployment/values/value';
import { mayHaveChildElsewhere } from '../resources/children-elsewhere';
import type { Neighbours } from '../resources/neighbours';
import { mayBeSameId } from '../resources/same-resource';
import type { Link, Topology } from '../topology/topology';

/** The name of the zone that a link belongs to; it may have holes. */
export function nameOfLinkedZone({ zoneId }: Link): TextValue | undefined {
  return zoneId && parseResourceId(zoneId)?.names[0];
}

/** Whether a zone certainly has no link to a network: every link is known to be of another zone, or to another network. */
export function isUnlinked(
  zone: DeployedResource,
  network: DeployedResource,
  { index, links }: Topology,
  neighbours: Neighbours,
): boolean {
  const isOfZone = (zoneId: TextValue | undefined): boolean => !zoneId || mayBeSameId(zoneId, zone.id);
  const isPossible = ({ zoneId, network: linked }: Link): boolean =>
    isOfZone(zoneId) && (!linked || mayBeSameId(linked, network.id));
  if (links.some(isPossible)) return false;
  if (index.ofType(LINK_TYPE).some(({ existing, id }) => existing && isOfZone(parentId(id)))) return false;
  return !mayHaveChildElsewhere(zone, LINK_TYPE, neighbours);
}
