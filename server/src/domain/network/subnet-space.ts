import { parseNetwork } from '../../deployment/functions/ip-network';
import { idKey } from '../../deployment/identity/resource-id';
import type { TextValue } from '../../deployment/values/value';
import { knownText } from '../../deployment/values/values';
import { backupEndpoint } from '../../data/backup-endpoint';
import type { Subnet } from '../topology/networks';
import { isNothing, settled } from '../resources/options';
import { deepValue, listItems } from '../resources/resource-properties';
import { defaultParameter } from '../resources/trails';

const RESERVED = backupEndpoint.reservedAddresses.value;

/** How many addresses a subnet has, by the IPv4 prefixes that it is declared with. */
export interface SubnetSpace {
  /** The addresses of all its prefixes. */
  readonly size: number;
  /** Those that Azure does not keep for itself. */
  readonly free: number;
  /** The prefixes, as written. */
  readonly prefixes: readonly [TextValue, ...TextValue[]];
  /** The parameter whose default says so; undefined where the prefixes are certain. */
  readonly byDefault: string | undefined;
}

/** The space of a subnet; undefined where a prefix is not known or comes from a pool. */
export function subnetSpace({ properties, resource }: Subnet): SubnetSpace | undefined {
  if (!properties || !isNothing(deepValue(properties, resource, 'ipamPoolPrefixAllocations'))) return undefined;
  const one = settled(deepValue(properties, resource, 'addressPrefix'), resource);
  const several = listItems(deepValue(properties, resource, 'addressPrefixes'), resource);
  if (several.open) return undefined;
  const written = [...(isNothing(one) ? [] : [one]), ...several.items.map((item) => settled(item, resource))];
  // The same prefix may stand in both properties.
  const prefixes = new Map<string, TextValue>();
  let size = 0;
  let free = 0;
  for (const value of written) {
    const text = knownText(value);
    const network = text === undefined ? undefined : parseNetwork(text);
    if (value?.kind !== 'text' || text === undefined || !network) return undefined;
    if (network.version === 6 || prefixes.has(text)) continue;
    const addresses = 2 ** (32 - network.prefix);
    prefixes.set(text, value);
    size += addresses;
    free += Math.max(0, addresses - RESERVED);
  }
  const [first, ...others] = [...prefixes.values()];
  return first && { size, free, prefixes: [first, ...others], byDefault: firstDefault([first, ...others]) };
}

/** The space of a subnet that may be declared in several places, such as in its network and apart; undefined where they do not agree. */
export function agreedSpace(subnet: Subnet, subnets: readonly Subnet[]): SubnetSpace | undefined {
  const key = subnet.id && idKey(subnet.id);
  const space = subnetSpace(subnet);
  const others = subnets.filter(({ id }) => id && idKey(id) === key);
  return others.every((other) => subnetSpace(other)?.free === space?.free) ? space : undefined;
}

/** The longest prefix whose subnet has this many addresses for use. */
export function prefixFor(addresses: number): number {
  return 32 - Math.ceil(Math.log2(addresses + RESERVED));
}

function firstDefault(prefixes: readonly TextValue[]): string | undefined {
  for (const { trail, segments } of prefixes) {
    for (const way of [trail, ...segments.map((it) => (it.kind === 'known' ? it.trail : undefined))]) {
      const found = defaultParameter(way);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
