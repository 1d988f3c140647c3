import type { FqdnService } from './backup-fqdns';
import { sources, type SourceReference } from './links';

/** A tag that stands for addresses of a service in rules of network security groups and firewalls. */
export interface ServiceTag {
  readonly tag: string;
  readonly service: FqdnService;
  readonly note: string;
  readonly source: SourceReference;
}

/** The service tags that can stand in for names. They stand for public addresses, never for those of a private endpoint. */
export const serviceTags: readonly ServiceTag[] = [
  {
    tag: 'AzureBackup',
    service: 'Azure Backup',
    note: 'Covers Azure Backup alone; it depends on Storage and AzureActiveDirectory.',
    source: sources.serviceTags,
  },
  { tag: 'Storage', service: 'Azure Storage', note: 'Covers the storage accounts of everybody.', source: sources.serviceTags },
  {
    tag: 'AzureActiveDirectory',
    service: 'Microsoft Entra ID',
    note: 'Covers the names that Microsoft 365 lists with addresses; those listed without have to be allowed by name.',
    source: sources.serviceTags,
  },
];

/** The tag for application rules of Azure Firewall that stands for the names of Azure Backup. What it holds is not published. */
export const backupFqdnTag = { tag: 'AzureBackup', source: sources.fqdnTags } as const;
