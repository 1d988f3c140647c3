import assert from 'node:assert/strict';
import { findTopology } from '../../../../server/src/domain/topology/find-topology';
import { firewallOf, keyVaultOf, storageAccountOf } from '../../../../server/src/domain/resources/named-by-host';
import { networkOfSubnet, subnetOf } from '../../../../server/src/domain/topology/networks';
import { deepValue, property } from '../../../../server/src/domain/resources/resource-properties';
import { idKey } from '../../../../server/src/deployment/identity/resource-id';
import { knownText } from '../../../../server/src/deployment/values/values';
import type { Topology } from '../../../../server/src/domain/topology/topology';
import { deployFiles } from '../../../support/deploy-files';

const network = `
resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  properties: {
    subnets: [
      { name: 'a', properties: { addressPrefix: '10.0.0.0/25' } }
      { name: 'b', properties: { addressPrefixes: ['10.0.1.0/26', '10.0.2.0/26'] } }
    ]
  }
  resource c 'subnets' = {
    name: 'c'
    properties: { addressPrefix: '10.0.3.0/27' }
  }
}
`;

const endpointIn = (subnet: string): string => `
resource pe 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe'
  properties: { subnet: { id: ${subnet} } }
}
`;

function topologyOf(text: string): Topology {
  return findTopology(deployFiles({ 'main.bicep': text }));
}

describe('networks', () => {
  it('have the subnets that are written inside them and beside them', () => {
    const { networks, subnets } = topologyOf(network);
    assert.equal(networks.length, 1);
    assert.deepEqual(
      subnets.map(({ id, prefixes }) => [id && idKey(id).split('/').at(-1), prefixes.map((it) => knownText(it))]),
      [
        ['a', ['10.0.0.0/25']],
        ['b', ['10.0.1.0/26', '10.0.2.0/26']],
        ['c', ['10.0.3.0/27']],
      ],
    );
  });

  const ways: readonly (readonly [string, string, string])[] = [
    ['an ID', "resourceId('Microsoft.Network/virtualNetworks/subnets', 'net', 'b')", 'b'],
    ['an interpolated ID', "'${net.id}/subnets/a'", 'a'],
    ['a nested resource', 'net::c.id', 'c'],
    ['a run-time list', 'net.properties.subnets[1].id', 'b'],
  ];
  for (const [name, subnet, expected] of ways) {
    it(`are found from an endpoint by ${name}`, () => {
      const { endpoints, subnets, networks } = topologyOf(network + endpointIn(subnet));
      const [endpoint] = endpoints;
      assert.ok(endpoint && networks[0]);
      const value = deepValue(property(endpoint.resource, 'subnet'), endpoint.resource, 'id');
      const found = networkOfSubnet(value);
      assert.equal(found && idKey(found), idKey(networks[0].resource.id));
      const id = subnetOf(value, subnets)?.id;
      assert.equal(id && idKey(id).split('/').at(-1), expected);
    });
  }

  it('are not guessed from an unknown subnet', () => {
    const { endpoints } = topologyOf(`param subnet string\n${endpointIn('subnet')}`);
    const [endpoint] = endpoints;
    assert.ok(endpoint);
    assert.equal(networkOfSubnet(deepValue(property(endpoint.resource, 'subnet'), endpoint.resource, 'id')), undefined);
  });
});

describe('resources named by a host', () => {
  const holder = (uri: string): string => `
resource holder 'Microsoft.Test/holders@2024-01-01' = {
  name: 'holder'
  properties: { uri: ${uri} }
}
`;
  const keyVault = `
param vaultName string
resource kv 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-1'
  resource key 'keys' = {
    name: 'k'
  }
}
resource other 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: vaultName
}
resource third 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'st\${vaultName}'
}
`;
  const uris: readonly (readonly [string, string])[] = [
    ["'https://KV-1.vault.azure.net/keys/k/1'", 'kv'],
    ["'${kv.properties.vaultUri}keys/k'", 'kv'],
    ['kv::key.properties.keyUriWithVersion', 'kv'],
    ["'https://${vaultName}.vault.azure.net/keys/k'", 'other'],
    ["'https://st${vaultName}.vault.azure.net/keys/k'", 'third'],
    ["'https://elsewhere.vault.azure.net/keys/k'", 'none'],
    ["'https://kv-1.managedhsm.azure.net/keys/k'", 'none'],
  ];
  for (const [uri, symbol] of uris) {
    it(`finds the Key Vault of ${uri}`, () => {
      const { index } = topologyOf(keyVault + holder(uri));
      const [owner] = index.ofType('Microsoft.Test/holders');
      assert.ok(owner);
      assert.equal(keyVaultOf(property(owner, 'uri'), index)?.definition.symbol ?? 'none', symbol);
    });
  }

  it('finds a storage account and a firewall', () => {
    const { index } = topologyOf(`
resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'disks'
}
resource wall 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'wall'
}
${holder("'https://disks.blob.core.windows.net/vhds/a.vhd'")}
resource second 'Microsoft.Test/holders@2024-01-01' = {
  name: 'second'
  properties: { uri: wall.properties.ipConfigurations[0].properties.privateIPAddress }
}
`);
    const [first, second] = index.ofType('Microsoft.Test/holders');
    assert.ok(first && second);
    assert.equal(storageAccountOf(property(first, 'uri'), index)?.definition.symbol, 'account');
    assert.equal(firewallOf(property(second, 'uri'), index)?.definition.symbol, 'wall');
  });
});
