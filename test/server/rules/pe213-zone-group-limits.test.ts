import { zoneGroupLimits } from '../../../server/src/rules/pe213-zone-group-limits';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault, zone, zoneGroup } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const around = vault() + endpoint();
const id = (name: string): string => `resourceId('Microsoft.Network/privateDnsZones', '${name}')`;
const backup = id('privatelink.ne.backup.windowsazure.com');
const blob = id('privatelink.blob.core.windows.net');
const config = (name: string, zoneId: string): string =>
  `{ name: ${name}, properties: { privateDnsZoneId: ${zoneId} } }`;
const group = (configs: string, name = "'default'", symbol = 'group', condition = ''): string => `
resource ${symbol} 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = ${condition}{
  parent: endpoint
  name: ${name}
  properties: {
    privateDnsZoneConfigs: ${configs}
  }
}
`;
const list = (...configs: readonly string[]): string => `[\n      ${configs.join('\n      ')}\n    ]`;
const armGroup = (name: string, ...configs: readonly string[]): string =>
  `{ "type": "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "apiVersion": "2024-05-01", "name": ${name},
      "properties": { "privateDnsZoneConfigs": [ ${configs.join(', ')} ] } }`;
const armConfig = (name: string, zone: string): string =>
  `{ ${name}"properties": { "privateDnsZoneId": "[resourceId('Microsoft.Network/privateDnsZones', '${zone}')]" } }`;

const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => String(index));

