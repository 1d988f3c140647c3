import type { Cloud } from './clouds';
import { sources, type SourceReference } from './links';

/** The services that the tables name. */
export type FqdnService = 'Azure Backup' | 'Azure Storage' | 'Microsoft Entra ID';

/**
 * A name that the MARS agent or the workload extension must reach. In `fqdn` and `privateZone`, `{geo}` stands for the region's geo code,
 * `{backupDomain}` and `{storageSuffix}` for the facts of the cloud (`clouds`).
 */
export interface FqdnRow {
  readonly fqdn: string;
  readonly service: FqdnService;
  readonly ports: readonly number[];
  readonly protocol: 'tcp';
  readonly purpose: string;
  /** The private DNS zone that answers for the name; null where there is none. */
  readonly privateZone: string | null;
  /** What the name must resolve to in the endpoint's network. */
  readonly resolvesTo: 'private' | 'public';
  /** The clouds that have the name; undefined for all. */
  readonly clouds?: readonly Cloud[];
  /** The source for the public cloud. */
  readonly source: SourceReference;
  /** Sources for other clouds; where there is none the row holds by analogy with the public cloud, and what is printed says so. */
  readonly cloudSources?: Readonly<Partial<Record<Cloud, SourceReference>>>;
  readonly note: string;
}

const entra: FqdnRow = {
  fqdn: '*.login.microsoft.com',
  service: 'Microsoft Entra ID',
  ports: [443],
  protocol: 'tcp',
  purpose: 'Signing in; private endpoints do not include it',
  privateZone: null,
  resolvesTo: 'public',
  source: sources.overview,
  note: 'The names of sections 56 and 59 of "Microsoft 365 Common and Office Online" are needed too.',
};

const storageZone: Pick<FqdnRow, 'fqdn' | 'service' | 'ports' | 'protocol' | 'clouds' | 'source'> = {
  fqdn: '*.blob.storage.azure.net',
  service: 'Azure Storage',
  ports: [443],
  protocol: 'tcp',
  clouds: ['public'],
  source: sources.overview,
};

/** The table "with a private endpoint" of the primary source. */
export const fqdnsWithPrivateEndpoint: readonly FqdnRow[] = [
  {
    fqdn: '*.privatelink.{geo}.backup.{backupDomain}',
    service: 'Azure Backup',
    ports: [443],
    protocol: 'tcp',
    purpose: 'The vault: registering, backup and restore jobs',
    privateZone: 'privatelink.{geo}.backup.{backupDomain}',
    resolvesTo: 'private',
    source: sources.overview,
    cloudSources: { usgov: sources.dnsZoneValues, china: sources.dnsZoneValuesChina },
    note: '',
  },
  {
    fqdn: '*.blob.{storageSuffix}',
    service: 'Azure Storage',
    ports: [443],
    protocol: 'tcp',
    purpose: 'Backup data in the storage accounts of the vault',
    privateZone: 'privatelink.blob.{storageSuffix}',
    resolvesTo: 'private',
    source: sources.overview,
    note: '',
  },
  {
    fqdn: '*.queue.{storageSuffix}',
    service: 'Azure Storage',
    ports: [443],
    protocol: 'tcp',
    purpose: 'Messages between the vault and the workload extension (SQL Server, SAP HANA)',
    privateZone: 'privatelink.queue.{storageSuffix}',
    resolvesTo: 'private',
    source: sources.overview,
    note: '',
  },
  {
    ...storageZone,
    purpose: 'Backup data in storage accounts with DNS zone endpoints',
    privateZone: null,
    resolvesTo: 'private',
    note: 'Resolves privately; it has no zone of its own in the table of private DNS zones, and no zone group has to bind one.',
  },
  entra,
];

/** The table "without private endpoints" of the primary source. */
export const fqdnsWithoutPrivateEndpoint: readonly FqdnRow[] = [
  {
    fqdn: '*.backup.{backupDomain}',
    service: 'Azure Backup',
    ports: [443],
    protocol: 'tcp',
    purpose: 'The vault: registering, backup and restore jobs',
    privateZone: null,
    resolvesTo: 'public',
    source: sources.overview,
    note: '',
  },
  {
    fqdn: '*.blob.{storageSuffix}',
    service: 'Azure Storage',
    ports: [443],
    protocol: 'tcp',
    purpose: 'Backup data in the storage accounts of the vault',
    privateZone: null,
    resolvesTo: 'public',
    source: sources.overview,
    note: '',
  },
  {
    fqdn: '*.queue.{storageSuffix}',
    service: 'Azure Storage',
    ports: [443],
    protocol: 'tcp',
    purpose: 'Messages between the vault and the workload extension (SQL Server, SAP HANA)',
    privateZone: null,
    resolvesTo: 'public',
    source: sources.overview,
    note: '',
  },
  { ...storageZone, purpose: 'Backup data in storage accounts with DNS zone endpoints', privateZone: null, resolvesTo: 'public', note: '' },
  entra,
];
