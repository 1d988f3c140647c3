import { sources, type SourceReference } from './links';

/** A number or name that a source states. */
export interface Fact<T> {
  readonly value: T;
  readonly source: SourceReference;
}

/** The group IDs of an endpoint to a Recovery Services vault, in the case that the API writes; compare without case. */
export const vaultGroupIds = ['AzureBackup', 'AzureBackup_secondary', 'AzureSiteRecovery'] as const;
export type VaultGroupId = (typeof vaultGroupIds)[number];

/** What holds for every private endpoint of Azure Backup. */
export const backupEndpoint = {
  /** Private addresses that an endpoint takes at first; the count may grow. */
  addresses: { value: 10, source: sources.overview },
  /** Endpoints with the group ID `AzureBackup` that a vault takes at most; the same number again for `AzureBackup_secondary`. */
  endpointsPerVault: { value: 12, source: sources.overview },
  secondaryEndpointsPerVault: { value: 12, source: sources.configure },
  /** The prefix length of the recommended subnet. */
  recommendedPrefixLength: { value: 25, source: sources.overview },
  /** Addresses that Azure keeps for itself in each prefix of a subnet: the first four and the last. */
  reservedAddresses: { value: 5, source: sources.virtualNetworkQuestions },
  /** Zones that a zone group holds at most. */
  zonesPerGroup: { value: 5, source: sources.dnsIntegration },
  /** Zone groups that an endpoint takes at most. */
  zoneGroupsPerEndpoint: { value: 1, source: sources.dnsIntegration },
  /** The address inside every virtual network at which Azure answers DNS questions. */
  azureDnsAddress: { value: '168.63.129.16', source: sources.overview },
  groupIds: { value: vaultGroupIds, source: sources.resourceTypes },
} as const satisfies Readonly<Record<string, Fact<unknown>>>;

/** The first API versions of `Microsoft.RecoveryServices/vaults` in which a property can be written. */
export const vaultProperties = {
  publicNetworkAccess: { value: { first: '2022-09-30-preview', firstStable: '2022-10-01' }, source: sources.resourceTypes },
  /** `redundancySettings.crossRegionRestore` is in the type from 2022-04-01 on, but read-only before this version. */
  crossRegionRestore: { value: { first: '2023-08-01', firstStable: '2023-08-01' }, source: sources.resourceTypes },
} as const satisfies Readonly<Record<string, Fact<{ readonly first: string; readonly firstStable: string }>>>;

/** Roles that the v1 experience needed for the vault's identity, by the ID of their definition. */
export const versionOneRoles = {
  networkContributor: { value: '4d97b98b-1d4f-4787-a291-c67834d212e7', source: sources.builtInRoles },
  privateDnsZoneContributor: { value: 'b12aa53e-6015-4669-85d0-8515ebb3ae7f', source: sources.builtInRoles },
} as const satisfies Readonly<Record<string, Fact<string>>>;
