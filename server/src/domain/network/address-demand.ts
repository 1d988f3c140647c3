import { backupEndpoint } from '../../data/backup-endpoint';
import { isBackupEndpoint } from '../topology/backup-endpoints';
import { certainBeside } from './shared-subnets';
import type { Endpoint } from '../topology/topology';

const EACH = backupEndpoint.addresses.value;

/** Endpoints that are there together, and the addresses that they take at first. */
export interface Demand {
  readonly addresses: number;
  readonly backup: readonly Endpoint[];
  readonly others: number;
}

/** The most that endpoints for Azure Backup and what is certainly beside them take; undefined where there is none. */
export function largestDemand(endpoints: readonly Endpoint[]): Demand | undefined {
  const demands = endpoints.filter(isBackupEndpoint).map((anchor): Demand => {
    const together = certainBeside(anchor, endpoints);
    const backup = together.filter(isBackupEndpoint);
    const others = together.length - backup.length;
    return { addresses: backup.length * EACH + others, backup, others };
  });
  return demands.reduce<Demand | undefined>(
    (most, demand) => (most && most.addresses >= demand.addresses ? most : demand),
    undefined,
  );
}
