import type { Cloud } from './clouds';
import { sources, type SourceReference } from './links';

/** The services that the tables name, and where agents get their updates from. */
export type FqdnService =
  'Azure Backup' | 'Azure Storage' | 'Microsoft Entra ID' | 'Microsoft Download Center' | 'Windows';

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

/** A row without what the private endpoint changes. */
type NeededName = Omit<FqdnRow, 'privateZone' | 'resolvesTo' | 'note'>;

const blob: NeededName = {
  fqdn: '*.blob.{storageSuffix}',
  service: 'Azure Storage',
  ports: [443],
  protocol: 'tcp',
  purpose: 'Backup data in the storage accounts of the vault',
  source: sources.overview,
};

const queue: NeededName = {
  ...blob,
  fqdn: '*.queue.{storageSuffix}',
  purpose: 'Messages between the vault and the workload extension (SQL Server, SAP HANA)',
};

const zonedBlob: NeededName = {
  ...blob,
  fqdn: '*.blob.storage.azure.net',
  purpose: 'Backup data in storage accounts with DNS zone endpoints',
  clouds: ['public'],
};

const vault: Omit<NeededName, 'fqdn'> = {
  service: 'Azure Backup',
  ports: [443],
  protocol: 'tcp',
  purpose: 'The vault: registering, backup and restore jobs',
  source: sources.overview,
};

const entra: FqdnRow = {
  fqdn: '*.login.microsoft.com',
  service: 'Microsoft Entra ID',
  ports: [443],
  protocol: 'tcp',
  purpose: 'Signing in; private endpoints do not include it',
  privateZone: null,
  resolvesTo: 'public',
  source: sources.overview,
  note: '',
};

/** The table "with a private endpoint" of the primary source. */
export const fqdnsWithPrivateEndpoint: readonly FqdnRow[] = [
  {
    ...vault,
    fqdn: '*.privatelink.{geo}.backup.{backupDomain}',
    privateZone: 'privatelink.{geo}.backup.{backupDomain}',
    resolvesTo: 'private',
    cloudSources: { usgov: sources.dnsZoneValues, china: sources.dnsZoneValuesChina },
    note: '',
  },
  { ...blob, privateZone: 'privatelink.blob.{storageSuffix}', resolvesTo: 'private', note: '' },
  { ...queue, privateZone: 'privatelink.queue.{storageSuffix}', resolvesTo: 'private', note: '' },
  {
    ...zonedBlob,
    privateZone: null,
    resolvesTo: 'private',
    note: 'Resolves privately; it has no zone of its own in the table of private DNS zones, and no zone group has to bind one.',
  },
  entra,
];

/** The table "without private endpoints" of the primary source. */
export const fqdnsWithoutPrivateEndpoint: readonly FqdnRow[] = [
  { ...vault, fqdn: '*.backup.{backupDomain}', privateZone: null, resolvesTo: 'public', note: '' },
  { ...blob, privateZone: null, resolvesTo: 'public', note: '' },
  { ...queue, privateZone: null, resolvesTo: 'public', note: '' },
  { ...zonedBlob, privateZone: null, resolvesTo: 'public', note: '' },
  entra,
];
