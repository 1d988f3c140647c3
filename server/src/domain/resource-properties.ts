import type { DeployedResource } from '../deployment/deployment';
import type { ObjectValue, Value } from '../deployment/value';
import { getEntry, partOf } from '../deployment/values';
import { settled } from './options';

/** A property of a resource's `properties`. */
export function property(resource: DeployedResource, name: string): Value | undefined {
  const properties = settled(getEntry(resource.body, 'properties')?.value, resource);
  return properties?.kind === 'object' ? entryValue(properties, name) : undefined;
}

/** An entry's value with the way of the object that holds it. */
export function entryValue(object: ObjectValue, name: string): Value | undefined {
  const entry = getEntry(object, name);
  return entry && partOf(entry.value, object);
}

/** A value deep in an object, by the names of the properties that lead to it; undefined where one of them is not settled. */
export function deepValue(
  value: Value | undefined,
  resource: DeployedResource,
  ...names: readonly string[]
): Value | undefined {
  return names.reduce<Value | undefined>((outer, name) => {
    const object = settled(outer, resource);
    return object?.kind === 'object' ? entryValue(object, name) : undefined;
  }, value);
}

/** The items of a list that are known to be there, and whether there may be more. */
export function listItems(
  value: Value | undefined,
  resource: DeployedResource,
): { readonly items: readonly Value[]; readonly open: boolean } {
  const list = settled(value, resource);
  if (!value || list?.kind === 'null') return { items: [], open: false };
  return list?.kind === 'array'
    ? { items: list.items.map((item) => partOf(item, list)), open: list.open }
    : { items: [], open: true };
}
