import assert from 'node:assert/strict';
import { deployFiles, keyEnding } from '../../../support/deploy-files';

describe('symbolic names', () => {
  it('mean the outer resource where a nested one has the same name, though it is written before', () => {
    const deployment = deployFiles({
      'main.bicep': `
resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'network'
  resource parts 'subnets' = { name: 'subnet', properties: { addressPrefix: '10.0.0.0/25' } }
}
resource parts 'Microsoft.Network/privateEndpoints@2024-05-01' = [for name in ['a', 'b']: { name: name }]
resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: parts[1]
  name: 'default'
}`,
    });
    assert.match(
      keyEnding(deployment, '/privateDnsZoneGroups/default'),
      /\/privateendpoints\/b\/privatednszonegroups\//,
    );
  });
});
