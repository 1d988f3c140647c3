import type { DeployedResource } from '../../deployment/deployment';
import { bothGuards, optionsOf } from '../../deployment/values/guards';
import type { ObjectValue, Option, Value } from '../../deployment/values/value';
import { getEntry, nullValue, partOf, unknown, valueKey } from '../../deployment/values/values';
import { guardOf, settled } from './options';

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

/**
 * The values that something deep in a resource's `properties` may have, each with the guard under which the resource is there and has it.
 * What is not there is null.
 */
export function possibleAt(resource: DeployedResource, ...names: readonly string[]): readonly Option[] {
  return ['properties', ...names].reduce<readonly Option[]>(
    (options, name) => options.flatMap((option) => memberOptions(option, name)),
    [{ value: resource.body, guard: guardOf(resource) }],
  );
}

function memberOptions({ value, guard }: Option, name: string): readonly Option[] {
  if (value.kind !== 'object') return [{ value, guard }];
  const absent = value.open ? unknown(`'${name}' may or may not be there`, `${valueKey(value)}.${name}`) : nullValue();
  return optionsOf(entryValue(value, name) ?? absent).flatMap((option) => {
    const both = bothGuards(option.guard, guard);
    return both ? [{ value: option.value, guard: both }] : [];
  });
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
