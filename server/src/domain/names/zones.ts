import { clouds, type Cloud, type CloudFacts } from '../../data/clouds';
import type { Region } from '../../data/regions';

/** The three private DNS zones that an endpoint for Azure Backup needs. */
export interface BackupZones {
  readonly backup: string;
  readonly blob: string;
  readonly queue: string;
}

/** What is known of a cloud. */
export function cloudFacts(cloud: Cloud): CloudFacts {
  return clouds.find((row) => row.cloud === cloud) ?? { cloud, displayName: cloud, sources: [] };
}

/** The zone of Azure Backup for a geo code; undefined in a cloud whose suffix is not public. */
export function zoneNameFor(geoCode: string, cloud: Cloud): string | undefined {
  const { backupDomain } = cloudFacts(cloud);
  return backupDomain === undefined ? undefined : `privatelink.${geoCode}.backup.${backupDomain}`;
}

/** The zone of blob storage; undefined in a cloud whose suffix is not public. */
export function blobZone(cloud: Cloud): string | undefined {
  return storageZone('blob', cloud);
}

/** The zone of queue storage; undefined in a cloud whose suffix is not public. */
export function queueZone(cloud: Cloud): string | undefined {
  return storageZone('queue', cloud);
}

/** The zones for vaults of a region; undefined in a cloud whose suffix is not public. */
export function expectedZones({ geoCode, cloud }: Pick<Region, 'geoCode' | 'cloud'>): BackupZones | undefined {
  const backup = zoneNameFor(geoCode, cloud);
  const blob = blobZone(cloud);
  const queue = queueZone(cloud);
  return backup === undefined || blob === undefined || queue === undefined ? undefined : { backup, blob, queue };
}

/**
 * The zones that a DNS server of one's own forwards to Azure's DNS, for vaults with a geo code: the public names, so that the aliases to
 * the private ones are answered too. Undefined in a cloud whose suffix is not public.
 * Source: the table of conditional forwarders in `sources.configure`.
 */
export function forwardedZones(geoCode: string, cloud: Cloud): readonly string[] | undefined {
  const { storageSuffix, zonedStorageSuffix } = cloudFacts(cloud);
  const backup = zoneNameFor(geoCode, cloud);
  if (backup === undefined || storageSuffix === undefined) return undefined;
  const zoned = zonedStorageSuffix === undefined ? [] : [zonedStorageSuffix];
  return [backup, `blob.${storageSuffix}`, `queue.${storageSuffix}`, ...zoned];
}

function storageZone(service: 'blob' | 'queue', cloud: Cloud): string | undefined {
  const { storageSuffix } = cloudFacts(cloud);
  return storageSuffix === undefined ? undefined : `privatelink.${service}.${storageSuffix}`;
}
