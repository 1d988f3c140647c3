import { VAULT_TYPE } from '../../data/resource-types';
import { knownText } from '../../deployment/values/values';
import type { Connection, Endpoint } from './topology';

export type BackupGroup = 'azurebackup' | 'azurebackup_secondary';

/** The group IDs of a connection that are Azure Backup's, in lower case; empty for a connection to anything but a Recovery Services vault. */
export function backupGroups(connection: Connection): readonly BackupGroup[] {
  if (connection.targetType !== VAULT_TYPE) return [];
  return connection.groupIds.items.flatMap((item): BackupGroup[] => {
    const text = knownText(item)?.toLowerCase();
    return text === 'azurebackup' || text === 'azurebackup_secondary' ? [text] : [];
  });
}

/** Whether a private endpoint is one for Azure Backup: some connection of it goes to a vault for one of Backup's group IDs. */
export function isBackupEndpoint(endpoint: Endpoint): boolean {
  return endpoint.connections.some((connection) => backupGroups(connection).length > 0);
}
