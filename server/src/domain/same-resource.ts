import type { ResourceIdParts } from '../deployment/resource-id';
import type { Value } from '../deployment/value';
import { knownText } from '../deployment/values';

/** Whether nothing that is known of two IDs speaks against their being the same. */
export function mayBeSame(one: ResourceIdParts | undefined, other: ResourceIdParts | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.type.toLowerCase() === other.type.toLowerCase() &&
    one.names.every((name, index) => agrees(name, other.names[index])) &&
    agrees(one.subscription, other.subscription) &&
    agrees(one.resourceGroup, other.resourceGroup)
  );
}

function agrees(one: Value | undefined, other: Value | undefined): boolean {
  const [a, b] = [knownText(one), knownText(other)];
  return a === undefined || b === undefined || a.toLowerCase() === b.toLowerCase();
}
