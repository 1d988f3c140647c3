import type { FqdnService } from '../../data/backup-fqdns';
import { placeRecords } from '../fqdns/address-records';
import type { DnsNames, DnsPlan } from '../fqdns/dns-plan';
import { cloudFacts } from '../names/zones';

/** A name that is to be asked for, and what it has to resolve to. */
export interface NameCheck {
  /** In lower case, without a dot at its end. */
  readonly fqdn: string;
  /**
   * Where the name is from: given by the user; what clients ask for in place of a given name in a private zone; or a public name that
   * signing in needs.
   */
  readonly origin: 'given' | 'client' | 'public';
  /** The kind of private name that it is; undefined for others. */
  readonly names: DnsNames | undefined;
  /** What clients ask for in place of this name of a private zone; undefined where they ask for the name itself. */
  readonly instead?: string;
  /** The addresses that it must have; empty where they are not known. */
  readonly expected: readonly string[];
}

/** A private zone that has to answer. */
export interface ZoneCheck {
  readonly zone: string;
  readonly service: FqdnService;
  /** A name in the zone that nobody has: only a server that answers for the whole zone at once gives it an address. */
  readonly probe: string;
}

export interface Checks {
  readonly zones: readonly ZoneCheck[];
  readonly names: readonly NameCheck[];
}

/** A name that the user gives, with its addresses where these are known. */
export interface GivenName {
  readonly fqdn: string;
  readonly addresses: readonly string[];
}

/** Works out what to ask for: the plan's zones, the given names, what clients ask for in their place, and where they sign in. */
export function planChecks(plan: DnsPlan, given: readonly GivenName[]): Checks {
  const zones = new Map<string, ZoneCheck>();
  for (const { zone, service } of plan.names) {
    if (zone !== null) zones.set(zone, { zone, service, probe: `pelint-verify.${zone}` });
  }
  const names = new Map<string, NameCheck>();
  for (const { fqdn, addresses } of given) {
    const known = names.get(fqdn);
    const expected = [...new Set([...(known?.expected ?? []), ...addresses])];
    const place = placeOf(fqdn, plan);
    const instead = place === undefined || place.asked === fqdn ? {} : { instead: place.asked };
    names.set(fqdn, { fqdn, origin: 'given', names: place?.names, ...instead, expected });
  }
  for (const { instead, names: kind, expected } of [...names.values()]) {
    if (instead !== undefined && !names.has(instead))
      names.set(instead, { fqdn: instead, origin: 'client', names: kind, expected });
  }
  for (const { cloud } of plan.regions) {
    const { loginHost } = cloudFacts(cloud);
    if (loginHost !== undefined && !names.has(loginHost))
      names.set(loginHost, { fqdn: loginHost, origin: 'public', names: undefined, expected: [] });
  }
  return { zones: [...zones.values()], names: [...names.values()] };
}

function placeOf(fqdn: string, plan: DnsPlan): { readonly names: DnsNames; readonly asked: string } | undefined {
  const placed = placeRecords([{ fqdn, addresses: [], line: 1 }], plan);
  return 'message' in placed ? undefined : placed[0];
}
