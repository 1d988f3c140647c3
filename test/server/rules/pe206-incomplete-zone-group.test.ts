import { incompleteZoneGroup } from '../../../server/src/rules/pe206-incomplete-zone-group';
import { armEndpoint, armTemplate, armVault, armZone } from '../../support/arm-parts';
import { endpoint, vault, zone, zoneGroup } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const zones = [
  zone('backupZone', "'privatelink.ne.backup.windowsazure.com'"),
  zone('blobZone', "'privatelink.blob.${environment().suffixes.storage}'"),
  zone('queueZone', "'privatelink.queue.${environment().suffixes.storage}'"),
].join('');
const hubZones = zones
  .replaceAll("' = {", "' existing = {")
  .replaceAll("location: 'global'", "scope: resourceGroup('hub')");
const base = vault() + endpoint();
const marked = (text: string): string => text.replace('privateDnsZoneConfigs', '‹privateDnsZoneConfigs›');
const [backupId, blobId, queueId] = ['backupZone.id', 'blobZone.id', 'queueZone.id'];
const all = [backupId, blobId, queueId];

/** A group whose items are written as the fix writes them. */
const longGroup = (...items: readonly (readonly [name: string, id: string])[]): string => `
resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
${items
  .map(
    ([name, id]) => `      {
        name: '${name}'
        properties: {
          privateDnsZoneId: ${id}
        }
      }`,
  )
  .join('\n')}
    ]
  }
}
`;

const switched = (key: string): string => `
resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    ${key}: concat(
      [{ name: 'a', properties: { privateDnsZoneId: backupZone.id } }],
      withStorage ? [{ name: 'b', properties: { privateDnsZoneId: blobZone.id } }, { name: 'c', properties: { privateDnsZoneId: queueZone.id } }] : []
    )
  }
}
`;

const armId = (name: string): string => `"[resourceId('Microsoft.Network/privateDnsZones', '${name}')]"`;
const armGroup = (configs: string, more = ''): string =>
  `{ "type": "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "apiVersion": "2024-05-01", "name": "pe-1/default", ${more}"properties": { ${configs} } }`;
const armConfigs = (...names: readonly string[]): string =>
  `[${names.map((name, index) => `{ "name": "zone${index}", "properties": { "privateDnsZoneId": ${armId(name)} } }`).join(', ')}]`;
const [backup, blob, queue] = [
  'privatelink.ne.backup.windowsazure.com',
  'privatelink.blob.core.windows.net',
  'privatelink.queue.core.windows.net',
];

/** Zones and their bindings from one list of names. */
const listed = (names: string, mark = (text: string): string => text): string => `${names}
${base}
resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for name in names: {
  name: name
  location: 'global'
}]
${mark(`
resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [for (name, i) in names: { name: 'zone\${i}', properties: { privateDnsZoneId: zones[i].id } }]
  }
}
`)}`;

