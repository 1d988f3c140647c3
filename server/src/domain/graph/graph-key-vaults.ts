import { keyVaultNameOf, keyVaultOf } from '../resources/named-by-host';
import { vaultKeys } from '../vaults/vault-keys';
import { readable } from './graph-builder';
import type { Drawing } from './graph-network';

/** The Key Vaults that the vaults with private endpoints take their keys from. */
export function addKeyVaults({ graph, topology }: Drawing): void {
  for (const { vault, uri } of vaultKeys(topology)) {
    const keyVault = keyVaultOf(uri, topology.index);
    const name = keyVaultNameOf(uri);
    if (!keyVault && !name) continue;
    const label = name ? readable(name) : '…';
    const node = keyVault
      ? graph.resource('keyVault', keyVault)
      : graph.node(`key vault ${label}`, () => ({
          kind: 'keyVault',
          label,
          details: [],
          presence: 'named',
          place: vault.place,
          extents: [],
        }));
    graph.edge(graph.resource('vault', vault), node, 'encryptedWith');
  }
}
