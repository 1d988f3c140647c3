import { sources } from '../data/links';
import { connectionToKeyVault } from '../domain/vaults/key-vault-access';
import { keyVaultOf } from '../domain/resources/named-by-host';
import { placeOfExpression } from '../domain/resources/trails';
import { vaultKeys } from '../domain/vaults/vault-keys';
import { customerManagedKey, keyVaultEndpoint, markedKey } from './examples/customer-managed-key';
import { mistake } from './examples/mistake';
import { onlyEndpoint } from './examples/vault-behind-endpoint';
import { nameInId, nameOf, relatedResource, wayOf } from './related';
import type { Rule } from './rule';

export const cmkPrivateKeyVault: Rule = {
  id: 'PE402',
  name: 'cmk-private-key-vault',
  about: 'backup',
  severity: 'error',
  summary: 'A vault with private endpoints takes its key from a Key Vault that has a private endpoint itself.',
  docs: {
    why: 'A Recovery Services vault with private endpoints and a Key Vault with private endpoints are not compatible: backups and restores that need the key fail.',
    howToFix:
      'Keep the vault’s key in a Key Vault of its own without private endpoints, and guard that by roles. Other Key Vaults of the network can keep theirs.',
    sources: [sources.overview],
    examples: [
      mistake(
        'bicep',
        customerManagedKey,
        [onlyEndpoint.bicep, onlyEndpoint.bicep + keyVaultEndpoint.bicep],
        [markedKey.bicep.replace(/[‹›]/g, ''), markedKey.bicep],
      ),
      mistake(
        'json',
        customerManagedKey,
        [onlyEndpoint.json, onlyEndpoint.json + keyVaultEndpoint.json],
        [markedKey.json.replace(/[‹›]/g, ''), markedKey.json],
      ),
    ],
  },
  *check({ topology }) {
    for (const key of vaultKeys(topology)) {
      const { vault, endpoint, uri } = key;
      const own = connectionToKeyVault(key, topology);
      const place = own && placeOfExpression(uri);
      if (!place) continue;
      const keyVault = keyVaultOf(uri, topology.index);
      yield {
        place,
        message: `The vault ${nameOf(vault)} has a private endpoint for Azure Backup and takes its key from the Key Vault${nameInId(own.targetId)}, which has one as well (${nameOf(own.endpoint)}). Azure Backup does not support that: use a key from a Key Vault without private endpoints.`,
        related: [
          ...wayOf(uri.trail),
          relatedResource(own.endpoint, 'the private endpoint of the Key Vault'),
          ...(keyVault ? [relatedResource(keyVault, 'the Key Vault')] : []),
          relatedResource(vault, 'the vault'),
          relatedResource(endpoint, 'a private endpoint of the vault'),
        ],
      };
    }
  },
};
