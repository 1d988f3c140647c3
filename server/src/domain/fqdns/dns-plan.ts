import type { FqdnService } from '../../data/backup-fqdns';
import type { RegionFqdns } from './expected-fqdns';
import type { Region } from '../names/regions';

/** What a DNS server has to know of one kind of names. */
export interface DnsNames {
  readonly service: FqdnService;
  /** Clients ask for names below this one; a question for them has to reach Azure DNS. */
  readonly forward: string;
  /** The private DNS zone in which the answers stand; null where there is none of its own. It is `forward` itself for Azure Backup. */
  readonly zone: string | null;
  /** The region that the names are of; undefined for those that all regions share. */
  readonly region: Region | undefined;
}

/** What DNS servers need for the vaults of some regions. */
export interface DnsPlan {
  readonly regions: readonly Region[];
  /** Each name once, in the order of the regions' lists. */
  readonly names: readonly DnsNames[];
}

/** What has to resolve privately, from the lists of expected names with private endpoints. */
export function planDns(lists: readonly RegionFqdns[]): DnsPlan {
  const names = new Map<string, DnsNames>();
  for (const { region, entries } of lists) {
    for (const { fqdn, service, privateZone, resolvesTo } of entries) {
      if (resolvesTo !== 'private') continue;
      const forward = fqdn.replace(/^\*\./, '');
      const own = service === 'Azure Backup' ? region : undefined;
      if (!names.has(forward)) names.set(forward, { service, forward, zone: privateZone, region: own });
    }
  }
  return { regions: lists.map(({ region }) => region), names: [...names.values()] };
}
