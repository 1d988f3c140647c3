import type { DnsRecord } from './outcome';

export interface Address {
  readonly address: string;
  /** In seconds. */
  readonly ttl: number;
}

/** One step from a name to the name that it stands for. */
export interface Alias {
  readonly name: string;
  readonly target: string;
  /** In seconds. */
  readonly ttl: number;
}

/** Where records lead from a name. */
export interface Resolved {
  /** Each step on the way, in order; empty where the name has addresses of its own. */
  readonly aliases: readonly Alias[];
  readonly addresses: readonly Address[];
  /** The aliases lead back to a name that they came from. */
  readonly loop: boolean;
}

/** Follows the aliases among the records from a name to its addresses. */
export function followAliases(name: string, records: readonly DnsRecord[]): Resolved {
  const aliases: Alias[] = [];
  const seen = new Set([name]);
  let current = name;
  for (;;) {
    const alias = records.find((record) => record.type === 'CNAME' && record.name === current);
    if (alias === undefined) break;
    aliases.push({ name: current, target: alias.data, ttl: alias.ttl });
    if (seen.has(alias.data)) return { aliases, addresses: [], loop: true };
    seen.add(alias.data);
    current = alias.data;
  }
  const addresses = new Map<string, Address>();
  for (const { type, name: owner, data, ttl } of records) {
    if ((type === 'A' || type === 'AAAA') && owner === current) addresses.set(data, { address: data, ttl });
  }
  return { aliases, addresses: [...addresses.values()], loop: false };
}
