import { missingSecondaryEndpoint } from '../../../server/src/rules/pe110-missing-secondary-endpoint';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const restoring = (value: string): string =>
  vault(`properties: { publicNetworkAccess: 'Disabled', redundancySettings: { crossRegionRestore: ${value} } }`);
const on = restoring("‹'Enabled'›");
const silent = on.replace(/[‹›]/g, '');
const secondary = endpoint({ symbol: 'second', groupIds: "['AzureBackup_secondary']", location: "'westeurope'" });
const storage = (flag: string, condition = ''): string => `
resource storage 'Microsoft.RecoveryServices/vaults/backupstorageconfig@2023-02-01' = ${condition}{
  parent: vault
  name: 'vaultstorageconfig'
  properties: { storageModelType: 'GeoRedundant', crossRegionRestoreFlag: ${flag} }
}
`;

testRule(missingSecondaryEndpoint, [
  { name: 'is silent without cross-region restore', text: vault() + endpoint() },
  { name: 'is silent where it is off', text: restoring("'Disabled'") + storage('false') + endpoint() },
  { name: 'is silent without an endpoint', text: silent },
  { name: 'is silent for Site Recovery', text: silent + endpoint({ groupIds: "['AzureSiteRecovery']" }) },
  { name: 'is silent with a secondary endpoint', text: silent + endpoint() + secondary },
  { name: 'compares without case', text: silent + endpoint() + secondary.replace('_secondary', '_Secondary') },
  {
    name: 'is silent where there is nothing but a secondary endpoint',
    text: silent + secondary,
  },
  {
    name: 'speaks at the value, of what it matters for and where',
    text: on + endpoint(),
    message: /databases or files in the secondary region, West Europe,/,
    unfixable: true,
  },
  { name: 'compares the value without case', text: restoring("‹'enabled'›") + endpoint() },
  {
    name: 'is silent on an API version for which the property is read-only',
    text: silent.replace('2024-04-01', '2023-06-01') + endpoint(),
  },
  {
    name: 'is silent for an existing vault, which ARM JSON does not show',
    text: `resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = {\n  name: 'rsv-1'\n}\n${storage('true')}${endpoint()}`,
  },
  { name: 'speaks at the flag of the storage configuration', text: vault() + storage('‹true›') + endpoint() },
  {
    name: 'is silent for an unknown value',
    text: `param restore string\n${restoring('restore')}${endpoint()}`,
  },
  {
    name: 'speaks at a parameter’s default, and says that it is one',
    text: `param restore string = ‹'Enabled'›\n${restoring('restore')}${endpoint()}`,
    message: /\(for the default value of 'restore'\)/,
  },
  {
    name: 'speaks at the value that a parameter file gives',
    files: {
      'main.bicep': `param restore string = 'Disabled'\n${restoring('restore')}${endpoint()}`,
      'main.bicepparam': "using 'main.bicep'\nparam restore = ‹'Enabled'›\n",
    },
  },
  {
    name: 'is silent where a secondary endpoint may exist',
    text: `param paired bool\n${silent}${endpoint()}${secondary.replace('= {', '= if (paired) {')}`,
  },
  {
    name: 'is silent where some group IDs are not known',
    text: `param more array\n${silent}${endpoint()}${secondary.replace("['AzureBackup_secondary']", 'more')}`,
  },
  {
    name: 'is silent where the connections of an endpoint are not known',
    text: `param connections array\n${silent}${endpoint()}
resource other 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'other'
  properties: { privateLinkServiceConnections: connections }
}
`,
  },
  {
    name: 'is silent where a target is not known',
    text: `param target string\n${silent}${endpoint()}${secondary.replace('vault.id', 'target')}`,
  },
  {
    name: 'speaks where the secondary endpoint is another vault’s',
    text:
      on + endpoint() + secondary.replace('vault.id', "resourceId('Microsoft.RecoveryServices/vaults', 'rsv-other')"),
  },
  {
    name: 'is silent where a module cannot be read',
    text: `${silent}${endpoint()}module rest 'rest.bicep' = {\n  name: 'rest'\n}\n`,
  },
  {
    name: 'is silent where the vault and its endpoint exclude each other',
    text: `param a bool\n${silent.replace('= {', '= if (a) {')}${endpoint().replace('= {', '= if (!a) {')}`,
  },
  {
    name: 'speaks once of a loop of endpoints under the vault’s condition',
    text: `param a bool\n${on.replace('= {', '= if (a) {')}${endpoint().replace('= {', '= [for i in range(0, 2): if (a) {').replace("'pe-1'", "'pe-${i}'").trimEnd()}]\n`,
  },
  {
    name: 'speaks in a local module, where its parameter comes from',
    files: {
      'main.bicep': "module backup 'backup.bicep' = {\n  name: 'backup'\n  params: { restore: ‹'Enabled'› }\n}\n",
      'backup.bicep': `param restore string\n${restoring('restore')}${endpoint()}`,
    },
  },
  {
    name: 'is silent where another template of the project has the secondary endpoint',
    files: {
      'main.bicep': silent + endpoint(),
      'second.bicep': `param vaultId string\n${secondary.replace('vault.id', 'vaultId')}`,
    },
  },
  {
    name: 'speaks where another template deploys a vault of that name with a secondary endpoint of its own',
    files: { 'main.bicep': on + endpoint(), 'other.bicep': silent + endpoint() + secondary },
  },
  {
    name: 'speaks where another template of the project has an endpoint for anything',
    files: {
      'main.bicep': on + endpoint(),
      'any.bicep': `param target string\nparam group string\n${endpoint({ target: 'target', groupIds: '[group]' })}`,
    },
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armVault('"properties": { "redundancySettings": { "crossRegionRestore": ‹"Enabled"› } }'),
      armEndpoint(),
    ]),
  },
  {
    name: 'is silent in ARM JSON where a nested deployment has the secondary endpoint',
    text: armTemplate([
      armVault('"properties": { "redundancySettings": { "crossRegionRestore": "Enabled" } }'),
      armEndpoint(),
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "second", "properties": { "mode": "Incremental", "template": ${armTemplate([armEndpoint('["AzureBackup_secondary"]').replace('pe-1', 'pe-2')])} } }`,
    ]),
  },
]);
