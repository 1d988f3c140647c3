import { ENDPOINT_TYPE, VAULT_TYPE } from '../../data/resource-types';
import { vaultGroupIds } from '../../data/backup-endpoint';
import { privateLinkServices, type PrivateLinkService } from '../../data/private-link-services';
import type { Deployment } from '../../deployment/deployment';
import { connectionsOf } from '../../domain/topology/find-topology';
import type { Completion, CompletionContext, CompletionPlace } from './completion';
import { written, type Offered } from './write';

/** The group IDs of the connection's target; where its type is not known, those of vaults and then all others. */
export function groupIdCompletions(
  { slot, key }: Extract<CompletionPlace, { readonly kind: 'groupId' }>,
  { uri, deployments }: CompletionContext,
): readonly Completion[] {
  const types = new Set(deployments.flatMap((it) => targetTypes(it, uri, key.start)));
  const known = types.size > 0;
  const rows = privateLinkServices.filter(({ resourceType }) => !known || types.has(resourceType.toLowerCase()));
  const vaults: readonly Offered[] =
    !known || types.has(VAULT_TYPE)
      ? vaultGroupIds.map((id) => ({ label: id, detail: vaultDetails[id], value: id }))
      : [];
  return written(slot, distinct([...vaults, ...rows.flatMap(offersOf)]));
}

const vaultDetails: Readonly<Record<(typeof vaultGroupIds)[number], string>> = {
  AzureBackup: 'Azure Backup',
  AzureBackup_secondary: 'Azure Backup in the paired region, for cross-region restore',
  AzureSiteRecovery: 'Azure Site Recovery',
};

/** The types of what the connections target whose `groupIds` stand at an offset. */
function targetTypes({ resources }: Deployment, uri: string, offset: number): readonly string[] {
  return resources
    .filter((it) => !it.existing && it.type.toLowerCase() === ENDPOINT_TYPE)
    .flatMap(connectionsOf)
    .filter(({ groupIds }) => groupIds.key?.uri === uri && groupIds.key.start === offset)
    .flatMap(({ targetType }) => targetType ?? []);
}

/** IDs that hold a name of the user's own are no text to be inserted. */
function offersOf({ service, groupIds }: PrivateLinkService): readonly Offered[] {
  return groupIds.filter((id) => !id.includes('{')).map((id) => ({ label: id, detail: service, value: id }));
}

function distinct(offered: readonly Offered[]): readonly Offered[] {
  return offered.filter(({ label }, index) => offered.findIndex((other) => other.label === label) === index);
}
