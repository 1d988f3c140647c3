import type { DeployedResource } from '../deployment/deployment';
import { idKey, parentId } from '../deployment/resource-id';
import type { Declaration, Neighbours } from './neighbours';
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
  const key = ({ root, resource }: Declaration): string => `${root} ${idKey(resource.id)}`;
  const parents = new Set(neighbours.declarationsOfType(type).map(key));
  return neighbours.declarationsOfType(childType).some(({ root, resource }) => {
    const parent = parentId(resource.id);
    return !parent || (!parents.has(`${root} ${idKey(parent)}`) && mayBeSameId(parent, id));
  });
}
