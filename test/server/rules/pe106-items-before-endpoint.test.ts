import { itemsBeforeEndpoint } from '../../../server/src/rules/pe106-items-before-endpoint';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const FABRICS = 'Microsoft.RecoveryServices/vaults/backupFabrics';
const CONTAINERS = `${FABRICS}/protectionContainers`;
const ITEMS = `${CONTAINERS}/protectedItems`;

const container = (extra = '', name = "'${vault.name}/Azure/c'"): string => `
resource container '${CONTAINERS}@2024-04-01' = {
  name: ${name}
  properties: { containerType: 'StorageContainer' }${extra}
}
`;
const item = (extra = '', name = "'i'"): string => `
resource item '${ITEMS}@2024-04-01' = {
  parent: container
  name: ${name}
  properties: { protectedItemType: 'AzureFileShareProtectedItem' }${extra}
}
`;
const waiting = '\n  dependsOn: [\n    endpoint\n  ]';
const marked = "‹'${vault.name}/Azure/c'›";
const silent = (text: string): string => text.replace(/[‹›]/g, '');
const early = container('', marked);

const armItem = (extra = '', name = '"rsv-1/Azure/c/i"'): string =>
  `{ "type": "${ITEMS}", "apiVersion": "2024-04-01", "name": ${name}${extra} }`;
const endpointId = "[resourceId('Microsoft.Network/privateEndpoints', 'pe-1')]";

const moduleWithItem = `param vaultName string\n${container('', '‹NAME›').replace('NAME', "'${vaultName}/Azure/c'")}`;
const useOfModule = (extra = ''): string =>
  `module item 'item.bicep' = {\n  params: { vaultName: vault.name }${extra}\n}\n`;

