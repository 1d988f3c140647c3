import { joinText } from '../identity/resource-id';
import type { ResourceInstance } from './resource-instance';
import type { Value } from '../values/value';
import { getEntry, text } from '../values/values';

/**
 * What the declaration of a resource says of a path into it, such as `properties.sku.name`, where it is plain: an object or array may
 * look different in Azure. Undefined where it says nothing.
 */
export function declaredMember(instance: ResourceInstance, path: string): Value | undefined {
  if (path === 'id') return instance.id;
  if (path === 'name') return instance.writtenName;
  if (path === 'type') return text(instance.definition.type);
  if (path === 'apiVersion') return text(instance.definition.apiVersion);
  if (instance.definition.existing) return undefined;
  const value = valueAt(instance.body, path.split('.'));
  if (!value) return partId(instance, path);
  return value.kind === 'text' || value.kind === 'number' || value.kind === 'boolean' ? value : undefined;
}

function valueAt(whole: Value, path: readonly string[]): Value | undefined {
  let value: Value | undefined = whole;
  for (const name of path) {
    if (value.kind === 'object') value = getEntry(value, name)?.value;
    // Where a list may hold more than is known, nobody knows what stands where.
    else value = value.kind === 'array' && !value.open && /^\d+$/.test(name) ? value.items[Number(name)] : undefined;
    if (!value) return undefined;
  }
  return value;
}

/**
 * The ID that Azure gives to a named part of a network resource, such as a network's first subnet: `properties.subnets.0.id` is the
 * resource's own ID, the array's name and the part's.
 */
function partId(instance: ResourceInstance, path: string): Value | undefined {
  const [, array, index] = /^properties\.(\w+)\.(\d+)\.id$/i.exec(path) ?? [];
  if (array === undefined || index === undefined || !/^microsoft\.network\//i.test(instance.definition.type))
    return undefined;
  const name = valueAt(instance.body, ['properties', array, index, 'name']);
  return name?.kind === 'text' ? joinText([instance.id, `/${array}/`, name], name.trail) : undefined;
}
