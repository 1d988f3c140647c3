import type { Place } from '../base/place';
import { BACKUP_VAULT_TYPE } from '../data/resource-types';
import { sources } from '../data/links';
import type { TextValue, Trail } from '../deployment/values/value';
import { originOf } from '../deployment/values/values';
import { flatText, placeOfPart, spelledAt } from '../domain/names/flat-text';
import type { Connection } from '../domain/topology/topology';
import { mistake } from './examples/mistake';
import { vaultBehindEndpoint } from './examples/vault-behind-endpoint';
import { nameOf, relatedResource, wayOf } from './related';
import type { Report } from './report';
import type { Rule } from './rule';

export const backupVaultNotSupported: Rule = {
  id: 'PE101',
  name: 'backup-vault-not-supported',
  about: 'backup',
  severity: 'error',
  summary:
    'A private endpoint targets a Backup vault (`Microsoft.DataProtection/backupVaults`), which does not support private endpoints.',
  docs: {
    why: 'Azure Backup supports private endpoints for Recovery Services vaults (`Microsoft.RecoveryServices/vaults`) only. The type of a Backup vault has no private endpoint connections in any API version, so this endpoint cannot bring the vault into the network.',
    howToFix:
      'If a Recovery Services vault can protect the workload, connect the endpoint to one. Otherwise remove the endpoint.',
    sources: [sources.overview],
    examples: [
      mistake(
        'bicep',
        vaultBehindEndpoint,
        ['rsv-backup', 'bv-backup'],
        ['Microsoft.RecoveryServices/vaults@2024-04-01', 'Microsoft.DataProtection/backupVaults@2025-01-01'],
        ["sku: { name: 'RS0', tier: 'Standard' }", "identity: { type: 'SystemAssigned' }"],
        [
          "publicNetworkAccess: 'Disabled'",
          "storageSettings: [{ datastoreType: 'VaultStore', type: 'LocallyRedundant' }]",
        ],
        ['vault.id', '‹vault.id›'],
      ),
      mistake(
        'json',
        vaultBehindEndpoint,
        ['rsv-backup', 'bv-backup'],
        ['Microsoft.RecoveryServices/vaults', 'Microsoft.DataProtection/backupVaults'],
        ['2024-04-01', '2025-01-01'],
        ['"sku": { "name": "RS0", "tier": "Standard" }', '"identity": { "type": "SystemAssigned" }'],
        [
          '{ "publicNetworkAccess": "Disabled" }',
          '{ "storageSettings": [{ "datastoreType": "VaultStore", "type": "LocallyRedundant" }] }',
        ],
        [
          `"privateLinkServiceId": "[resourceId('Microsoft.DataProtection/backupVaults', 'bv-backup')]"`,
          `"privateLinkServiceId": ‹"[resourceId('Microsoft.DataProtection/backupVaults', 'bv-backup')]"›`,
        ],
      ),
    ],
  },
  *check({ topology }) {
    for (const endpoint of topology.endpoints) {
      for (const connection of endpoint.connections) {
        if (connection.targetType === BACKUP_VAULT_TYPE) yield* report(connection);
      }
    }
  },
};

function* report({ endpoint, target, targetId }: Connection): Iterable<Report> {
  const place = placeOfType(targetId) ?? symbolicId(target.trail) ?? originOf(target.trail);
  if (!place) return;
  yield {
    place: { uri: place.uri, start: place.start, end: place.end },
    message: `The private endpoint ${nameOf(endpoint)} targets a Backup vault (Microsoft.DataProtection/backupVaults). Azure Backup supports private endpoints for Recovery Services vaults only: use a Microsoft.RecoveryServices/vaults resource or remove the endpoint.`,
    related: [...wayOf(target.trail), relatedResource(endpoint, 'the private endpoint')],
  };
}

/** Where an ID spells its type out; undefined for one that a symbol or a function makes. */
function placeOfType(id: TextValue | undefined): Place | undefined {
  const flat = id && flatText(id);
  const start = flat?.text.toLowerCase().indexOf(BACKUP_VAULT_TYPE) ?? -1;
  const span = { start, end: start + BACKUP_VAULT_TYPE.length };
  return flat && start >= 0 && spelledAt(flat, span) ? placeOfPart(flat, span) : undefined;
}

/** The `vault.id` that an ID comes from. */
function symbolicId(trail: Trail | undefined): Place | undefined {
  for (let step = trail; step; step = step.from)
    if (step.via?.kind === 'property' && step.via.name === 'id') return step;
  return undefined;
}
