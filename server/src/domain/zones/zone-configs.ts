import { existsWith } from '../../deployment/values/existence';
import type { DeployedResource } from '../../deployment/deployment';
import { idKey } from '../../deployment/identity/resource-id';
import type { ObjectValue, TextValue, Trail, Value } from '../../deployment/values/value';
import { knownText, partOf, valueKey } from '../../deployment/values/values';
import { zoneOfId } from '../topology/find-topology';
import { possible, settled } from '../resources/options';
import { deepValue, entryValue, property } from '../resources/resource-properties';
import { stepsBetween } from '../resources/trails';

/** One entry of a zone group's `privateDnsZoneConfigs`, with what tells it from the others. */
export interface ZoneConfig {
  readonly value: ObjectValue;
  /** Undefined where it is not certain; null where there is none for certain. */
  readonly name: TextValue | null | undefined;
  /** Equal for equal zones, known or not; undefined where it is not certain that a zone is named. */
  readonly zoneKey: string | undefined;
  /** The zone's name, where it is known. */
  readonly zoneName: string | undefined;
}

/** The lists of configs that a zone group may have, each for itself: those under a condition, and those without it. */
export function zoneConfigLists(group: DeployedResource): readonly (readonly ZoneConfig[])[] {
  return possible(property(group, 'privateDnsZoneConfigs'), group).flatMap(({ value }) =>
    value.kind === 'array'
      ? [value.items.flatMap((item) => zoneConfig(settled(partOf(item, value), group), group))]
      : [],
  );
}

/** Whether one of two resources is never there without the other, so that what is wrong with both is wrong for certain. */
export function existTogether(one: DeployedResource, other: DeployedResource): boolean {
  return existsWith(one.existence, other.existence) || existsWith(other.existence, one.existence);
}

function zoneConfig(value: Value | undefined, group: DeployedResource): readonly ZoneConfig[] {
  if (value?.kind !== 'object') return [];
  const id = deepValue(value, group, 'properties', 'privateDnsZoneId');
  return [{ value, name: nameOfConfig(value, group), ...zoneOf(id && settled(id, group)) }];
}

function nameOfConfig(value: ObjectValue, group: DeployedResource): ZoneConfig['name'] {
  const written = entryValue(value, 'name');
  const name = settled(written, group);
  if (name?.kind === 'text') return name;
  return name?.kind === 'null' || (!written && !value.open) ? null : undefined;
}

function zoneOf(id: Value | undefined): Pick<ZoneConfig, 'zoneKey' | 'zoneName'> {
  if (id?.kind === 'text') {
    const name = zoneOfId(id);
    return { zoneKey: name && idKey(id), zoneName: knownText(name) };
  }
  // What one parameter or one resource gives twice is the same zone twice, whichever it is.
  const isOne = id?.kind === 'runtime' || (id?.kind === 'unknown' && isParameter(id.trail));
  return { zoneKey: isOne ? valueKey(id) : undefined, zoneName: undefined };
}

function isParameter(trail: Trail | undefined): boolean {
  return stepsBetween(trail).some(({ via }) => via?.kind === 'parameter');
}
