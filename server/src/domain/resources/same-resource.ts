import { idKey, parseResourceId } from '../../deployment/identity/resource-id';
import type { ResourceIdParts } from '../../deployment/identity/resource-id';
import type { TextValue } from '../../deployment/values/value';
import { flatText } from '../names/flat-text';
import { canBecome, hole } from '../names/zone-labels';

/** Whether nothing that is known of two IDs speaks against their being the same. */
export function mayBeSame(one: ResourceIdParts | undefined, other: ResourceIdParts | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.type.toLowerCase() === other.type.toLowerCase() &&
    one.names.every((name, index) => agree(name, other.names[index])) &&
    agree(one.subscription, other.subscription) &&
    agree(one.resourceGroup, other.resourceGroup)
  );
}

/** The same for whole IDs; one that does not show what it is may be any other. */
export function mayBeSameId(one: TextValue, other: TextValue): boolean {
  if (idKey(one) === idKey(other)) return true;
  const [a, b] = [parseResourceId(one), parseResourceId(other)];
  return !a || !b || mayBeSame(a, b);
}

/** Whether two texts can be the same; one that is not there says nothing. */
function agree(one: TextValue | undefined, other: TextValue | undefined): boolean {
  if (!one || !other) return true;
  const [a, b] = [flatText(one).text.toLowerCase(), flatText(other).text.toLowerCase()];
  if (!a.includes(hole)) return canBecome(b, a);
  if (!b.includes(hole)) return canBecome(a, b);
  return startsAgree(a, b) && endsAgree(a, b);
}

/** Whether what is known before the first holes fits together. */
function startsAgree(a: string, b: string): boolean {
  const [one, other] = [a.slice(0, a.indexOf(hole)), b.slice(0, b.indexOf(hole))];
  return one.startsWith(other) || other.startsWith(one);
}

/** Whether what is known behind the last holes fits together. */
function endsAgree(a: string, b: string): boolean {
  const [one, other] = [a.slice(a.lastIndexOf(hole) + 1), b.slice(b.lastIndexOf(hole) + 1)];
  return one.endsWith(other) || other.endsWith(one);
}
