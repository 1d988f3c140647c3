import type { FqdnRow } from './backup-fqdns';
import { sources } from './links';
import type { WorkloadId } from './workloads';

/** A name that only some workloads need, beyond the tables of the primary source. */
export interface WorkloadFqdnRow extends FqdnRow {
  readonly workloads: readonly WorkloadId[];
  /** The row holds only with (true) or without (false) a private endpoint; undefined for both. */
  readonly privateEndpoint?: boolean;
}

const everyCloud = { usgov: sources.fileRecovery, china: sources.fileRecovery, germany: sources.fileRecovery };
const connectionCheck = {
  service: 'Windows',
  ports: [80, 443],
  protocol: 'tcp',
  purpose: "Windows' check whether it is connected",
  privateZone: null,
  resolvesTo: 'public',
  workloads: ['mars', 'dpm', 'mabs'],
  source: sources.marsConnectivity,
  cloudSources: { usgov: sources.marsConnectivity },
  note: 'Depending on its version, Windows asks one of the two.',
} as const satisfies Omit<WorkloadFqdnRow, 'fqdn'>;

export const workloadFqdns: readonly WorkloadFqdnRow[] = [
  {
    fqdn: '*.privatelink.{geo}.backup.{backupDomain}',
    service: 'Azure Backup',
    ports: [443, 3260],
    protocol: 'tcp',
    purpose: "The recovery point, which the script mounts over iSCSI",
    privateZone: 'privatelink.{geo}.backup.{backupDomain}',
    resolvesTo: 'private',
    workloads: ['file-recovery'],
    privateEndpoint: true,
    source: sources.overview,
    cloudSources: { usgov: sources.dnsZoneValues, china: sources.dnsZoneValuesChina },
    note: '',
  },
  {
    fqdn: 'pod01-rec2.{geo}.backup.{backupDomain}',
    service: 'Azure Backup',
    ports: [443, 3260],
    protocol: 'tcp',
    purpose: "The recovery point, which the script mounts over iSCSI",
    privateZone: null,
    resolvesTo: 'public',
    workloads: ['file-recovery'],
    source: sources.fileRecovery,
    cloudSources: everyCloud,
    note: 'The source gives this public name without regard to private endpoints; a vault that denies public access refuses it.',
  },
  {
    fqdn: 'download.microsoft.com',
    service: 'Microsoft Download Center',
    ports: [443],
    protocol: 'tcp',
    purpose: "The script's components for its secure channel",
    privateZone: null,
    resolvesTo: 'public',
    workloads: ['file-recovery'],
    source: sources.fileRecovery,
    cloudSources: everyCloud,
    note: '',
  },
  {
    fqdn: 'download.microsoft.com',
    service: 'Microsoft Download Center',
    ports: [443],
    protocol: 'tcp',
    purpose: 'Automatic updates of the MARS agent',
    privateZone: null,
    resolvesTo: 'public',
    workloads: ['mars', 'dpm', 'mabs'],
    source: sources.overview,
    note: 'For updates of the MARS agent, download.microsoft.com/download/MARSagent/* is enough.',
  },
  { ...connectionCheck, fqdn: 'www.msftconnecttest.com' },
  { ...connectionCheck, fqdn: 'www.msftncsi.com' },
];