testRule(itemsBeforeEndpoint, [
  { name: 'is silent where the item waits', text: vault() + endpoint() + container(waiting) },
  {
    name: 'speaks at the name and adds dependsOn',
    text: vault() + endpoint() + early,
    fixed: vault() + endpoint() + container(waiting),
    message: /'…\/Azure\/c'|'rsv-1\/Azure\/c' does not wait for the private endpoint 'pe-1' of the vault 'rsv-1'/,
  },
  {
    name: 'adds to dependsOn',
    text: `${vault()}${endpoint()}resource other 'Microsoft.Storage/storageAccounts@2023-05-01' existing = { name: 'x' }\n${container('\n  dependsOn: [\n    other\n  ]', marked)}`,
    fixed: `${vault()}${endpoint()}resource other 'Microsoft.Storage/storageAccounts@2023-05-01' existing = { name: 'x' }\n${container('\n  dependsOn: [\n    other\n    endpoint\n  ]')}`,
  },
  { name: 'speaks once of a container and what is in it', text: vault() + endpoint() + early + item() },
  {
    name: 'is silent for an item in a container that waits',
    text: vault() + endpoint() + container(waiting) + item(),
  },
  {
    name: 'is silent where the item waits and the container comes from elsewhere',
    text:
      vault() +
      endpoint() +
      container()
        .replace("' = {", "' existing = {")
        .replace(/\n {2}properties.*/, '') +
      item(waiting),
  },
  {
    name: 'speaks of an item in an existing container',
    text:
      vault() +
      endpoint() +
      container()
        .replace("' = {", "' existing = {")
        .replace(/\n {2}properties.*/, '') +
      item('', "‹'i'›"),
  },
  {
    name: 'speaks of a protection intent',
    text: `${vault()}${endpoint()}
resource intent '${FABRICS}/backupProtectionIntent@2024-04-01' = {
  name: ‹'rsv-1/Azure/intent'›
  properties: { protectionIntentItemType: 'AzureResourceItem' }
}
`,
  },
  {
    name: 'is silent for policies',
    text: `${vault()}${endpoint()}
resource policy 'Microsoft.RecoveryServices/vaults/backupPolicies@2024-04-01' = {
  parent: vault
  name: 'p'
  properties: {}
}
`,
  },
  { name: 'is silent without an endpoint', text: vault() + container() },
  {
    name: 'is silent where there are only secondary endpoints',
    text: vault() + endpoint({ groupIds: "['AzureBackup_secondary']" }) + container(),
  },
  {
    name: 'is silent for Site Recovery',
    text: vault() + endpoint({ groupIds: "['AzureSiteRecovery']" }) + container(),
  },
  {
    name: 'is silent for another vault',
    text: vault() + endpoint() + container('', "'rsv-2/Azure/c'"),
  },
  {
    name: 'is silent where it waits for one of several endpoints',
    text: vault() + endpoint() + endpoint({ symbol: 'second' }) + container(waiting),
  },
  {
    name: 'is silent where it waits for what waits for the endpoint',
    text: `${vault()}${endpoint()}
resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: { privateDnsZoneConfigs: [] }
}
${container('\n  dependsOn: [group]')}`,
  },
  {
    name: 'is silent where either the endpoint or the item is there',
    text: `param closed bool\n${vault()}${endpoint().replace('= {', '= if (closed) {')}${container().replace('= {', '= if (!closed) {')}`,
  },
  {
    name: 'speaks of a conditional endpoint',
    text: `param closed bool\n${vault()}${endpoint().replace('= {', '= if (closed) {')}${early}`,
    fixed: `param closed bool\n${vault()}${endpoint().replace('= {', '= if (closed) {')}${container(waiting)}`,
  },
  {
    name: 'speaks once of a loop',
    text: `${vault()}${endpoint()}${container('', "‹'${vault.name}/Azure/${name}'›").replace('= {', "= [for name in ['a', 'b']: {").replace(/}\n$/, '}]\n')}`,
    fixed: `${vault()}${endpoint()}${container('', "'${vault.name}/Azure/${name}'")
      .replace('= {', "= [for name in ['a', 'b']: {")
      .replace(/}\n$/, '  dependsOn: [\n    endpoint\n  ]\n}]\n')}`,
  },
  {
    name: 'waits for a whole loop of endpoints',
    text: `param names array\n${vault()}${endpoint()
      .replace('= {', '= [for name in names: {')
      .replace("'pe-1'", 'name')
      .replace(/}\n\s*$/, '}]\n')}${early}`,
    fixed: `param names array\n${vault()}${endpoint()
      .replace('= {', '= [for name in names: {')
      .replace("'pe-1'", 'name')
      .replace(/}\n\s*$/, '}]\n')}${container(waiting)}`,
  },
  {
    name: 'has no fix across modules',
    files: { 'main.bicep': vault() + endpoint() + useOfModule(), 'item.bicep': moduleWithItem },
    unfixable: true,
  },
  {
    name: 'is silent in a module that waits',
    files: { 'main.bicep': vault() + endpoint() + useOfModule(waiting), 'item.bicep': silent(moduleWithItem) },
  },
  {
    name: 'is silent where an endpoint’s module is waited for',
    files: {
      'main.bicep': `${vault()}module endpoint 'pe.bicep' = { params: { vaultId: vault.id } }\n${container(waiting)}`,
      'pe.bicep': `param vaultId string\n${endpoint({ target: 'vaultId' })}`,
    },
  },
  {
    name: 'speaks where an endpoint’s module is not',
    files: {
      'main.bicep': `${vault()}module endpoint 'pe.bicep' = { params: { vaultId: vault.id } }\n${early}`,
      'pe.bicep': `param vaultId string\n${endpoint({ target: 'vaultId' })}`,
    },
    unfixable: true,
  },
  {
    name: 'is silent where the item waits for a module that cannot be read',
    text: `${vault()}${endpoint()}module unread 'unread.bicep' = {}\n${container('\n  dependsOn: [unread]')}`,
  },
  {
    name: 'speaks where the item has nothing to do with the module that cannot be read',
    text: `${vault()}${endpoint()}module unread 'unread.bicep' = {}\n${early}`,
  },
  {
    name: 'has no fix where the endpoint waits for the item',
    text: `${vault()}${endpoint({ inside: 'dependsOn: [container]' })}${early}`,
    unfixable: true,
  },
  {
    name: 'is silent where the vault is not known',
    text: `param vaultName string\n${vault()}${endpoint()}${container('', "'${vaultName}/Azure/c'")}`,
  },
  {
    name: 'is silent in ARM JSON where the item waits',
    text: armTemplate([armVault(), armEndpoint(), armItem(`, "dependsOn": ["${endpointId}"]`)]),
  },
  {
    name: 'speaks in ARM JSON and adds dependsOn',
    text: armTemplate([armVault(), armEndpoint(), armItem('', '‹"rsv-1/Azure/c/i"›')]),
    fixed: armTemplate([armVault(), armEndpoint(), armItem(`, "dependsOn": ["${endpointId}"]`)]),
  },
  {
    name: 'adds to dependsOn in ARM JSON, by the expression of the name',
    text: armTemplate([
      armVault(),
      armEndpoint().replace('"pe-1"', "\"[concat('pe-', '\\\"')]\""),
      armItem(', "dependsOn": ["rsv-1"]', '‹"rsv-1/Azure/c/i"›'),
    ]),
    fixed: armTemplate([
      armVault(),
      armEndpoint().replace('"pe-1"', "\"[concat('pe-', '\\\"')]\""),
      armItem(`, "dependsOn": ["rsv-1", "[resourceId('Microsoft.Network/privateEndpoints', concat('pe-', '\\"'))]"]`),
    ]),
  },
  {
    name: 'waits for a loop in ARM JSON by its name',
    text: armTemplate([
      armVault(),
      armEndpoint().replace('"pe-1"', '"[concat(\'pe-\', copyIndex())]", "copy": { "name": "all", "count": 2 }'),
      armItem('', '‹"rsv-1/Azure/c/i"›'),
    ]),
    fixed: armTemplate([
      armVault(),
      armEndpoint().replace('"pe-1"', '"[concat(\'pe-\', copyIndex())]", "copy": { "name": "all", "count": 2 }'),
      armItem(', "dependsOn": ["all"]'),
    ]),
  },
  {
    name: 'waits for a symbolic name',
    text: armTemplate([armVault(), armEndpoint(), armItem('', '‹"rsv-1/Azure/c/i"›')])
      .replace('"resources": [', '"languageVersion": "2.0", "resources": {')
      .replace(/ {2}\]\n}\n$/, '  }\n}\n')
      .replace(/\{ "type": "Microsoft.RecoveryServices\/vaults",/, '"vault": $&')
      .replace(/\{ "type": "Microsoft.Network/, '"endpoint": $&')
      .replace(/\{ "type": "Microsoft.RecoveryServices\/vaults\/backup/, '"item": $&'),
    fixed: armTemplate([armVault(), armEndpoint(), armItem(', "dependsOn": ["endpoint"]')])
      .replace('"resources": [', '"languageVersion": "2.0", "resources": {')
      .replace(/ {2}\]\n}\n$/, '  }\n}\n')
      .replace(/\{ "type": "Microsoft.RecoveryServices\/vaults",/, '"vault": $&')
      .replace(/\{ "type": "Microsoft.Network/, '"endpoint": $&')
      .replace(/\{ "type": "Microsoft.RecoveryServices\/vaults\/backup/, '"item": $&'),
  },
  {
    name: 'is silent where dependsOn is not known in ARM JSON',
    text: armTemplate(
      [armVault(), armEndpoint(), armItem(', "dependsOn": "[parameters(\'before\')]"')],
      '"parameters": { "before": { "type": "array" } },',
    ),
  },
  {
    name: 'is silent where dependsOn names what is not there in ARM JSON',
    text: armTemplate(
      [
        armVault(),
        armEndpoint(),
        armItem(`, "dependsOn": ["[resourceId('Microsoft.Network/privateEndpoints', parameters('name'))]"]`),
      ],
      '"parameters": { "name": { "type": "string" } },',
    ),
  },
  {
    name: 'speaks of a nested deployment that does not wait',
    text: armTemplate([
      armVault(),
      armEndpoint(),
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2024-03-01", "name": "inner", "dependsOn": ["rsv-1"], "properties": { "mode": "Incremental", "template": ${armTemplate(
        [armItem('', '‹"rsv-1/Azure/c/i"›')],
      )} } }`,
    ]),
    unfixable: true,
  },
  {
    name: 'is silent for a nested deployment that waits',
    text: armTemplate([
      armVault(),
      armEndpoint(),
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2024-03-01", "name": "inner", "dependsOn": ["${endpointId}"], "properties": { "mode": "Incremental", "template": ${armTemplate(
        [armItem()],
      )} } }`,
    ]),
  },
  {
    name: 'speaks of a container in its vault whose type and name have several parts, not of the item that waits for it',
    text: armTemplate([
      armVault(
        '"resources": [ { "type": "backupFabrics/protectionContainers", "apiVersion": "2024-04-01", "name": ‹"Azure/c"› } ], "properties": {}',
      ),
      armEndpoint(),
      armItem(`, "dependsOn": ["[resourceId('${CONTAINERS}', 'rsv-1', 'Azure', 'c')]"]`),
    ]),
  },
]);
