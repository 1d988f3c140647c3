import { ENCRYPTION_TYPE } from '../../data/resource-types';
import type { DeployedResource } from '../../deployment/deployment';
import { bothGuards } from '../../deployment/values/guards';
import type { Guard, Option } from '../../deployment/values/value';
import { backupGroups } from '../topology/backup-endpoints';
import { guardOf } from '../resources/options';
import { possibleAt } from '../resources/resource-properties';
import type { Topology, Vault } from '../topology/topology';

/** The key of a vault with a private endpoint for Azure Backup. */
export interface VaultKey {
  readonly vault: DeployedResource;
  readonly endpoint: DeployedResource;
  /** The URI of the key. */
  readonly uri: Option['value'];
  /** When all three are there. */
  readonly guard: Guard;
}

/** The customer-managed keys of the vaults that have private endpoints for Azure Backup: the vaults' own, and those of their encryption settings. */
export function vaultKeys({ vaults, index }: Topology): readonly VaultKey[] {
  // ARM JSON does not show a vault that exists already: it is not judged in Bicep either.
  const declared = vaults.filter(({ resource }) => !resource.existing);
  return declared.flatMap((vault) => {
    const inVault = possibleAt(vault.resource, 'encryption', 'keyVaultProperties', 'keyUri');
    const settings = index.childrenOf(vault.resource, ENCRYPTION_TYPE).filter(({ existing }) => !existing);
    const uris = [...inVault, ...settings.flatMap((it) => possibleAt(it, 'keyUri'))];
    return uris.flatMap((uri) => keyOf(vault, uri));
  });
}

function keyOf({ resource: vault, connections }: Vault, { value: uri, guard }: Option): readonly VaultKey[] {
  if (uri.kind !== 'text' && uri.kind !== 'runtime') return [];
  for (const connection of connections) {
    const { endpoint } = connection;
    const both = backupGroups(connection).length > 0 ? bothGuards(guard, guardOf(endpoint)) : undefined;
    if (both) return [{ vault, endpoint, uri, guard: both }];
  }
  return [];
}
