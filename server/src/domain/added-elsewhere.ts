import type { DeployedResource } from '../deployment/deployment';
import { parentId, parseResourceId } from '../deployment/resource-id';
import type { Neighbours } from './neighbours';
import { mayBeSame } from './same-resource';

/**
 * Whether another deployment of the project may add children of a type to a resource. One that declares the resource itself deploys it
 * another time, and adds nothing to this one.
 */
export function isAddedTo({ id }: DeployedResource, type: string, neighbours: Neighbours): boolean {
  const wholes = new Set(neighbours.declarationsOf(id).map(({ root }) => root));
  return neighbours.declarationsOfType(type).some(({ root, resource }) => {
    const parent = parentId(resource.id);
    return !wholes.has(root) && parent !== undefined && mayBeSame(parseResourceId(id), parseResourceId(parent));
  });
}
