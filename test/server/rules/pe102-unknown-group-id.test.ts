import { unknownGroupId } from '../../../server/src/rules/pe102-unknown-group-id';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

testRule(unknownGroupId, [
  ...['AzureBackup', 'azurebackup', 'AzureBackup_secondary', 'AzureBackup_Secondary', 'AzureSiteRecovery'].map(
    (id) => ({
      name: `is silent for ${id}`,
      text: vault() + endpoint({ groupIds: `['${id}']` }),
    }),
  ),
  {
    name: 'puts a misspelt ID right',
    text: vault() + endpoint({ groupIds: "[‹'AzureBackups'›]" }),
    fixed: vault() + endpoint(),
  },
  {
    name: 'puts a shortened ID right at the literal it came from',
    text: `param group string = ‹'Backup'›\n${vault()}${endpoint({ groupIds: '[group]' })}`,
    fixed: `param group string = 'AzureBackup'\n${vault()}${endpoint({ groupIds: '[group]' })}`,
    message: /'Backup' is not a group ID/,
  },
  { name: 'speaks of another service’s ID', text: vault() + endpoint({ groupIds: "[‹'blob'›]" }) },
  {
    name: 'speaks of an empty list at its name',
    text: vault() + endpoint({ groupIds: '[]' }).replace('groupIds', '‹groupIds›'),
  },
  {
    name: 'speaks of two IDs at the second',
    text: vault() + endpoint({ groupIds: "['AzureBackup', ‹'AzureSiteRecovery'›]" }),
    message: /one connection, but Azure permits one/,
  },
  { name: 'is silent for an unknown ID', text: `param group string\n${vault()}${endpoint({ groupIds: '[group]' })}` },
  {
    name: 'is silent for a list that only a condition empties',
    text: `param flag bool\n${vault()}${endpoint({ groupIds: "flag ? ['AzureBackup'] : []" })}`,
  },
  {
    name: 'is silent for a choice of two lists',
    text: `param flag bool\n${vault()}${endpoint({ groupIds: "flag ? ['AzureBackup'] : ['AzureSiteRecovery']" })}`,
  },
  { name: 'is silent for an unknown list', text: `param groups array\n${vault()}${endpoint({ groupIds: 'groups' })}` },
  {
    name: 'is silent where one allowed value is right',
    text: `@allowed(['AzureBackup', 'blob'])\nparam group string\n${vault()}${endpoint({ groupIds: '[group]' })}`,
  },
  {
    name: 'is silent for other services',
    text: endpoint({
      groupIds: "['blob']",
      target: "'/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a'",
    }),
  },
  {
    name: 'finds the literal through a module',
    files: {
      'main.bicep': `${vault()}
module pe 'endpoint.bicep' = {
  name: 'pe'
  params: { target: vault.id, group: ‹'Backup'› }
}
`,
      'endpoint.bicep': `param target string\nparam group string\n${endpoint({ target: 'target', groupIds: '[group]' })}`,
    },
  },
  {
    name: 'reports a loop once',
    text: `${vault()}
resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [for i in range(0, 3): {
  name: 'pe-\${i}'
  location: 'northeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: vault.id, groupIds: [‹'Backup'›] } }
    ]
  }
}]
`,
  },
  {
    name: 'speaks in ARM JSON and puts it right',
    text: armTemplate([armVault(), armEndpoint('[‹"AzureBackup_Secondry"›]')]),
    fixed: armTemplate([armVault(), armEndpoint('["AzureBackup_secondary"]')]),
  },
]);
