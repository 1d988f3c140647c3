import { sources, type SourceReference } from './links';

/** Azure's clouds. `airgapped` stands for the clouds of secret networks, whose region codes are public and whose DNS suffix is not. */
export type Cloud = 'public' | 'usgov' | 'china' | 'germany' | 'airgapped';

/** What of a cloud shows in the names of Azure Backup and its storage. */
export interface CloudFacts {
  readonly cloud: Cloud;
  readonly displayName: string;
  /** Names of Azure Backup end in `backup.` and this; undefined where it is not public. */
  readonly backupDomain?: string;
  /** Names of storage accounts end in `blob.`, `queue.` and this; the same as `environment().suffixes.storage`. */
  readonly storageSuffix?: string;
  /** Names of storage accounts with DNS zone endpoints end in this; undefined where the cloud has none. */
  readonly zonedStorageSuffix?: string;
  /** The host that people and agents sign in to, the same as in `environment().authentication.loginEndpoint`. */
  readonly loginHost?: string;
  /** The year in which the cloud was closed. */
  readonly retired?: string;
  readonly sources: readonly SourceReference[];
}

/** One row a cloud; the retired one is kept to recognise its names. */
export const clouds: readonly CloudFacts[] = [
  {
    cloud: 'public',
    displayName: 'Azure public cloud',
    backupDomain: 'windowsazure.com',
    storageSuffix: 'core.windows.net',
    zonedStorageSuffix: 'storage.azure.net',
    loginHost: 'login.microsoftonline.com',
    sources: [sources.overview, sources.configure, sources.dnsZoneValues, sources.environments],
  },
  {
    cloud: 'usgov',
    displayName: 'Azure US Government',
    backupDomain: 'windowsazure.us',
    storageSuffix: 'core.usgovcloudapi.net',
    loginHost: 'login.microsoftonline.us',
    sources: [sources.dnsZoneValues, sources.environments],
  },
  {
    cloud: 'china',
    displayName: 'Azure operated by 21Vianet (China)',
    backupDomain: 'windowsazure.cn',
    storageSuffix: 'core.chinacloudapi.cn',
    loginHost: 'login.chinacloudapi.cn',
    sources: [sources.dnsZoneValuesChina, sources.environments],
  },
  {
    cloud: 'germany',
    displayName: 'Azure Germany (retired)',
    backupDomain: 'windowsazure.de',
    storageSuffix: 'core.cloudapi.de',
    loginHost: 'login.microsoftonline.de',
    retired: '2021',
    sources: [sources.dnsZoneValues, sources.environments],
  },
  { cloud: 'airgapped', displayName: 'Azure air-gapped clouds (USNat, USSec)', sources: [sources.geoCodes] },
];

/**
 * Endings that people write in place of a Backup zone's `windowsazure.<tld>`, and the cloud that they mean. They are Microsoft's own
 * domains, and no service has names under `backup.` in them. `azure.com`, `azure.us` and `chinacloudapi.cn` were seen in public templates
 * (one is told of in github.com/Azure/missionlz/issues/827); the others are the same mistake in the other clouds.
 */
export const mistakenBackupDomains: readonly { readonly ending: string; readonly cloud: Cloud }[] = [
  { ending: 'azure.com', cloud: 'public' },
  { ending: 'azure.net', cloud: 'public' },
  { ending: 'core.windows.net', cloud: 'public' },
  { ending: 'windows.net', cloud: 'public' },
  { ending: 'azure.us', cloud: 'usgov' },
  { ending: 'core.usgovcloudapi.net', cloud: 'usgov' },
  { ending: 'usgovcloudapi.net', cloud: 'usgov' },
  { ending: 'azure.cn', cloud: 'china' },
  { ending: 'core.chinacloudapi.cn', cloud: 'china' },
  { ending: 'chinacloudapi.cn', cloud: 'china' },
  { ending: 'azure.de', cloud: 'germany' },
  { ending: 'core.cloudapi.de', cloud: 'germany' },
  { ending: 'cloudapi.de', cloud: 'germany' },
];