testRule(zoneGroupLimits, [
  {
    name: 'is silent for one group of three zones',
    text: around + group(list(config("'a'", backup), config("'b'", blob))),
  },
  {
    name: 'speaks of a second group',
    text: around + group(list(config("'a'", backup))) + group(list(config("'b'", blob)), "‹'other'›", 'second'),
    message: /is the second one of its private endpoint, beside 'default'/,
    unfixable: true,
  },
  {
    name: 'takes the same group twice for one, without regard to case',
    text: around + group(list(config("'a'", backup))) + group(list(config("'b'", blob)), "'Default'", 'second'),
  },
  {
    name: 'is silent where two names may be one',
    text: `param name string\n${around}${group(list(config("'a'", backup)))}${group(list(config("'b'", blob)), 'name', 'second')}`,
  },
  {
    name: 'tells names with unknown parts apart by their ends',
    text: `param name string\n${around}${group(list(config("'a'", backup)), "'${name}-one'")}${group(list(config("'b'", blob)), "‹'${name}-two'›", 'second')}`,
  },
  {
    name: 'is silent for groups that exclude each other or may do so',
    text: `param own bool\nparam hub bool\n${around}${group(list(config("'a'", backup)), "'a'", 'one', 'if (own) ')}${group(list(config("'b'", blob)), "'b'", 'two', 'if (!own) ')}${group(list(config("'b'", blob)), "'c'", 'three', 'if (hub && !own) ')}`,
  },
  {
    name: 'speaks of groups under the same condition',
    text: `param own bool\n${around}${group(list(config("'a'", backup)), "'a'", 'one', 'if (own) ')}${group(list(config("'b'", blob)), "‹'b'›", 'two', 'if (own) ')}`,
  },
  {
    name: 'gives each endpoint of a loop its own group',
    text: `${vault()}
resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [for i in range(0, 2): {
  name: 'pe-\${i}'
  location: 'northeurope'
  properties: { privateLinkServiceConnections: [{ name: 'c', properties: { privateLinkServiceId: vault.id, groupIds: ['AzureBackup'] } }] }
  resource group 'privateDnsZoneGroups' = { name: 'group\${i}', properties: { privateDnsZoneConfigs: [${config("'a'", backup)}] } }
}]
`,
  },
  {
    name: 'speaks of the sixth zone',
    text:
      around +
      numbers(6)
        .map((n) => zone(`z${n}`, `'z${n}.example'`))
        .join('') +
      zoneGroup(...numbers(6).map((n) => `z${n}.id`)).replace("'zone5'", "‹'zone5'›"),
    message: /binds 6 zones, and Azure refuses more than 5/,
    unfixable: true,
  },
  {
    name: 'is silent for five',
    text:
      around +
      numbers(5)
        .map((n) => zone(`z${n}`, `'z${n}.example'`))
        .join('') +
      zoneGroup(...numbers(5).map((n) => `z${n}.id`)),
  },
  {
    name: 'counts the turns of a loop',
    text: `param ids array\n${around}${group(`[for i in range(0, 7): ${config("‹'zone${i}'›", 'ids[i]')}]`)}`,
  },
  {
    name: 'is silent for a loop that cannot be counted',
    text: `param ids array\n${around}${group(`[for (id, i) in ids: ${config("'zone${i}'", 'id')}]`)}`,
  },
  {
    name: 'removes a zone that is bound twice',
    text: around + group(list(config("'a'", backup), config("'b'", blob), config("‹'c'›", backup))),
    message: /'c' binds 'privatelink.ne.backup.windowsazure.com' that another config/,
    fixed: around + group(list(config("'a'", backup), config("'b'", blob))),
  },
  {
    name: 'knows one parameter for one zone',
    text: `param blobZone string\nparam queueZone string\n${around}${group(list(config("'a'", 'blobZone'), config("'b'", 'queueZone'), config("‹'c'›", 'blobZone')))}`,
  },
  {
    name: 'is silent for parameters that are empty by default',
    text: `param blobZone string = ''\nparam queueZone string = ''\n${around}${group(list(config("'a'", 'blobZone'), config("'b'", 'queueZone')))}`,
  },
  {
    name: 'names a config after its zone where another has its name',
    text: around + group(list(config("'zone'", backup), config("‹'Zone'›", blob))),
    message: /Two zone configs have the name 'Zone'/,
    fixed: around + group(list(config("'zone'", backup), config("'blob'", blob))),
  },
  {
    name: 'has no fix for one name in a loop',
    text: `param ids array\n${around}${group(`[for i in range(0, 3): ${config("‹'zone'›", 'ids[i]')}]`)}`,
    unfixable: true,
  },
  {
    name: 'has no fix for a name that comes from one variable',
    text: `var name = ‹'zone'›\n${around}${group(list(config('name', backup), config('name', blob)))}`,
    unfixable: true,
  },
  {
    name: 'gives a config a name',
    text: around + group(list(config("'a'", backup), `‹{› properties: { privateDnsZoneId: ${blob} } }`)),
    message: /has no name, and Azure refuses the request/,
    fixed: around + group(list(config("'a'", backup), `{ properties: { privateDnsZoneId: ${blob} }, name: 'blob' }`)),
  },
  {
    name: 'takes the zone’s whole name where the short one is taken',
    text: around + group(list(config("'blob'", backup), config("‹'Blob'›", blob))),
    fixed: around + group(list(config("'blob'", backup), config("'privatelink-blob-core-windows-net'", blob))),
  },
  {
    name: 'is silent for a name that is not known',
    text: `param name string\nparam more object\n${around}${group(list(config('name', backup), `{ ...more, properties: { privateDnsZoneId: ${blob} } }`))}`,
  },
  {
    name: 'judges each of two lists for itself',
    text: `param own bool\n${around}${group(`own ? [${config("'a'", backup)}] : [${config("'a'", blob)}, ${config("‹'a'›", backup)}]`)}`,
  },
  {
    name: 'speaks of what a parameter file gives a local module',
    files: {
      'main.bicep': `param configs array\nmodule inner 'inner.bicep' = { name: 'inner', params: { configs: configs } }\n`,
      'inner.bicep': `param configs array\n${around}${group('configs')}`,
      'main.bicepparam': `using 'main.bicep'\nvar zone = '/subscriptions/x/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net'\nparam configs = [\n  { name: 'a', properties: { privateDnsZoneId: zone } }\n  { name: ‹'b'›, properties: { privateDnsZoneId: zone } }\n]\n`,
    },
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armVault(),
      armEndpoint(),
      armGroup(
        '"pe-1/default"',
        armConfig('"name": "a", ', 'privatelink.ne.backup.windowsazure.com'),
        armConfig('"name": ‹"a"›, ', 'privatelink.blob.core.windows.net'),
      ),
      armGroup('‹"pe-1/other"›', `‹{›${armConfig('', 'privatelink.queue.core.windows.net').slice(1)}`),
    ]),
  },
  {
    name: 'speaks in a nested deployment',
    text: armTemplate([
      armVault(),
      armEndpoint(),
      armGroup('"pe-1/default"', armConfig('"name": "a", ', 'privatelink.ne.backup.windowsazure.com')),
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2024-03-01", "name": "dns", "properties": { "mode": "Incremental", "template": ${armTemplate([armGroup('‹"pe-1/other"›', armConfig('"name": "a", ', 'privatelink.blob.core.windows.net'))])} } }`,
    ]),
  },
]);
