import { missingZoneGroup } from '../../../server/src/rules/pe205-missing-zone-group';
import { armEndpoint, armTemplate, armVault, armZone, armZoneGroup } from '../../support/arm-parts';
import { endpoint, vault, zone, zoneGroup } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const backupZone = zone('backupZone', "'privatelink.ne.backup.windowsazure.com'");
const blobZone = zone('blobZone', "'privatelink.blob.${environment().suffixes.storage}'");
const existingZone = `
resource backupZone 'Microsoft.Network/privateDnsZones@2024-06-01' existing = {
  name: 'privatelink.ne.backup.windowsazure.com'
  scope: resourceGroup('rg-dns')
}
`;
const found = endpoint().replace("'pe-1'", "‹'pe-1'›");
const storageEndpoint = `
resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: 'st1'
}
${endpoint({ symbol: 'other', target: 'storage.id', groupIds: "['blob']" })}`;

testRule(missingZoneGroup, [
  {
    name: 'is silent where the endpoint has a zone group',
    text: vault() + endpoint() + backupZone + zoneGroup('backupZone.id'),
  },
  { name: 'speaks at the endpoint’s name where the Backup zone is declared', text: vault() + found + backupZone },
  { name: 'speaks where the Backup zone exists already', text: vault() + found + existingZone },
  { name: 'speaks for a malformed Backup zone', text: vault() + found + backupZone.replace('.ne.backup', '.nebackup') },
  { name: 'speaks for a blob zone that nothing else uses', text: vault() + found + blobZone },
  { name: 'is silent without any zone', text: vault() + endpoint() },
  {
    name: 'is silent for zones of other services',
    text: vault() + endpoint() + zone('z', "'privatelink.vaultcore.azure.net'"),
  },
  {
    name: 'is silent for a blob zone that another endpoint uses',
    text:
      vault() +
      endpoint() +
      storageEndpoint +
      blobZone +
      zoneGroup('blobZone.id').replace('parent: endpoint', 'parent: other'),
  },
  {
    name: 'is silent for a blob zone beside the endpoint of a storage account',
    text: vault() + endpoint() + storageEndpoint + blobZone,
  },
  {
    name: 'speaks where another endpoint for Backup is bound',
    text:
      vault() +
      found +
      endpoint({ symbol: 'second' }) +
      existingZone +
      zoneGroup('backupZone.id').replace('parent: endpoint', 'parent: second'),
  },
  { name: 'is silent for Site Recovery', text: vault() + endpoint({ groupIds: "['AzureSiteRecovery']" }) + backupZone },
  {
    name: 'speaks where the configuration says that zones answer',
    text: vault() + found,
    options: { settings: { dns: 'private-zones' } },
    message: /configuration/,
  },
  ...(['policy', 'custom', 'hosts', 'forwarder'] as const).map((dns) => ({
    name: `is silent where names are answered otherwise: ${dns}`,
    text: vault() + endpoint() + backupZone,
    options: { settings: { dns } },
  })),
  {
    name: 'is silent where the template assigns a policy',
    text: `${vault()}${endpoint()}${backupZone}
resource assignment 'Microsoft.Authorization/policyAssignments@2024-04-01' = {
  name: 'dns'
  properties: { policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/af783da1-4ad1-42be-800d-d19c70038820' }
}
`,
  },
  {
    name: 'is silent where the template writes the records itself',
    text: `${vault()}${endpoint()}${backupZone}
resource record 'Microsoft.Network/privateDnsZones/A@2024-06-01' = {
  parent: backupZone
  name: 'vault'
  properties: { ttl: 60, aRecords: [{ ipv4Address: '10.0.0.4' }] }
}
`,
  },
  {
    name: 'is silent where a module cannot be read',
    text: `${vault()}${endpoint()}${backupZone}\nmodule group 'br/contoso:network/group:1.0.0' = { name: 'group', params: { endpoint: endpoint.name } }\n`,
  },
  {
    name: 'is silent for a group under a condition that is not known, or off by default',
    files: {
      'one.bicep': `param bind bool\n${vault()}${endpoint()}${backupZone}${zoneGroup('backupZone.id').replace("' = {", "' = if (bind) {")}`,
      'two.bicep': `param bind bool = false\n${vault()}${endpoint()}${backupZone}${zoneGroup('backupZone.id').replace("' = {", "' = if (bind) {")}`,
      'three.bicep': `param ids array = []\n${vault()}${endpoint()}${backupZone}${zoneGroup('backupZone.id').replace("' = {", "' = if (!empty(ids)) {")}`,
    },
  },
  {
    name: 'is silent for a zone under another condition than the endpoint, and speaks for one under the same',
    files: {
      'one.bicep': `param a bool\n${vault()}${endpoint()}${backupZone.replace("' = {", "' = if (a) {")}`,
      'two.bicep': `param a bool\n${vault()}${found.replace("' = {", "' = if (a) {")}${backupZone.replace("' = {", "' = if (a) {")}`,
    },
  },
  {
    name: 'is silent for a group whose endpoint is not known',
    text: `param name string\n${vault()}${endpoint()}${backupZone}
resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  name: '\${name}/default'
  properties: { privateDnsZoneConfigs: [] }
}
`,
  },
  {
    name: 'is silent where another template of the project adds the group',
    files: {
      'main.bicep': vault() + endpoint() + backupZone,
      'group.bicep': `param zoneId string
resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' existing = {
  name: 'pe-1'
}
${zoneGroup('zoneId')}`,
    },
  },
  {
    name: 'speaks once for a loop of endpoints',
    text: `${vault()}${backupZone}${found
      .replace('= {', '= [for i in range(0, 3): {')
      .replace(/'pe-1'/, "'pe-${i}'")
      .replace(/\}\s*$/, '}]\n')}`,
  },
  {
    name: 'is silent for a loop of endpoints with a loop of groups over a list that is not known',
    text: `param names array
${vault()}${backupZone}${endpoint()
      .replace('= {', '= [for name in names: {')
      .replace("'pe-1'", 'name')
      .replace(/\}\s*$/, '}]\n')}
resource groups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [for (name, i) in names: {
  parent: endpoint[i]
  name: 'default'
  properties: { privateDnsZoneConfigs: [{ name: 'a', properties: { privateDnsZoneId: backupZone.id } }] }
}]
`,
  },
  {
    name: 'speaks in a local module and is silent where a module adds the group',
    files: {
      'main.bicep': `${vault()}${backupZone}\nmodule pe 'pe.bicep' = { name: 'pe', params: { vaultId: vault.id } }\n`,
      'pe.bicep': `param vaultId string\n${found.replace('vault.id', 'vaultId')}`,
      'whole.bicep': `${vault()}${backupZone}
module pe 'pe2.bicep' = { name: 'pe', params: { vaultId: vault.id } }
module group 'group.bicep' = { name: 'group', params: { endpointName: pe.outputs.name, zoneId: backupZone.id } }
`,
      'pe2.bicep': `param vaultId string\n${endpoint().replace('vault.id', 'vaultId')}\noutput name string = endpoint.name\n`,
      'group.bicep': `param endpointName string\nparam zoneId string
resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' existing = {
  name: endpointName
}
${zoneGroup('zoneId')}`,
    },
  },
  {
    name: 'speaks for the parameter file that leaves the group out',
    files: {
      'main.bicep': `param bind bool = true\n${vault()}${found}${backupZone}${zoneGroup('backupZone.id').replace("' = {", "' = if (bind) {")}`,
      'main.bicepparam': "using 'main.bicep'\nparam bind = false\n",
    },
  },
  {
    name: 'speaks in ARM JSON, and is silent there for a group',
    files: {
      'main.json': armTemplate([
        armVault(),
        armEndpoint().replace('"pe-1"', '‹"pe-1"›'),
        armZone('"privatelink.ne.backup.windowsazure.com"'),
      ]),
      'right.json': armTemplate([
        armVault(),
        armEndpoint(),
        armZone('"privatelink.ne.backup.windowsazure.com"'),
        armZoneGroup(`"[resourceId('Microsoft.Network/privateDnsZones', 'privatelink.ne.backup.windowsazure.com')]"`),
      ]),
    },
  },
  ...(['inner', 'outer'] as const).map((scope) => ({
    name: `is silent where a nested deployment of ${scope} scope adds the group`,
    text: armTemplate([
      armVault(),
      armEndpoint(),
      armZone('"privatelink.ne.backup.windowsazure.com"'),
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "dns", "properties": { "mode": "Incremental", "expressionEvaluationOptions": { "scope": "${scope}" }, "template": ${armTemplate([armZoneGroup(`"[resourceId('Microsoft.Network/privateDnsZones', 'privatelink.ne.backup.windowsazure.com')]"`)])} } }`,
    ]),
  })),
]);
