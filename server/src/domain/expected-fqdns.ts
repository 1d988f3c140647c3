import { fqdnsWithPrivateEndpoint, type FqdnRow } from '../data/backup-fqdns';
import type { CloudFacts } from '../data/clouds';
import type { Region } from '../data/regions';
import { cloudFacts } from './zones';

/** A row of the table, filled in for a region: `fqdn` is a host name or a pattern with `*` as its first label. */
export interface FqdnEntry extends Omit<FqdnRow, 'clouds' | 'source' | 'cloudSources'> {
  /** The address of the page that says so. */
  readonly source: string;
}

/** The names for one region. */
export interface RegionFqdns {
  readonly kind: 'entries';
  readonly region: Region;
  readonly entries: readonly FqdnEntry[];
}

/** The region's code is known but its cloud's DNS suffix is not public, so that there is no list. */
export interface SuffixUnknown {
  readonly kind: 'suffixUnknown';
  readonly region: Region;
  /** For people, in one sentence. */
  readonly message: string;
}

/**
 * The names that agents and workload extensions need for a vault with private endpoints in this region: the rows of the primary source's
 * table, in its order, without the names that Microsoft lists elsewhere for Entra ID.
 */
export function expectedFqdns(region: Region): RegionFqdns | SuffixUnknown {
  const facts = cloudFacts(region.cloud);
  const { displayName, backupDomain, storageSuffix } = facts;
  if (backupDomain === undefined || storageSuffix === undefined) {
    const message = `The geo code of ${region.displayName} is ${region.geoCode}, but the DNS suffix of ${displayName} is not public.`;
    return { kind: 'suffixUnknown', region, message };
  }
  const fill = (pattern: string): string =>
    pattern
      .replace('{geo}', region.geoCode)
      .replace('{backupDomain}', backupDomain)
      .replace('{storageSuffix}', storageSuffix);
  const entries = fqdnsWithPrivateEndpoint
    .filter(({ clouds }) => clouds === undefined || clouds.includes(region.cloud))
    .map((row): FqdnEntry => {
      const { service, ports, protocol, purpose, resolvesTo } = row;
      const privateZone = row.privateZone === null ? null : fill(row.privateZone);
      const { url: source } = row.cloudSources?.[region.cloud] ?? row.source;
      const note = notes(row, facts).join(' ');
      return { fqdn: fill(row.fqdn), service, ports, protocol, purpose, privateZone, resolvesTo, source, note };
    });
  return { kind: 'entries', region, entries };
}

function notes(row: FqdnRow, { cloud, loginHost, retired }: CloudFacts): string[] {
  const all = row.note === '' ? [] : [row.note];
  if (cloud !== 'public' && row.cloudSources?.[cloud] === undefined) all.push(analogyNote(row, loginHost));
  if (retired !== undefined) all.push(`This cloud was closed in ${retired}.`);
  return all;
}

function analogyNote({ service }: FqdnRow, loginHost: string | undefined): string {
  if (service !== 'Microsoft Entra ID')
    return 'By analogy with the public cloud, the only one for which the source gives this row.';
  const signIn = loginHost === undefined ? '' : ` This cloud signs in at ${loginHost}.`;
  return `The source names this for the public cloud only.${signIn}`;
}
