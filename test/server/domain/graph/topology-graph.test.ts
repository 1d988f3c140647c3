import assert from 'node:assert/strict';
import { createRegionTable } from '../../../../server/src/domain/names/regions';
import { topologyGraph } from '../../../../server/src/domain/graph/topology-graph';
import type { TopologyGraph } from '../../../../server/src/domain/graph/graph';
import { endpoint, vault, zone, zoneGroup } from '../../../support/bicep-parts';
import { deployFiles } from '../../../support/deploy-files';
import { network, wholeTemplate, zoneLink } from '../../../support/topology-parts';

describe('the graph of a topology', () => {
  it('has every part once, and says how they hang together', () => {
    const { nodes, edges } = graphOf(wholeTemplate);
    assert.deepEqual(
      nodes.map(({ id, label }) => `${id} ${label}`),
      [
        'vault-1 rsv-1',
        'endpoint-1 pe-1',
        'network-1 vnet-hub',
        'subnet-1 snet-pe',
        'zoneGroup-1 default',
        'zone-1 privatelink.ne.backup.windowsazure.com',
        'zoneLink-1 hub',
        'dnsServer-1 10.1.0.4',
      ],
    );
    assert.deepEqual(
      edges.map(({ from, kind, to, label }) => `${from} ${kind} ${to} ${label}`.trim()),
      [
        'endpoint-1 connects vault-1 AzureBackup',
        'endpoint-1 standsIn subnet-1',
        'subnet-1 partOf network-1',
        'endpoint-1 hasGroup zoneGroup-1',
        'zoneGroup-1 binds zone-1',
        'zone-1 hasLink zoneLink-1',
        'zoneLink-1 links network-1',
        'network-1 asks dnsServer-1',
      ],
    );
  });

  it('tells regions and address ranges', () => {
    const { nodes } = graphOf(wholeTemplate);
    assert.deepEqual(
      nodes.filter(({ details }) => details.length > 0).map(({ id, details }) => `${id} ${details.join()}`),
      ['vault-1 North Europe', 'network-1 10.1.0.0/16', 'subnet-1 10.1.4.0/26'],
    );
  });

  it('shows what is only named or exists already as such', () => {
    const id = (type: string, ...names: string[]): string =>
      `resourceId('Microsoft.Network/${type}', '${names.join("', '")}')`;
    const { nodes } = graphOf(
      [
        "param there bool\nresource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = { name: 'rsv-old' }",
        endpoint({ extra: `subnet: { id: ${id('virtualNetworks/subnets', 'vnet-far', 'snet-far')} }` }),
        zoneGroup(id('privateDnsZones', 'privatelink.ne.backup.windowsazure.com')),
        zone('mine', "'contoso.com'").replace('= {', '= if (there) {'),
      ].join('\n'),
    );
    assert.deepEqual(
      nodes.map(({ label, presence }) => `${label} ${presence}`),
      [
        'rsv-old existing',
        'pe-1 deployed',
        'vnet-far named',
        'snet-far named',
        'default deployed',
        'privatelink.ne.backup.windowsazure.com named',
        'contoso.com conditional',
      ],
    );
  });

  it('has resolvers and forwarding rules', () => {
    const { nodes, edges } = graphOf(`${network()}
resource resolver 'Microsoft.Network/dnsResolvers@2022-07-01' = {
  name: 'dnspr'
  location: 'northeurope'
  properties: { virtualNetwork: { id: network.id } }
  resource outbound 'outboundEndpoints' = { name: 'out', location: 'northeurope' }
}
resource ruleset 'Microsoft.Network/dnsForwardingRulesets@2022-07-01' = {
  name: 'rules'
  location: 'northeurope'
  properties: { dnsResolverOutboundEndpoints: [{ id: resolver::outbound.id }] }
  resource rule 'forwardingRules' = { name: 'r', properties: { domainName: 'contoso.com.' } }
  resource link 'virtualNetworkLinks' = { name: 'l', properties: { virtualNetwork: { id: network.id } } }
}`);
    assert.deepEqual(
      edges.map(({ from, kind, to }) => `${from} ${kind} ${to}`),
      [
        'dnsResolver-1 resolvesIn network-1',
        'network-1 asks forwardingRuleset-1',
        'forwardingRuleset-1 forwardsThrough dnsResolver-1',
      ],
    );
    assert.deepEqual(
      nodes.map(({ details }) => details.join()),
      ['10.1.0.0/16', '1 outbound', 'contoso.com.'],
    );
    assert.deepEqual(
      nodes.map(({ extents }) => extents.length),
      [1, 2, 3],
    );
  });

  it('has the Key Vault that a vault takes its key from', () => {
    const key = `properties: { encryption: { keyVaultProperties: { keyUri: 'https://kv-1.vault.azure.net/keys/k' } } }`;
    const { nodes, edges } = graphOf(vault(key) + endpoint());
    assert.equal(nodes.find(({ kind }) => kind === 'keyVault')?.label, 'kv-1');
    assert.ok(edges.some(({ from, to, kind }) => `${from} ${kind} ${to}` === 'vault-1 encryptedWith keyVault-1'));
  });

  it('connects endpoints to other services, too', () => {
    const account =
      "resource sa 'Microsoft.Storage/storageAccounts@2023-05-01' = { name: 'stbackup', location: 'northeurope' }\n";
    const { nodes, edges } = graphOf(account + endpoint({ target: 'sa.id', groupIds: "['blob']" }));
    assert.deepEqual(
      nodes.map(({ kind }) => kind),
      ['endpoint', 'service'],
    );
    assert.deepEqual(
      edges.map(({ label }) => label),
      ['blob'],
    );
  });

  it('is empty where nothing concerns private endpoints', () => {
    assert.deepEqual(graphOf("param a string = 'x'\n"), { nodes: [], edges: [] });
  });

  it('knows where each part is written', () => {
    const text = vault() + network() + zone('z', "'a.b'") + zoneLink('z');
    const shown = graphOf(text).nodes.map(({ place }) => place && text.slice(place.start, place.end));
    assert.deepEqual(shown, ['vault', 'z', 'zLink', 'network']);
  });
});

function graphOf(text: string): TopologyGraph {
  return topologyGraph(deployFiles({ 'main.bicep': text }), createRegionTable());
}
