import type { FqdnService } from './backup-fqdns';
import { sources, type SourceReference } from './links';
import { backupFqdnTag, serviceTags } from './service-tags';

/** A tag that a firewall's rule can name in place of addresses or of names, and the services that it covers altogether. */
export interface CoveringTag {
  /** Compared without case; a service tag may have a region behind a dot. */
  readonly tag: string;
  readonly services: readonly FqdnService[];
  readonly source: SourceReference;
}

const all: readonly FqdnService[] = ['Azure Backup', 'Azure Storage', 'Microsoft Entra ID'];

/** Tags that stand for addresses: those of one service each, and those of everything. */
export const addressTags: readonly CoveringTag[] = [
  ...serviceTags.map(({ tag, service, source }): CoveringTag => ({ tag, services: [service], source })),
  { tag: 'AzureCloud', services: all, source: sources.serviceTags },
  { tag: 'Internet', services: all, source: sources.serviceTags },
  { tag: '*', services: all, source: sources.resourceTypes },
];

/** Tags that stand for names. Backup's articles ask for no name beside its own tag but those of Entra ID. */
export const nameTags: readonly CoveringTag[] = [
  { tag: backupFqdnTag.tag, services: ['Azure Backup', 'Azure Storage'], source: backupFqdnTag.source },
  // Tags such as `Office365.Common.Allow.Required` hold names of the same list as those of Entra ID.
  { tag: 'Office365', services: ['Microsoft Entra ID'], source: sources.fqdnTags },
];

/** The address ranges of section 56 that everybody signs in at. */
export const entraIdRanges = { value: ['20.190.128.0/18', '40.126.0.0/18'], source: sources.microsoft365 } as const;
