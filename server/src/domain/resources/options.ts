import { bothGuards, optionsOf } from '../../deployment/values/guards';
import type { DeployedResource } from '../../deployment/deployment';
import type { Guard, Option, Value } from '../../deployment/values/value';

/** The values that something may have while its resource exists: those under guards that exclude the resource's own are left out. */
export function possible(value: Value | undefined, resource: DeployedResource): readonly Option[] {
  if (!value) return [];
  const own = guardOf(resource);
  return optionsOf(value).filter((option) => bothGuards(option.guard, own) !== undefined);
}

/** Whether two resources can be deployed at once: false where their conditions exclude each other. */
export function canExistTogether(one: DeployedResource, other: DeployedResource): boolean {
  return bothGuards(guardOf(one), guardOf(other)) !== undefined;
}

/** The one value that something has while its resource exists; undefined where there are several or none. */
export function settled(value: Value | undefined, resource: DeployedResource): Value | undefined {
  const options = possible(value, resource);
  return options.length === 1 ? options[0]?.value : undefined;
}

/**
 * The value apart from "nothing": of `condition ? [ … ] : []` the list, for a template that can do without a part is judged by the part.
 * Undefined where there are several values or none.
 */
export function present(value: Value | undefined, resource: DeployedResource): Value | undefined {
  const options = possible(value, resource).filter((option) => !isNothing(option.value));
  return options.length === 1 ? options[0]?.value : undefined;
}

/** Azure treats null, an empty list and an absent property alike. */
export function isNothing(value: Value | undefined): boolean {
  return !value || value.kind === 'null' || (value.kind === 'array' && value.items.length === 0 && !value.open);
}

/** When a resource is there. */
export function guardOf({ existence }: DeployedResource): Guard {
  return existence.kind === 'maybe' ? existence.guard : new Map<string, string>();
}
