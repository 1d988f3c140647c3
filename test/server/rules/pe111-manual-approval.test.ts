import { manualApproval } from '../../../server/src/rules/pe111-manual-approval';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const key = 'manualPrivateLinkServiceConnections';
const manual = endpoint({ connections: `‹${key}›` });
const silent = manual.replace(/[‹›]/g, '');
const approval = (status: string): string => `
resource approval 'Microsoft.RecoveryServices/vaults/privateEndpointConnections@2024-04-01' = {
  parent: vault
  name: 'pe-1.backup'
  properties: { privateLinkServiceConnectionState: { status: ${status} } }
}
`;

testRule(manualApproval, [
  { name: 'is silent for an automatic connection', text: vault() + endpoint() },
  {
    name: 'is silent for an empty list or null beside it',
    text: vault() + endpoint({ extra: `${key}: []` }) + endpoint({ extra: `${key}: null`, symbol: 'other' }),
  },
  {
    name: 'speaks at the list’s name',
    text: vault() + manual,
    message: /'pe-1' has a manual connection.*the vault 'rsv-1' approves it/,
    unfixable: true,
  },
  {
    name: 'speaks of a vault that is only known by its ID',
    text: manual.replace('vault.id', "resourceId('Microsoft.RecoveryServices/vaults', 'rsv-1')"),
  },
  {
    name: 'speaks of a secondary endpoint, and of one under a condition',
    text: `param make bool\n${vault()}${manual.replace("'AzureBackup'", "'AzureBackup_secondary'").replace('= {', '= if (make) {')}`,
  },
  { name: 'is silent for Site Recovery', text: vault() + silent.replace("'AzureBackup'", "'AzureSiteRecovery'") },
  {
    name: 'is silent for other services',
    text: silent.replace('vault.id', "resourceId('Microsoft.Storage/storageAccounts', 'st1')"),
  },
  {
    name: 'is silent where a condition that is not known decides',
    text: `param isManual bool\n${vault()}${silent.replace(`${key}: [`, `${key}: !isManual ? [] : [`)}`,
  },
  {
    name: 'speaks where the condition is known by a default',
    text: `param isManual bool = true\n${vault()}${manual.replace(`${key}›: [`, `${key}›: !isManual ? [] : [`)}`,
  },
  { name: 'is silent for an unknown list', text: `param list array\n${vault()}${endpoint({ extra: `${key}: list` })}` },
  { name: 'is silent where the template approves it', text: vault() + silent + approval("'Approved'") },
  {
    name: 'is silent where the template may approve it',
    text: `param status string\n${vault()}${silent}${approval('status')}`,
  },
  { name: 'speaks where the template rejects it', text: vault() + manual + approval("'Rejected'") },
  {
    name: 'is silent where another template of the project approves it',
    files: {
      'main.bicep': vault() + silent,
      'approve.bicep': `resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = {\n  name: 'rsv-1'\n}\n${approval("'approved'")}`,
    },
  },
  {
    name: 'speaks where another template approves connections to a vault of its own that has the same name',
    files: { 'main.bicep': vault() + manual, 'approve.bicep': vault() + approval("'approved'") },
  },
  {
    name: 'speaks once of a loop',
    text: `${vault()}${manual.replace('= {', '= [for i in range(0, 2): {').replace("'pe-1'", "'pe-${i}'").trimEnd()}]\n`,
  },
  {
    name: 'speaks in a local module',
    files: {
      'main.bicep': `${vault()}module endpoint 'endpoint.bicep' = {\n  name: 'endpoint'\n  params: { vaultId: vault.id }\n}\n`,
      'endpoint.bicep': `param vaultId string\n${manual.replace('vault.id', 'vaultId')}`,
    },
  },
  {
    name: 'speaks at the module statement of a registry module that is known',
    options: { modules: { cache: 'file:///cache' } },
    text: `${vault()}
module ‹endpoint› 'br/public:avm/res/network/private-endpoint:0.11.0' = {
  name: 'endpoint'
  params: {
    name: 'pe-1'
    subnetResourceId: 'subnet'
    ${key}: [{ name: 'backup', properties: { privateLinkServiceId: vault.id, groupIds: ['AzureBackup'] } }]
  }
}
`,
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armVault(),
      armEndpoint()
        .replace('"privateLinkService', '‹"manualPrivateLinkService')
        .replace('Connections"', 'Connections"›'),
    ]),
  },
  {
    name: 'speaks in a nested deployment',
    text: armTemplate([
      armVault(),
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "inner", "properties": { "mode": "Incremental", "template": ${armTemplate([armEndpoint().replace('"privateLinkService', '‹"manualPrivateLinkService').replace('Connections"', 'Connections"›')])} } }`,
    ]),
  },
]);
