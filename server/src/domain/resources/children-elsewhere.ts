import type { Uri } from '../../base/uri';
import type { DeployedResource } from '../../deployment/deployment';
import { idKey, parentId } from '../../deployment/identity/resource-id';
import type { TextValue } from '../../deployment/values/value';
import type { Neighbours } from './neighbours';
import { mayBeSameId } from './same-resource';

/**
 * Whether another deployment of the project may give a resource a child of some type. One that declares the child's parent itself means
 * that: two templates often deploy things of one name to different places.
 */
export function mayHaveChildElsewhere(
  { id, type }: DeployedResource,
  childType: string,
  neighbours: Neighbours,
): boolean {
  const children = neighbours.declarationsOfType(childType).filter(({ resource }) => {
    const parent = parentId(resource.id);
    return !parent || mayBeSameId(parent, id);
  });
  // In a large project it is seldom that any is left, and looking through all parents is dear.
  if (children.length === 0) return false;
  const parents = new Set(neighbours.declarationsOfType(type).map(({ root, resource }) => keyOf(root, resource.id)));
  return children.some(({ root, resource }) => {
    const parent = parentId(resource.id);
    return !parent || !parents.has(keyOf(root, parent));
  });
}

function keyOf(root: Uri, id: TextValue): string {
  return `${root} ${idKey(id)}`;
}
