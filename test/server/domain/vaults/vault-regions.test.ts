import assert from 'node:assert/strict';
import { createRegionTable } from '../../../../server/src/domain/names/regions';
import { placeVaults } from '../../../../server/src/domain/vaults/vault-regions';
import { deployFiles } from '../../../support/deploy-files';

const table = createRegionTable();

describe('placeVaults', () => {
  it('groups vaults by region and keeps those apart whose region is not known', () => {
    const { regions, unplaced } = place(`
param location string
resource a 'Microsoft.RecoveryServices/vaults@2025-02-01' = { name: 'rsv-a', location: 'westeurope', properties: {} }
resource b 'Microsoft.RecoveryServices/vaults@2025-02-01' = { name: 'rsv-\${uniqueString('b')}', location: 'West Europe', properties: {} }
resource c 'Microsoft.RecoveryServices/vaults@2025-02-01' = { name: 'rsv-c', location: location, properties: {} }
resource d 'Microsoft.RecoveryServices/vaults@2025-02-01' existing = { name: 'rsv-d' }
`);
    assert.deepEqual(
      regions.map(({ region, names, secondary }) => [region.name, names[0], names.length, secondary]),
      [['westeurope', 'rsv-a', 2, false]],
    );
    assert.deepEqual(unplaced, ['rsv-c']);
  });

  it('sees what is restored in the other region', () => {
    const { regions } = place(`
resource a 'Microsoft.RecoveryServices/vaults@2025-02-01' = {
  name: 'rsv-a'
  location: 'eastus'
  properties: { redundancySettings: { crossRegionRestore: 'Enabled' } }
}
resource b 'Microsoft.RecoveryServices/vaults@2025-02-01' = { name: 'rsv-b', location: 'westus', properties: {} }
resource pep 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pep'
  location: 'eastus'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: b.id, groupIds: ['AzureBackup_secondary'] } }
    ]
  }
}
`);
    assert.deepEqual(
      regions.map(({ region, secondary }) => [region.name, secondary]),
      [
        ['eastus', true],
        ['westus', true],
      ],
    );
  });
});

function place(text: string): ReturnType<typeof placeVaults> {
  return placeVaults([deployFiles({ 'main.bicep': text })], table);
}
