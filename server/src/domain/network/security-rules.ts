import type { Place } from '../../base/place';
import { SECURITY_RULE_TYPE } from '../../data/resource-types';
import type { DeployedResource } from '../../deployment/deployment';
import type { ObjectValue, Value } from '../../deployment/values/value';
import { getEntry, knownText } from '../../deployment/values/values';
import { possible, settled } from '../resources/options';
import { objectsOf, possibleItems } from '../resources/possible-items';
import type { PossibleItems } from '../resources/possible-items';
import { entryValue } from '../resources/resource-properties';
import type { ResourceIndex } from '../resources/resource-index';
import { placeOfValue } from '../resources/trails';

/** A rule of a network security group. */
export interface SecurityRule {
  /** What it is written in: the group, or the rule itself. */
  readonly holder: DeployedResource;
  /** For people; `…` where it is not known. */
  readonly name: string;
  readonly place: Place;
  /** Rules with lower numbers come first; undefined where the number is not known. */
  readonly priority: number | undefined;
  /** `allow` or `deny`; undefined where it is not known. */
  readonly access: string | undefined;
  /** `inbound` or `outbound`; undefined where it is not known. */
  readonly direction: string | undefined;
  readonly protocol: PossibleItems;
  readonly sources: PossibleItems;
  readonly sourcePorts: PossibleItems;
  readonly destinations: PossibleItems;
  readonly destinationPorts: PossibleItems;
  /** Application security groups narrow it down to some machines. */
  readonly isNarrowed: boolean;
  /** No condition decides on any part of it. */
  readonly isSettled: boolean;
}

export interface SecurityRules {
  readonly rules: readonly SecurityRule[];
  /** There may be rules that are not listed. */
  readonly open: boolean;
}

/** The rules of a group, in it and apart from it, without those that Azure adds to every group. */
export function securityRules(group: DeployedResource, index: ResourceIndex): SecurityRules {
  const entry = getEntry(group.body, 'properties');
  const properties = settled(entry?.value, group);
  const inside =
    properties?.kind === 'object'
      ? objectsOf(properties, 'securityRules', group)
      : { items: [], open: entry ? properties?.kind !== 'null' : group.body.open };
  const children = index.childrenOf(group, SECURITY_RULE_TYPE).filter(({ existing }) => !existing);
  const rules = [
    ...inside.items.map((item) => ruleOf(item, entryValue(item, 'name'), group)),
    ...children.map((child) => ruleOf(child.body, child.name, child)),
  ];
  const read = rules.filter((rule) => rule !== undefined);
  return { rules: read, open: group.existing || inside.open || read.length < rules.length };
}

function ruleOf(body: ObjectValue, name: Value | undefined, holder: DeployedResource): SecurityRule | undefined {
  const properties = settled(entryValue(body, 'properties'), holder);
  if (properties?.kind !== 'object' || properties.open) return undefined;
  const text = (property: string): string | undefined =>
    knownText(settled(entryValue(properties, property), holder))?.toLowerCase();
  const list = (one: string, several: string): PossibleItems => joined(properties, one, several, holder);
  const priority = settled(entryValue(properties, 'priority'), holder);
  const hasGroups = (property: string): boolean => {
    const { items, open } = possibleItems(entryValue(properties, property), holder);
    return open || items.length > 0;
  };
  return {
    holder,
    name: knownText(name) ?? '…',
    place: (name && placeOfValue(name)) ?? holder.place,
    priority: priority?.kind === 'number' ? priority.value : undefined,
    access: text('access'),
    direction: text('direction'),
    protocol: list('protocol', 'protocols'),
    sources: list('sourceAddressPrefix', 'sourceAddressPrefixes'),
    sourcePorts: list('sourcePortRange', 'sourcePortRanges'),
    destinations: list('destinationAddressPrefix', 'destinationAddressPrefixes'),
    destinationPorts: list('destinationPortRange', 'destinationPortRanges'),
    isNarrowed: hasGroups('sourceApplicationSecurityGroups') || hasGroups('destinationApplicationSecurityGroups'),
    isSettled: [...properties.entries.values()].every(({ value }) => possible(value, holder).length === 1),
  };
}

/** A property in the singular and its other form, a list. */
function joined(properties: ObjectValue, one: string, several: string, holder: DeployedResource): PossibleItems {
  const single = possible(entryValue(properties, one), holder)
    .map(({ value }) => value)
    .filter((value) => value.kind !== 'null' && knownText(value) !== '');
  const list = possibleItems(entryValue(properties, several), holder);
  return { items: [...single, ...list.items], open: list.open };
}
