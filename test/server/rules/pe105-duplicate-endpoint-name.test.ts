import { duplicateEndpointName } from '../../../server/src/rules/pe105-duplicate-endpoint-name';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const named = endpoint({ target: 'vaultId' }).replace("'pe-1'", 'name');
const module = `param vaultId string\nparam name string\n${named}`;
const use = (symbol: string, name: string, scope = '', condition = ''): string =>
  `module ${symbol} 'pe.bicep' = ${condition}{\n  name: '${symbol}'\n  ${scope}\n  params: { vaultId: vault.id, name: ${name} }\n}\n`;
const spoke = "scope: resourceGroup('spoke')";

const withModule = (main: string, pe = module): { readonly files: Readonly<Record<string, string>> } => ({
  files: { 'main.bicep': vault() + main, 'pe.bicep': pe },
});
const inGroup = (name: string, group: string): string =>
  `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2024-03-01", "name": "inner-${group}", "resourceGroup": "${group}", "properties": { "mode": "Incremental", "template": ${armTemplate(
    [armEndpoint().replace('"pe-1"', name)],
  )} } }`;

testRule(duplicateEndpointName, [
  { name: 'is silent for names that differ', ...withModule(use('a', "'pe-1'") + use('b', "'pe-2'", spoke)) },
  {
    name: 'speaks at the second name in another group',
    ...withModule(use('a', "'pe-1'") + use('b', "‹'pe-1'›", spoke)),
    message: /'pe-1' has the name of another one of the vault 'rsv-1'/,
    unfixable: true,
  },
  { name: 'compares without case', ...withModule(use('a', "'PE-1'", spoke) + use('b', "‹'pe-1'›")) },
  {
    name: 'speaks of another subscription',
    ...withModule(use('a', "'pe-1'") + use('b', "‹'pe-1'›", "scope: resourceGroup('other', 'rg')")),
  },
  {
    name: 'speaks of an endpoint of the template itself and one of a module',
    ...withModule(endpoint() + use('b', "‹'pe-1'›", spoke)),
  },
  {
    name: 'speaks of any group ID',
    files: {
      'main.bicep': vault() + endpoint({ groupIds: "['AzureSiteRecovery']" }) + use('a', "‹'pe-1'›", spoke),
      'pe.bicep': module,
    },
  },
  { name: 'is silent for one resource that is declared twice', ...withModule(use('a', "'pe-1'") + use('b', "'pe-1'")) },
  {
    name: 'is silent for two vaults',
    files: {
      'main.bicep': `${vault()}${vault().replace('vault ', 'other ').replace('rsv-1', 'rsv-2')}${use('a', "'pe-1'")}${use('b', "'pe-1'", spoke).replace('vault.id', 'other.id')}`,
      'pe.bicep': module,
    },
  },
  {
    name: 'is silent for other services',
    files: {
      'main.bicep': `param accountId string\n${use('a', "'pe-1'")}${use('b', "'pe-1'", spoke)}`.replaceAll(
        'vault.id',
        "resourceId('Microsoft.Storage/storageAccounts', 'a')",
      ),
      'pe.bicep': module,
    },
  },
  {
    name: 'speaks of three',
    ...withModule(
      use('a', "'pe-1'") + use('b', "‹'pe-1'›", spoke) + use('c', "‹'pe-1'›", "scope: resourceGroup('third')"),
    ),
  },
  {
    name: 'is silent where the two exclude each other',
    ...withModule(`param far bool\n${use('a', "'pe-1'", '', 'if (far) ')}${use('b', "'pe-1'", spoke, 'if (!far) ')}`),
  },
  {
    name: 'is silent where the two may exclude each other',
    ...withModule(
      `param a bool\nparam b bool\n${use('one', "'pe-1'", '', 'if (a) ')}${use('two', "'pe-1'", spoke, 'if (b) ')}`,
    ),
  },
  {
    name: 'speaks where one of them is conditional',
    ...withModule(`param far bool\n${use('a', "'pe-1'")}${use('b', "‹'pe-1'›", spoke, 'if (far) ')}`),
  },
  {
    name: 'knows that two unknown names are the same',
    ...withModule(`param name string\n${use('a', "'pe-${name}'")}${use('b', "‹'pe-${name}'›", spoke)}`),
  },
  {
    name: 'is silent where the names are not known',
    ...withModule(`param one string\nparam two string\n${use('a', 'one')}${use('b', 'two', spoke)}`),
  },
  {
    name: 'is silent for two groups of which nobody knows whether they are one',
    ...withModule(
      `param one string\nparam two string\n${use('a', "'pe-1'", 'scope: resourceGroup(one)')}${use('b', "'pe-1'", 'scope: resourceGroup(two)')}`,
    ),
  },
  {
    name: 'speaks of two groups that differ in what is known of them',
    ...withModule(
      `param env string\n${use('a', "'pe-1'", "scope: resourceGroup('rg-${env}-hub')")}${use('b', "‹'pe-1'›", "scope: resourceGroup('rg-${env}-spoke')")}`,
    ),
  },
  {
    name: 'is silent for names that the group is a part of',
    ...withModule(
      use('a', "'x'") + use('b', "'x'", spoke),
      module.replace('name: name', "name: 'pe-${uniqueString(resourceGroup().id)}'"),
    ),
  },
  {
    name: 'stands where the ways of one name part',
    ...withModule(`var name = 'pe-1'\n${use('a', 'name')}${use('b', '‹name›', spoke)}`),
  },
  {
    name: 'stands at a module’s default that both take',
    files: {
      'main.bicep': `${vault()}${use('a', 'x')}${use('b', 'x', spoke)}`.replaceAll(', name: x', ''),
      'pe.bicep': module.replace('param name string', "param name string = ‹'pe-1'›"),
    },
  },
  {
    name: 'speaks of a loop over groups',
    ...withModule(
      `module all 'pe.bicep' = [for group in ['a', 'b']: {\n  name: 'pe-\${group}'\n  scope: resourceGroup(group)\n  params: { vaultId: vault.id, name: ‹'pe-1'› }\n}]\n`,
    ),
  },
  {
    name: 'is silent for a loop that cannot be counted',
    ...withModule(
      `param groups array\nmodule all 'pe.bicep' = [for group in groups: {\n  name: 'pe-\${group}'\n  scope: resourceGroup(group)\n  params: { vaultId: vault.id, name: 'pe-1' }\n}]\n`,
    ),
  },
  {
    name: 'stands at the name in a parameter file',
    files: {
      'main.bicep': `param one string\nparam two string\n${vault()}${use('a', 'one')}${use('b', 'two', spoke)}`,
      'main.bicepparam': "using 'main.bicep'\nparam one = 'pe-1'\nparam two = ‹'pe-1'›\n",
      'pe.bicep': module,
    },
  },
  {
    name: 'speaks of nested deployments',
    text: armTemplate([armVault(), inGroup('"pe-1"', 'a'), inGroup('‹"PE-1"›', 'b'), inGroup('"pe-2"', 'c')]),
  },
]);
