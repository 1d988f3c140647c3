import { parseResourceId } from '../deployment/resource-id';
import type { TextValue } from '../deployment/value';
import type { Link } from './topology';

/** The name of the zone that a link belongs to; it may have holes. */
export function nameOfLinkedZone({ zoneId }: Link): TextValue | undefined {
  return zoneId && parseResourceId(zoneId)?.names[0];
}
