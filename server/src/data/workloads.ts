import { sources, type SourceReference } from './links';

/** What is backed up, and by which agent, as far as it matters for the names that have to be reached. */
export const workloadIds = ['sql', 'hana', 'mars', 'dpm', 'mabs', 'file-recovery', 'vm', 'azure-files'] as const;
export type WorkloadId = (typeof workloadIds)[number];

export interface Workload {
  readonly id: WorkloadId;
  readonly displayName: string;
  /** `agent`: an agent or extension talks to Azure Backup; `script`: the script of a file recovery does; `none`: no name has to be reached. */
  readonly client: 'agent' | 'script' | 'none';
  /** What users have to know besides the names, in sentences. */
  readonly remark?: string;
  readonly source: SourceReference;
}

export const workloads: readonly Workload[] = [
  { id: 'sql', displayName: 'SQL Server in Azure VMs', client: 'agent', source: sources.overview },
  { id: 'hana', displayName: 'SAP HANA in Azure VMs', client: 'agent', source: sources.overview },
  { id: 'mars', displayName: 'MARS agent', client: 'agent', source: sources.overview },
  {
    id: 'dpm',
    displayName: 'System Center Data Protection Manager',
    client: 'agent',
    remark: 'Private endpoints are supported from DPM 2022 (10.22.123.0) on.',
    source: sources.configure,
  },
  {
    id: 'mabs',
    displayName: 'Microsoft Azure Backup Server',
    client: 'agent',
    remark: 'Private endpoints are supported from MABS v4 (14.0.30.0) on.',
    source: sources.configure,
  },
  {
    id: 'file-recovery',
    displayName: 'File recovery from Azure VM backups',
    client: 'script',
    remark:
      'Files of a vault with private endpoints can be recovered only from virtual networks that have a private endpoint of the vault. ' +
      'The script talks iSCSI on port 3260, and its machine also asks its DNS server on port 53.',
    source: sources.overview,
  },
  {
    id: 'vm',
    displayName: 'Azure VMs',
    client: 'none',
    remark:
      "Nothing is needed: Azure takes the backup of a VM's disks from outside, so no address or name has to be allowed and no private endpoint is needed. " +
      'Only file recovery from such a backup needs names (workload file-recovery).',
    source: sources.overview,
  },
  {
    id: 'azure-files',
    displayName: 'Azure Files',
    client: 'none',
    remark:
      'Nothing is needed: the backup of a file share stays in its own storage account, so no name has to be allowed and no private endpoint is needed.',
    source: sources.overview,
  },
];

/** The workloads whose agents or extensions the tables of the primary source are about. */
export const agentWorkloads: readonly WorkloadId[] = workloads.flatMap(({ id, client }) =>
  client === 'agent' ? [id] : [],
);