testRule(incompleteZoneGroup, [
  { name: 'is silent for all three zones', text: base + zones + zoneGroup(...all) },
  {
    name: 'is silent for a fourth zone',
    text: base + zones + zone('more', "'privatelink.file.core.windows.net'") + zoneGroup(...all, 'more.id'),
  },
  {
    name: 'binds zones that the template declares',
    text: marked(base + zones + longGroup(['first', 'backupZone.id'])),
    fixed: base + zones + longGroup(['first', 'backupZone.id'], ['blob', 'blobZone.id'], ['queue', 'queueZone.id']),
    message: /lacks 'privatelink\.blob\.core\.windows\.net' and 'privatelink\.queue\.core\.windows\.net'\./,
  },
  {
    name: 'binds the Backup zone of the vault’s region',
    text: marked(
      base +
        zones +
        zone('other', "'privatelink.we.backup.windowsazure.com'") +
        longGroup(['1', blobId], ['2', queueId]),
    ),
    fixed:
      base +
      zones +
      zone('other', "'privatelink.we.backup.windowsazure.com'") +
      longGroup(['1', blobId], ['2', queueId], ['backup', 'backupZone.id']),
    message: /lacks 'privatelink\.ne\.backup/,
  },
  {
    name: 'takes no name twice',
    text: marked(base + zones + longGroup(['blob', 'backupZone.id'], ['2', 'queueZone.id'])),
    fixed: base + zones + longGroup(['blob', 'backupZone.id'], ['2', 'queueZone.id'], ['blob-zone', 'blobZone.id']),
  },
  {
    name: 'binds zones that exist in another group',
    text: marked(base + hubZones + longGroup(['first', 'backupZone.id'])),
    fixed: base + hubZones + longGroup(['first', 'backupZone.id'], ['blob', 'blobZone.id'], ['queue', 'queueZone.id']),
  },
  {
    name: 'has no fix where the template does not declare the zone',
    text: marked(base + zone('backupZone', `'${backup}'`) + zoneGroup('backupZone.id')),
    unfixable: true,
  },
  {
    name: 'has no fix where the zone may not be there',
    text: `param withQueue bool\n${marked(base + zones.replace(/(queueZone [^=]*=) \{/, '$1 if (withQueue) {') + longGroup(['1', backupId], ['2', blobId]))}`,
    unfixable: true,
  },
  {
    name: 'never asks for a zone of storage.azure.net',
    text: base + zones + zone('more', "'privatelink.blob.storage.azure.net'") + zoneGroup(...all, 'more.id'),
  },
  {
    name: 'does not take a zone of storage.azure.net for the blob zone',
    text: marked(
      base + zones + zone('more', "'privatelink.blob.storage.azure.net'") + zoneGroup(backupId, queueId, 'more.id'),
    ),
  },
  {
    name: 'counts a malformed Backup zone as the Backup zone',
    text: base + zones.replace('.ne.backup', '.nebackup') + zoneGroup(...all),
  },
  {
    name: 'speaks of the secondary endpoint, and of manual connections',
    text: marked(
      vault() +
        endpoint({ groupIds: "['azurebackup_secondary']", connections: 'manualPrivateLinkServiceConnections' }) +
        zones +
        zoneGroup('backupZone.id'),
    ),
  },
  {
    name: 'is silent for Site Recovery',
    text: vault() + endpoint({ groupIds: "['AzureSiteRecovery']" }) + zones + zoneGroup('backupZone.id'),
  },
  {
    name: 'is silent where a zone’s ID is not known',
    text: `param blobZoneId string\n${base}${zones}${zoneGroup('backupZone.id', 'blobZoneId')}`,
  },
  {
    name: 'is silent where a zone’s name is not known',
    text: `param name string\n${base}${zones}${zone('more', 'name')}${zoneGroup('backupZone.id', 'more.id')}`,
  },
  {
    name: 'is silent for IDs that are filtered',
    text: `param blobZoneId string = ''
${base}${zones}
var ids = filter([backupZone.id, blobZoneId], id => !empty(id))
resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: { privateDnsZoneConfigs: [for (id, i) in ids: { name: 'zone\${i}', properties: { privateDnsZoneId: id } }] }
}
`,
  },
  {
    name: 'is silent for zones from a parameter, with and without a default that is empty',
    files: {
      'one.bicep': `param ids array\n${base}${zones}${longGroup(['1', backupId]).replace(/\[\n[^]*?\n {4}\]/, "[for id in ids: { name: 'x', properties: { privateDnsZoneId: id } }]")}`,
      'two.bicep': `param configs array = []\n${base}${zones}${longGroup(['1', backupId]).replace(/\[\n[^]*?\n {4}\]/, 'configs')}`,
    },
  },
  {
    name: 'is silent where more zones are bound under a condition',
    text: `param withStorage bool\n${base}${zones}
var configs = [{ name: 'a', properties: { privateDnsZoneId: backupZone.id } }]
var storage = [{ name: 'b', properties: { privateDnsZoneId: blobZone.id } }, { name: 'c', properties: { privateDnsZoneId: queueZone.id } }]
resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: { privateDnsZoneConfigs: concat(configs, withStorage ? storage : []) }
}
`,
  },
  {
    name: 'is silent for a union with what is not known',
    text: `param more array\n${base}${zones}
resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: { privateDnsZoneConfigs: union([{ name: 'a', properties: { privateDnsZoneId: backupZone.id } }], more) }
}
`,
  },
  {
    name: 'is silent for properties that are not known',
    text: `param settings object\n${base}${zones}
resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: settings
}
`,
  },
  {
    name: 'is silent where a switch that is off by default adds zones, and speaks where a parameter file leaves it off',
    files: {
      'default.bicep': `param withStorage bool = false\n${base}${zones}${switched('privateDnsZoneConfigs')}`,
      'given.bicep': `param withStorage bool = false\n${base}${zones}${switched('‹privateDnsZoneConfigs›')}`,
      'given.bicepparam': "using 'given.bicep'\n",
    },
  },
  {
    name: 'speaks of an empty list',
    text: marked(base + zones + zoneGroup().replace(/\[\s*\]/, '[]')),
  },
  {
    name: 'is silent where a module cannot be read',
    text: `${base}${zones}${zoneGroup('backupZone.id')}
module more 'br/contoso:network/zones:1.0.0' = { name: 'more', params: {} }
`,
  },
  ...(['policy', 'custom', 'hosts', 'forwarder'] as const).map((dns) => ({
    name: `is silent where names are answered otherwise: ${dns}`,
    text: base + zones + zoneGroup('backupZone.id'),
    options: { settings: { dns } },
  })),
  {
    name: 'judges groups under opposite conditions each by itself',
    text: `param complete bool\n${base}${zones}${zoneGroup(...all).replace("' = {", "' = if (complete) {")}${marked(
      zoneGroup('backupZone.id').replace('resource group', 'resource short').replace("' = {", "' = if (!complete) {"),
    )}`,
  },
  {
    name: 'speaks of a group nested in its endpoint, under its condition',
    text: `param deploy bool\n${vault()}${marked(
      endpoint({
        inside: `resource group 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: 'a', properties: { privateDnsZoneId: backupZone.id } }] }
  }`,
      }).replace("' = {", "' = if (deploy) {"),
    )}${zones}`,
  },
  {
    name: 'speaks of zones bound by their resource IDs',
    text: marked(base + zoneGroup(`resourceId('Microsoft.Network/privateDnsZones', '${backup}')`)),
  },
  {
    name: 'speaks in a local module once, for the list that one caller gives',
    files: {
      'main.bicep': `${vault()}
module one 'pe.bicep' = { name: 'one', params: { vaultId: vault.id, zones: ['${backup}', '${blob}'] } }
module two 'pe.bicep' = { name: 'two', params: { vaultId: vault.id, name: 'pe-2', zones: ['${backup}', '${blob}', '${queue}'] } }
`,
      'pe.bicep': `param vaultId string
param name string = 'pe-1'
param zones string[]
${endpoint({ target: 'vaultId' }).replace("'pe-1'", 'name')}
resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    ‹privateDnsZoneConfigs›: [for (zone, i) in zones: { name: 'zone\${i}', properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', zone) } }]
  }
}
`,
    },
  },
  {
    name: 'speaks for a parameter file alone that leaves out a zone',
    files: {
      'main.bicep': `param zones string[]
${base}
resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    ‹privateDnsZoneConfigs›: [for (zone, i) in zones: { name: 'zone\${i}', properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', zone) } }]
  }
}
`,
      'short.bicepparam': `using 'main.bicep'\nparam zones = ['${backup}', '${blob}']\n`,
      'full.bicepparam': `using 'main.bicep'\nparam zones = ['${backup}', '${blob}', '${queue}']\n`,
    },
    message: /lacks 'privatelink\.queue/,
  },
  {
    name: 'speaks for the default of a list of names, and says so',
    text: listed(`param names array = ['${backup}', '${blob}']`, marked),
    fixed: listed(
      `param names array = ['${backup}', '${blob}', 'privatelink.queue.\${environment().suffixes.storage}']`,
    ),
    message: /for the default value of 'names'/,
  },
  {
    name: 'adds the whole name to the list of a parameter file, where environment() does not compile',
    files: {
      'main.bicepparam': `using 'main.bicep'\nparam names = [\n  '${backup}'\n  '${blob}'\n]\n`,
      'main.bicep': listed('param names array', marked),
    },
    fixed: `using 'main.bicep'\nparam names = [\n  '${backup}'\n  '${blob}'\n  '${queue}'\n]\n`,
  },
  {
    name: 'binds a declared zone in ARM JSON, and waits for it',
    text: armTemplate([
      armVault(),
      armEndpoint(),
      armZone(`"${queue}"`),
      armGroup(`‹"privateDnsZoneConfigs"›: ${armConfigs(backup, blob)}`, '"dependsOn": ["pe-1"], '),
    ]),
    fixed: armTemplate([
      armVault(),
      armEndpoint(),
      armZone(`"${queue}"`),
      armGroup(
        `"privateDnsZoneConfigs": ${armConfigs(backup, blob).replace(
          /\]$/,
          `, { "name": "queue", "properties": { "privateDnsZoneId": "[resourceId('Microsoft.Network/privateDnsZones', concat('privatelink.queue.', environment().suffixes.storage))]" } }]`,
        )}`,
        `"dependsOn": ["pe-1", "[resourceId('Microsoft.Network/privateDnsZones', concat('privatelink.queue.', environment().suffixes.storage))]"], `,
      ),
    ]),
  },
  {
    name: 'speaks at the name of a list that ARM JSON makes by copy',
    text: armTemplate(
      [
        armVault(),
        armEndpoint(),
        armGroup(
          `"copy": [{ "name": ‹"privateDnsZoneConfigs"›, "count": "[length(variables('names'))]", "input": { "name": "[format('z{0}', copyIndex('privateDnsZoneConfigs'))]", "properties": { "privateDnsZoneId": "[resourceId('Microsoft.Network/privateDnsZones', variables('names')[copyIndex('privateDnsZoneConfigs')])]" } } }]`,
        ),
      ],
      `"variables": { "names": ["${backup}", "${queue}"] },`,
    ),
  },
  ...(['inner', 'outer'] as const).map((scope) => ({
    name: `speaks inside a nested deployment of ${scope} scope`,
    text: armTemplate([
      armVault(),
      armEndpoint(),
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "dns", "properties": { "mode": "Incremental", "expressionEvaluationOptions": { "scope": "${scope}" }, "template": ${armTemplate([armGroup(`‹"privateDnsZoneConfigs"›: ${armConfigs(backup)}`)])} } }`,
    ]),
  })),
]);
