import { noWayIn } from '../../../server/src/rules/pe113-no-way-in';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const access = (value: string): string => vault(`properties: { publicNetworkAccess: ${value} }`);
const denied = access("‹'Disabled'›");
const silent = vault();
const other = endpoint({ target: "resourceId('Microsoft.RecoveryServices/vaults', 'rsv-other')" });
const armDenied = armVault('"properties": { "publicNetworkAccess": ‹"Disabled"› }');

testRule(noWayIn, [
  {
    name: 'speaks at the value',
    text: denied,
    message: /'rsv-1' denies public access but has no private endpoint/,
    unfixable: true,
  },
  { name: 'is off by default', text: silent, options: { levels: new Map([['PE109', 'warning']]) } },
  { name: 'compares without case', text: access("‹'disabled'›") },
  { name: 'is silent where access is allowed', text: access("'Enabled'") },
  { name: 'is silent where nothing is said', text: vault('properties: {}') },
  { name: 'is silent with an endpoint', text: silent + endpoint() },
  { name: 'is silent with an endpoint for anything', text: silent + endpoint({ groupIds: "['AzureSiteRecovery']" }) },
  { name: 'speaks where the endpoint is another vault’s', text: denied + other },
  {
    name: 'is silent where an endpoint may exist',
    text: `param make bool\n${silent}${endpoint().replace('= {', '= if (make) {')}`,
  },
  {
    name: 'is silent where an endpoint’s target is not known',
    text: `param id string\n${silent}${endpoint({ target: 'id' })}`,
  },
  {
    name: 'is silent where there is an endpoint that exists already',
    text: `${silent}resource pe 'Microsoft.Network/privateEndpoints@2024-05-01' existing = {\n  name: 'pe'\n}\n`,
  },
  {
    name: 'is silent where the template approves endpoints from elsewhere',
    text: `${silent}
resource approval 'Microsoft.RecoveryServices/vaults/privateEndpointConnections@2024-04-01' = {
  parent: vault
  name: 'pe-1.backup'
  properties: { privateLinkServiceConnectionState: { status: 'Approved' } }
}
`,
  },
  {
    name: 'is silent where a module cannot be read',
    text: `${silent}module rest 'br/public:rest:1.0.0' = {\n  name: 'rest'\n}\n`,
  },
  { name: 'is silent for an unknown value', text: `param value string\n${access('value')}` },
  {
    name: 'speaks at a parameter’s default, and says that it is one',
    text: `param value string = ‹'Disabled'›\n${access('value')}`,
    message: /\(for the default value of 'value'\)/,
  },
  {
    name: 'speaks at the value of a parameter file',
    files: {
      'main.bicep': `param value string\n${access('value')}`,
      'main.parameters.json': `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "value": { "value": ‹"Disabled"› } }
}
`,
    },
  },
  {
    name: 'is silent for an existing vault',
    text: `resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = {\n  name: 'rsv-1'\n}\n`,
  },
  {
    name: 'is silent where another template of the project has the endpoint',
    files: {
      'vault.bicep': silent,
      'main.bicep': `resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = {\n  name: 'rsv-1'\n}\n${endpoint()}`,
    },
  },
  {
    name: 'speaks where another template has one for a vault of its own that has the same name',
    files: { 'vault.bicep': denied, 'main.bicep': vault() + endpoint() },
  },
  {
    name: 'is silent where another template of the project has an endpoint for backups of some vault',
    files: { 'vault.bicep': silent, 'main.bicep': `param id string\n${endpoint({ target: 'id' })}` },
  },
  {
    name: 'speaks where another template of the project has another vault’s endpoint',
    files: { 'vault.bicep': denied, 'main.bicep': other },
  },
  {
    name: 'speaks once of a loop',
    text: `${denied.replace('= {', '= [for i in range(0, 2): {').replace("'rsv-1'", "'rsv-${i}'").trimEnd()}]\n`,
  },
  {
    name: 'speaks in a local module',
    files: {
      'main.bicep': "module backup 'backup.bicep' = {\n  name: 'backup'\n}\n",
      'backup.bicep': denied,
    },
  },
  { name: 'speaks in ARM JSON', text: armTemplate([armDenied]) },
  { name: 'is silent in ARM JSON with an endpoint', text: armTemplate([armVault(), armEndpoint()]) },
]);
