import { handMadeRecords } from '../../../server/src/rules/pe211-hand-made-records';
import { armEndpoint, armTemplate, armVault, armZone, armZoneGroup } from '../../support/arm-parts';
import { endpoint, vault, zone, zoneGroup } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const network = `
resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'northeurope'
  properties: { subnets: [{ name: 'endpoints', properties: { addressPrefix: '10.0.1.0/25' } }] }
}
`;
const extra = 'subnet: { id: network.properties.subnets[0].id }';
const record = (name: string, address = "'10.0.1.7'"): string => `
resource record 'Microsoft.Network/privateDnsZones/A@2024-06-01' = {
  parent: theZone
  name: ${name}
  properties: { ttl: 60, aRecords: [{ ipv4Address: ${address} }] }
}
`;
const inZone = (zoneName: string): string =>
  vault() + network + endpoint({ extra }) + zone('theZone', zoneName) + zoneGroup('theZone.id');
const backup = inZone("'privatelink.ne.backup.windowsazure.com'");
const blob = inZone("'privatelink.blob.${environment().suffixes.storage}'");
const conditional = (text: string, type: string, condition: string): string =>
  text.replace(new RegExp(`(${type}@[\\d-]+' =) \\{`), `$1 if (${condition}) {`);
const other = (subnet = extra): string =>
  endpoint({
    extra: subnet,
    symbol: 'other',
    target: "resourceId('Microsoft.Storage/storageAccounts', 'st1')",
    groupIds: "['blob']",
  });

testRule(handMadeRecords, [
  { name: 'is silent without records', text: backup },
  {
    name: 'speaks of any record in the zone of Azure Backup',
    text: backup + record("‹'mine'›", "'192.168.0.1'"),
    severity: 'info',
    unfixable: true,
    message: /'mine'.*'privatelink\.ne\.backup\.windowsazure\.com'.*'pe-1'/,
  },
  {
    name: 'speaks of addresses that are not known there',
    text: `param address string\n${backup}${record("‹'mine'›", 'address')}`,
  },
  { name: 'speaks of a name that a variable gives', text: `var n = ‹'mine'›\n${backup}${record('n')}` },
  { name: 'speaks of other kinds of records', text: backup + record("‹'mine'›").replace('/A@', '/AAAA@') },
  {
    name: 'is silent for a zone that no zone group binds',
    text: vault() + endpoint() + zone('theZone', "'privatelink.ne.backup.windowsazure.com'") + record("'mine'"),
  },
  {
    name: 'is silent for zones of other services',
    text: inZone("'privatelink.siterecovery.windowsazure.com'") + record("'mine'"),
  },
  { name: 'speaks of an address of the endpoint’s subnet in a blob zone', text: blob + record("‹'account'›") },
  { name: 'is silent for other addresses in a blob zone', text: blob + record("'account'", "'10.0.2.7'") },
  {
    name: 'is silent for addresses that are not known in a blob zone',
    text: `param address string\n${blob}${record("'account'", 'address')}`,
  },
  {
    name: 'speaks of a run-time value of the endpoint in a blob zone',
    text: blob + other() + record("‹'account'›", 'endpoint.properties.customDnsConfigs[0].ipAddresses[0]'),
  },
  { name: 'is silent where another endpoint is in the subnet', text: blob + other() + record("'account'") },
  {
    name: 'is silent where another endpoint may be in the subnet',
    text: `param id string\n${blob}${other('subnet: { id: id }')}${record("'account'")}`,
  },
  {
    name: 'is silent where a module may hold another endpoint',
    text: `${blob}${record("'account'")}\nmodule more 'br/contoso:more:1.0.0' = { name: 'more' }\n`,
  },
  {
    name: 'is silent for a record named after a storage account',
    text: `${blob}${record("'st1'")}
resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: 'st1'
}
`,
  },
  {
    name: 'is silent where record and zone group are never there together',
    text: `param own bool\n${conditional(conditional(backup, 'privateDnsZoneGroups', '!own') + record("'mine'"), 'privateDnsZones/A', 'own')}`,
  },
  {
    name: 'speaks where both are under one condition',
    text: `param own bool\n${conditional(conditional(backup, 'privateDnsZoneGroups', 'own') + record("‹'mine'›"), 'privateDnsZones/A', 'own')}`,
  },
  {
    name: 'speaks of a child of the zone, of records in a loop and of one in a local module',
    files: {
      'one.bicep': backup.replace(
        /(name: 'privatelink\.ne[^']+'\n {2}location: 'global'\n)/,
        "$1  resource record 'A' = {\n    name: ‹'mine'›\n    properties: { ttl: 60, aRecords: [{ ipv4Address: '10.0.1.7' }] }\n  }\n",
      ),
      'two.bicep':
        backup +
        record('‹n›')
          .replace("' = {", "' = [for n in ['a', 'b']: {")
          .replace(/\}\n$/, '}]\n')
          .replace('‹n›', 'n')
          .replace("['a', 'b']", "[‹'a'›, ‹'b'›]"),
      'three.bicep': `${backup}\nmodule records 'part.bicep' = { name: 'records', params: { zoneName: theZone.name, label: ‹'mine'› } }\n`,
      'part.bicep': `param zoneName string\nparam label string\nresource theZone 'Microsoft.Network/privateDnsZones@2024-06-01' existing = {\n  name: zoneName\n}\n${record('label')}`,
    },
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armVault(),
      armEndpoint(),
      armZone('"privatelink.ne.backup.windowsazure.com"'),
      armZoneGroup(`"[resourceId('Microsoft.Network/privateDnsZones', 'privatelink.ne.backup.windowsazure.com')]"`),
      `{ "type": "Microsoft.Network/privateDnsZones/A", "apiVersion": "2024-06-01", "name": ‹"privatelink.ne.backup.windowsazure.com/mine"›, "properties": { "ttl": 60, "aRecords": [ { "ipv4Address": "10.0.1.7" } ] } }`,
    ]),
  },
]);
