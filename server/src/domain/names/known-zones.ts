import { clouds, type Cloud, type CloudFacts } from '../../data/clouds';
import { privateLinkServices, type PrivateLinkService } from '../../data/private-link-services';
import { hole } from './zone-labels';

/** A zone of blob or queue storage. The cloud is undefined where the suffix is not known. */
export interface StorageZone {
  readonly kind: 'blob' | 'queue';
  readonly cloud: Cloud | undefined;
}

/** A zone in `storage.azure.net`, where accounts with DNS zone endpoints have their names: Backup's, but asked for nowhere. */
export interface StorageAzureNetZone {
  readonly kind: 'storageAzureNet';
}

/** Azure Site Recovery's zone, or one below it. */
export interface SiteRecoveryZone {
  readonly kind: 'siteRecovery';
  readonly cloud: Cloud | undefined;
}

/** A zone that other services use, with their rows. */
export interface ServiceZone {
  readonly kind: 'service';
  readonly services: readonly PrivateLinkService[];
}

export type KnownZone = StorageZone | StorageAzureNetZone | SiteRecoveryZone | ServiceZone;

/**
 * Which zone of the private link table a name is, Azure Backup's own apart; undefined for none. The name is in lower case without a dot
 * at its end.
 */
export function knownZone(name: string): KnownZone | undefined {
  return storageZone(name) ?? siteRecoveryZone(name) ?? serviceZone(name);
}

/** The rows of the private link table that ask for a zone, Azure Backup's among them. The name is as for `knownZone`. */
export function servicesOfZone(name: string): readonly PrivateLinkService[] {
  const rows = zonesByEnding.get(ending(name)) ?? [];
  return rows.filter(({ zone }) => matchesZone(name, zone)).map(({ service }) => service);
}

function storageZone(name: string): StorageZone | StorageAzureNetZone | undefined {
  const isZoned = ({ zonedStorageSuffix: suffix }: CloudFacts): boolean =>
    suffix !== undefined && (name === suffix || name.endsWith(`.${suffix}`));
  if (clouds.some(isZoned)) return { kind: 'storageAzureNet' };
  for (const kind of ['blob', 'queue'] as const) {
    const prefix = `privatelink.${kind}.`;
    if (!name.startsWith(prefix)) continue;
    const suffix = name.slice(prefix.length);
    const row = clouds.find(({ storageSuffix }) => storageSuffix === suffix);
    if (row !== undefined) return { kind, cloud: row.cloud };
    if (suffix.startsWith(hole) || suffix.startsWith(`core.${hole}`)) return { kind, cloud: undefined };
  }
  return undefined;
}

function siteRecoveryZone(name: string): SiteRecoveryZone | undefined {
  const match = /(?:^|\.)privatelink\.siterecovery\.(.+)$/.exec(name);
  const domain = match?.[1];
  if (domain === undefined) return undefined;
  const row = clouds.find(({ backupDomain }) => backupDomain === domain);
  if (row !== undefined) return { kind: 'siteRecovery', cloud: row.cloud };
  return domain.includes(hole) ? { kind: 'siteRecovery', cloud: undefined } : undefined;
}

function serviceZone(name: string): ServiceZone | undefined {
  const services = servicesOfZone(name).filter(({ groupIds }) => !groupIds.includes('AzureBackup'));
  return services.length === 0 ? undefined : { kind: 'service', services };
}

interface ZoneRow {
  readonly zone: string;
  readonly service: PrivateLinkService;
}

/** The zones of the table by their last two labels, none of which is ever a placeholder. */
const zonesByEnding: ReadonlyMap<string, readonly ZoneRow[]> = groupByEnding(
  privateLinkServices.flatMap((service) => service.zones.map((zone) => ({ zone, service }))),
);

function groupByEnding(rows: readonly ZoneRow[]): ReadonlyMap<string, readonly ZoneRow[]> {
  const groups = new Map<string, ZoneRow[]>();
  for (const row of rows) {
    const key = ending(row.zone);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function ending(name: string): string {
  return name.split('.').slice(-2).join('.');
}

/** A placeholder of the table, such as `{regionName}`, stands for one label. */
function matchesZone(name: string, zone: string): boolean {
  const labels = name.split('.');
  const wanted = zone.split('.');
  return labels.length === wanted.length && wanted.every((label, i) => label.startsWith('{') || label === labels[i]);
}
