import { endpointRegion } from '../../../server/src/rules/pe107-endpoint-region';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const elsewhere = endpoint({ location: "‹'westeurope'›" });
const existing = "resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = {\n  name: 'rsv-1'\n}\n";
const silent = (text: string): string => text.replace(/[‹›]/g, '');

testRule(endpointRegion, [
  { name: 'is silent in the vault’s region', text: vault() + endpoint() },
  { name: 'compares regions as Azure does', text: vault() + endpoint({ location: "'North Europe'" }) },
  {
    name: 'speaks at the location and puts the vault’s region',
    text: vault() + elsewhere,
    fixed: vault() + endpoint(),
    message: /'pe-1' for Azure Backup is in West Europe, but its vault 'rsv-1' is in North Europe/,
  },
  {
    name: 'speaks of a manual connection',
    text: vault() + endpoint({ location: "‹'westeurope'›", connections: 'manualPrivateLinkServiceConnections' }),
  },
  {
    name: 'is silent for other group IDs',
    text:
      vault() +
      ["['AzureBackup_secondary']", "['AzureSiteRecovery']", 'groups']
        .map((groupIds, index) => endpoint({ location: "'westeurope'", groupIds, symbol: `e${index}` }))
        .join('') +
      'param groups array\n',
  },
  {
    name: 'is silent where the vault’s or the endpoint’s region is not known',
    text: `param location string\n${vault(undefined, 'location')}${silent(elsewhere)}`,
  },
  { name: 'is silent where the endpoint’s is not', text: `param at string\n${vault()}${endpoint({ location: 'at' })}` },
  {
    name: 'is silent where the endpoint is in its network’s region, whatever that is',
    text: `${vault()}${endpoint({ location: 'network.location' })}resource network 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {\n  name: 'net'\n}\n`,
  },
  { name: 'is silent for a location of no region', text: vault() + endpoint({ location: "'moon'" }) },
  { name: 'is silent for a vault that is declared elsewhere', text: existing + silent(elsewhere) },
  {
    name: 'takes the region from the template that declares the vault',
    files: { 'endpoint.bicep': existing + elsewhere, 'vault.bicep': vault() },
  },
  {
    name: 'is silent where one choice decides about both',
    text: `param far bool\nvar location = far ? 'northeurope' : 'westeurope'\n${vault(undefined, 'location')}${endpoint({ location: 'location' })}`,
  },
  {
    name: 'takes the vault that exists together with the endpoint',
    text: `param far bool\n${vault(undefined, "'westeurope'").replace('= {', '= if (far) {')}${vault()
      .replace('resource vault ', 'resource other ')
      .replace('= {', '= if (!far) {')}${endpoint({ location: "'westeurope'" }).replace('= {', '= if (far) {')}`,
  },
  {
    name: 'is silent where two declarations of the vault disagree',
    text: `param far bool\n${vault(undefined, "'westeurope'").replace('= {', '= if (far) {')}${vault()
      .replace('resource vault ', 'resource other ')
      .replace('= {', '= if (!far) {')}${endpoint({ location: "'westeurope'" })}`,
  },
  {
    name: 'says that a region is a default, and mends the default',
    text: `param at string = ‹'westeurope'›\n${vault()}${endpoint({ location: 'at' })}`,
    fixed: `param at string = 'northeurope'\n${vault()}${endpoint({ location: 'at' })}`,
    message: /for the default value of 'at'/,
  },
  {
    name: 'has no fix for a region that something else is in, too',
    text: `var at = ‹'westeurope'›\n${vault()}${endpoint({ location: 'at' })}
resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  location: at
}
`,
    unfixable: true,
  },
  {
    name: 'has no fix where the network is elsewhere',
    text: `${vault()}${endpoint({ location: "‹'westeurope'›", extra: "subnet: { id: '${network.id}/subnets/a' }" })}
resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  location: 'westeurope'
}
`,
    unfixable: true,
  },
  {
    name: 'speaks once of a loop',
    text:
      vault() + elsewhere.replace('= {', "= [for i in ['a', 'b']: {").replace("'pe-1'", 'i').replace(/}\n$/, '}]\n'),
  },
  {
    name: 'speaks of one turn of a loop at its item',
    text:
      vault() +
      endpoint({ location: 'at' })
        .replace('= {', "= [for at in ['northeurope', ‹'westeurope'›]: {")
        .replace("'pe-1'", "'pe-${at}'")
        .replace(/}\n$/, '}]\n'),
  },
  {
    name: 'speaks at the argument of a module',
    files: {
      'main.bicep': `${vault()}module endpoint 'endpoint.bicep' = { params: { vaultId: vault.id, location: ‹'westeurope'› } }\n`,
      'endpoint.bicep': `param vaultId string\nparam location string\n${endpoint({ target: 'vaultId', location: 'location' })}`,
    },
  },
  {
    name: 'speaks at the value in a parameter file',
    files: {
      'main.bicep': `param at string\n${vault()}${endpoint({ location: 'at' })}`,
      'main.bicepparam': "using 'main.bicep'\nparam at = ‹'westeurope'›\n",
    },
  },
  {
    name: 'speaks at the value in JSON parameters',
    files: {
      'main.json': armTemplate(
        [armVault(), armEndpoint().replace('"northeurope"', '"[parameters(\'at\')]"')],
        '"parameters": { "at": { "type": "string" } },',
      ),
      'main.parameters.json': `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "at": { "value": ‹"westeurope"› } }
}
`,
    },
  },
  {
    name: 'speaks in ARM JSON and in a nested deployment',
    text: armTemplate([
      armVault(),
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2024-03-01", "name": "inner", "properties": { "mode": "Incremental", "template": ${armTemplate(
        [armEndpoint().replace('"northeurope"', '‹"westeurope"›')],
      )} } }`,
    ]),
  },
]);
