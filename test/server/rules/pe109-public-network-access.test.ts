import { publicNetworkAccess } from '../../../server/src/rules/pe109-public-network-access';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const enabled = vault("properties: { publicNetworkAccess: ‹'Enabled'› }");

testRule(publicNetworkAccess, [
  { name: 'is silent where access is denied', text: vault() + endpoint() },
  { name: 'compares without case', text: vault("properties: { publicNetworkAccess: 'disabled' }") + endpoint() },
  { name: 'is silent without a private endpoint', text: enabled.replace(/[‹›]/g, '') },
  {
    name: 'is silent for Site Recovery',
    text: enabled.replace(/[‹›]/g, '') + endpoint({ groupIds: "['AzureSiteRecovery']" }),
  },
  { name: 'speaks at the value and sets it', text: enabled + endpoint(), fixed: vault() + endpoint() },
  {
    name: 'speaks of an absent property at `properties`, and adds it',
    text: vault('‹properties›: {}') + endpoint(),
    fixed: vault("properties: {\n    publicNetworkAccess: 'Disabled'\n  }") + endpoint(),
  },
  {
    name: 'speaks of a vault without properties at its name',
    text: vault('').replace("'rsv-1'", "‹'rsv-1'›") + endpoint(),
  },
  {
    name: 'raises an API version that does not know the property',
    text: vault('‹properties›: {}').replace('2024-04-01', '2021-08-01') + endpoint(),
    fixed:
      vault("properties: {\n    publicNetworkAccess: 'Disabled'\n  }").replace('2024-04-01', '2022-10-01') + endpoint(),
  },
  {
    name: 'is silent for an unknown value',
    text: `param access string\n${vault('properties: { publicNetworkAccess: access }')}${endpoint()}`,
  },
  {
    name: 'speaks at a parameter’s default',
    text: `param access string = ‹'Enabled'›\n${vault('properties: { publicNetworkAccess: access }')}${endpoint()}`,
  },
  {
    name: 'speaks where the value is used, and sets it there, if something else takes the same literal',
    text: `var access = 'Enabled'
${vault('properties: { publicNetworkAccess: ‹access› }')}${endpoint()}
resource keys 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv'
  location: 'northeurope'
  properties: { publicNetworkAccess: access }
}
`,
    fixed: `var access = 'Enabled'
${vault()}${endpoint()}
resource keys 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv'
  location: 'northeurope'
  properties: { publicNetworkAccess: access }
}
`,
  },
  {
    name: 'is silent where one of several `properties` denies access',
    text: `param denied bool\n${vault("properties: denied ? { publicNetworkAccess: 'Disabled' } : {}")}${endpoint()}`,
  },
  {
    name: 'is silent where a spread may deny access',
    text: `param denied bool\n${vault("properties: { ...(denied ? { publicNetworkAccess: 'Disabled' } : {}) }")}${endpoint()}`,
  },
  {
    name: 'speaks where all of several `properties` allow it',
    text: `param said bool\n${vault("‹properties›: said ? { publicNetworkAccess: 'Enabled' } : {}")}${endpoint()}`,
    unfixable: true,
  },
  {
    name: 'is silent for unknown properties',
    text: `param properties object\n${vault('properties: properties')}${endpoint()}`,
  },
  {
    name: 'is silent for an existing vault',
    text: `resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = {\n  name: 'rsv-1'\n}\n${endpoint()}`,
  },
  {
    name: 'warns of cross-region restore',
    text:
      vault("properties: { publicNetworkAccess: ‹'Enabled'›, redundancySettings: { crossRegionRestore: 'Enabled' } }") +
      endpoint(),
    message: /Cross-region restore is on/,
  },
  {
    name: 'meets an endpoint by its resource ID',
    text: enabled + endpoint({ target: "resourceId('Microsoft.RecoveryServices/vaults', 'rsv-1')" }),
  },
  {
    name: 'speaks in ARM JSON and adds the property',
    text: armTemplate([armVault('‹"properties"›: {}'), armEndpoint()]),
    fixed: armTemplate([armVault('"properties": { "publicNetworkAccess": "Disabled" }'), armEndpoint()]),
  },
  {
    name: 'is silent where vault and endpoint exclude each other',
    text: `param make bool\n${vault('properties: {}').replace('= {', '= if (make) {')}${endpoint({
      target: "resourceId('Microsoft.RecoveryServices/vaults', 'rsv-1')",
    }).replace('= {', '= if (!make) {')}`,
  },
]);
