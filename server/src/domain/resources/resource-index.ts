import type { DeployedResource } from '../../deployment/deployment';
import { idKey, parentId, parseResourceId } from '../../deployment/identity/resource-id';
import type { TextValue } from '../../deployment/values/value';

/** The resources of a deployment by type, by ID and by parent, whatever way their IDs were written. */
export class ResourceIndex {
  private readonly types = new Map<string, DeployedResource[]>();
  private readonly ids = new Map<string, DeployedResource>();
  private readonly parents = new Map<string, DeployedResource[]>();

  constructor(resources: readonly DeployedResource[]) {
    for (const resource of resources) {
      addTo(this.types, typeOf(resource).toLowerCase(), resource);
      const key = idKey(resource.id);
      const known = this.ids.get(key);
      // A declaration says more than an `existing` reference to the same resource.
      if (!known || (known.existing && !resource.existing)) this.ids.set(key, resource);
      const parent = parentId(resource.id);
      if (parent) addTo(this.parents, idKey(parent), resource);
    }
  }

  /** The resources of a type, compared without case; existing ones are among them. */
  ofType(type: string): readonly DeployedResource[] {
    return this.types.get(type.toLowerCase()) ?? [];
  }

  /** The resource with an ID: where it is declared, else where it is referred to as existing. */
  byId(id: TextValue | undefined): DeployedResource | undefined {
    return id && this.ids.get(idKey(id));
  }

  /** The children of a resource, of one type. */
  childrenOf({ id }: Pick<DeployedResource, 'id'>, type: string): readonly DeployedResource[] {
    const wanted = type.toLowerCase();
    return (this.parents.get(idKey(id)) ?? []).filter((child) => child.type.toLowerCase() === wanted);
  }
}

/** An extension may be written with the type of what it extends: `Microsoft.Network/virtualNetworks/providers/roleAssignments`. */
function typeOf({ type, id }: DeployedResource): string {
  return (/\/providers\//i.test(type) ? parseResourceId(id)?.type : undefined) ?? type;
}

function addTo(map: Map<string, DeployedResource[]>, key: string, resource: DeployedResource): void {
  const list = map.get(key);
  if (list) list.push(resource);
  else map.set(key, [resource]);
}
