import type { Place } from '../../base/place';
import { COLLECTION_GROUP_TYPE, FIREWALL_TYPE } from '../../data/resource-types';
import type { DeployedResource } from '../../deployment/deployment';
import type { ObjectValue, Value } from '../../deployment/values/value';
import { getEntry, knownText } from '../../deployment/values/values';
import { possible, settled } from '../resources/options';
import { itemsOf, objectsOf } from '../resources/possible-items';
import { entryValue } from '../resources/resource-properties';

/** Rules written in one resource: a classic firewall or a rule collection group of a policy. */
export interface FirewallRules {
  readonly holder: DeployedResource;
  readonly rules: readonly FirewallRule[];
  /** There may be rules that are not listed. */
  readonly open: boolean;
}

/** An application or network rule of an Azure Firewall. */
export interface FirewallRule {
  readonly holder: DeployedResource;
  readonly kind: 'application' | 'network';
  /** Whether it allows; undefined where that is not known. */
  readonly allows: boolean | undefined;
  readonly lists: readonly DestinationList[];
  readonly body: ObjectValue;
}

/** A list of what a rule lets through, or stops: names and tags of names, addresses and service tags, or what only Azure can look up. */
export interface DestinationList {
  readonly kind: 'fqdns' | 'fqdnTags' | 'addresses' | 'elsewhere';
  readonly items: readonly Value[];
  /** There may be more items than are listed. */
  readonly open: boolean;
  /** Where the list's name is written. */
  readonly key: Place | undefined;
}

/** Properties of rules by what they list. Source: the published resource types of Microsoft.Network. */
const LISTS: Readonly<Record<FirewallRule['kind'], Readonly<Record<string, DestinationList['kind']>>>> = {
  application: { targetFqdns: 'fqdns', fqdnTags: 'fqdnTags', targetUrls: 'elsewhere', webCategories: 'elsewhere' },
  network: { destinationFqdns: 'fqdns', destinationAddresses: 'addresses', destinationIpGroups: 'elsewhere' },
};

/** The rules of a classic firewall or of a rule collection group; undefined for a resource of another type. */
export function firewallRules(holder: DeployedResource): FirewallRules | undefined {
  const read = readers[holder.type.toLowerCase()];
  if (!read || holder.existing) return undefined;
  const entry = getEntry(holder.body, 'properties');
  const properties = settled(entry?.value, holder);
  if (properties?.kind === 'object') return { holder, ...read(properties, holder) };
  return { holder, rules: [], open: entry !== undefined || holder.body.open };
}

type ReadRules = Omit<FirewallRules, 'holder'>;

const readers: Readonly<Record<string, (properties: ObjectValue, holder: DeployedResource) => ReadRules>> = {
  [FIREWALL_TYPE]: (properties, holder) =>
    joined([
      classicRules(properties, 'applicationRuleCollections', 'application', holder),
      classicRules(properties, 'networkRuleCollections', 'network', holder),
    ]),
  [COLLECTION_GROUP_TYPE]: policyRules,
};

function classicRules(
  properties: ObjectValue,
  name: string,
  kind: FirewallRule['kind'],
  holder: DeployedResource,
): ReadRules {
  const collections = objectsOf(properties, name, holder);
  const read = collections.items.map((collection) => {
    const inside = settled(entryValue(collection, 'properties'), holder);
    return inside?.kind === 'object' ? rulesOf(inside, () => kind, holder) : UNKNOWN;
  });
  return joined([{ rules: [], open: collections.open }, ...read]);
}

function policyRules(properties: ObjectValue, holder: DeployedResource): ReadRules {
  const collections = objectsOf(properties, 'ruleCollections', holder);
  const read = collections.items.map((collection) => {
    const type = textOfEntry(collection, 'ruleCollectionType', holder);
    // Rules that translate addresses let nothing out.
    if (type === 'firewallpolicynatrulecollection') return { rules: [], open: false };
    return rulesOf(collection, (rule) => KINDS[textOfEntry(rule, 'ruleType', holder) ?? ''], holder);
  });
  return joined([{ rules: [], open: collections.open }, ...read]);
}

const KINDS: Readonly<Record<string, FirewallRule['kind']>> = {
  applicationrule: 'application',
  networkrule: 'network',
};

const UNKNOWN: ReadRules = { rules: [], open: true };

function rulesOf(
  collection: ObjectValue,
  kindOf: (rule: ObjectValue) => FirewallRule['kind'] | undefined,
  holder: DeployedResource,
): ReadRules {
  const action = settled(entryValue(collection, 'action'), holder);
  const type = action?.kind === 'object' ? textOfEntry(action, 'type', holder) : undefined;
  const allows = type === undefined ? undefined : type === 'allow';
  const found = objectsOf(collection, 'rules', holder);
  const rules = found.items.flatMap((body): FirewallRule[] => {
    const kind = kindOf(body);
    return kind ? [{ holder, kind, allows, lists: listsOf(body, kind, holder), body }] : [];
  });
  return { rules, open: found.open || rules.length < found.items.length };
}

function listsOf(rule: ObjectValue, kind: FirewallRule['kind'], holder: DeployedResource): readonly DestinationList[] {
  return Object.entries(LISTS[kind]).map(([name, listKind]) => {
    const key = getEntry(rule, name)?.key;
    return { kind: listKind, ...itemsOf(rule, name, holder), key };
  });
}

function joined(parts: readonly ReadRules[]): ReadRules {
  return { rules: parts.flatMap(({ rules }) => rules), open: parts.some(({ open }) => open) };
}

/** A property's text in lower case; undefined where it is not known. */
function textOfEntry(object: ObjectValue, name: string, holder: DeployedResource): string | undefined {
  const [only, ...others] = possible(entryValue(object, name), holder);
  return others.length === 0 ? knownText(only?.value)?.toLowerCase() : undefined;
}
