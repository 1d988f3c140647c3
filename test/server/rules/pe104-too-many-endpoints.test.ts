import { tooManyEndpoints } from '../../../server/src/rules/pe104-too-many-endpoints';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

type Options = Parameters<typeof endpoint>[0];

const flat = (count: number, options?: Options): string =>
  Array.from({ length: count }, (_, index) => endpoint({ ...options, symbol: `e${index}` })).join('');
const looped = (over: string, options?: Options): string =>
  endpoint({ symbol: 'loop', ...options })
    .replace('= {', `= [for i in ${over}: {`)
    .replace("'loop-1'", "'pe-${i}'")
    .replace(/}\n$/, '}]\n');
const names = (count: number): string => `[${Array.from({ length: count }, (_, index) => `'n${index}'`).join(', ')}]`;
const conditional = (count: number, condition: string, prefix: string): string =>
  flat(count)
    .replaceAll('= {', `= if (${condition}) {`)
    .replaceAll(/\be(?=\d)/g, prefix);
const inCopy = (count: string): string =>
  armEndpoint().replace('"pe-1"', `"[format('pe-{0}', copyIndex())]", "copy": { "name": "c", "count": ${count} }`);

testRule(tooManyEndpoints, [
  { name: 'is silent for twelve', text: vault() + flat(12) },
  {
    name: 'speaks at the name of the thirteenth',
    text: vault() + flat(14).replace("'e12-1'", "‹'e12-1'›"),
    message: /The vault 'rsv-1' gets 14 private endpoints for 'AzureBackup', but Azure Backup supports at most 12/,
  },
  {
    name: 'counts the two group IDs apart',
    text: vault() + flat(12) + flat(12, { groupIds: "['AzureBackup_Secondary']" }).replaceAll(/\be(?=\d)/g, 's'),
  },
  {
    name: 'speaks of secondary endpoints',
    text: vault() + looped('range(0, ‹13›)', { groupIds: "['AzureBackup_secondary']" }),
    message: /13 private endpoints for 'AzureBackup_secondary'/,
  },
  { name: 'does not count Site Recovery', text: vault() + flat(12) + endpoint({ groupIds: "['AzureSiteRecovery']" }) },
  {
    name: 'counts each vault apart',
    text: `${vault()}${flat(12)}${vault().replace('vault ', 'other ').replace('rsv-1', 'rsv-2')}${endpoint({ target: 'other.id' })}`,
  },
  {
    name: 'counts manual connections',
    text: vault() + looped('range(1, ‹13›)', { connections: 'manualPrivateLinkServiceConnections' }),
  },
  { name: 'counts a list', text: vault() + looped(`‹${names(13)}›`) },
  { name: 'is silent for a list of twelve', text: vault() + looped(names(12)) },
  { name: 'finds the list in a variable', text: `var all = ‹${names(13)}›\n${vault()}${looped('all')}` },
  {
    name: 'finds the list whose length is counted',
    text: `var all = ‹${names(13)}›\n${vault()}${looped('range(0, length(all))')}`,
  },
  {
    name: 'says that a number is a default',
    text: `param count int = ‹13›\n${vault()}${looped('range(0, count)')}`,
    message: /for the default value of 'count'/,
  },
  {
    name: 'says that a list is a default',
    text: `param subnets array = ‹${names(13)}›\n${vault()}${looped('subnets')}`,
    message: /for the default value of 'subnets'/,
  },
  { name: 'is silent for an unknown number', text: `param count int\n${vault()}${looped('range(0, count)')}` },
  { name: 'does not count an unknown list', text: `param subnets array\n${vault()}${flat(12)}${looped('subnets')}` },
  {
    name: 'adds a loop and single ones',
    text: vault() + looped('range(0, 12)') + flat(1).replace("'e0-1'", "‹'e0-1'›"),
  },
  { name: 'speaks at the loop that goes beyond', text: vault() + flat(1) + looped('range(0, ‹12›)') },
  {
    name: 'is silent where the many exclude each other',
    text: `param many bool\n${vault()}${conditional(12, 'many', 'a')}${conditional(12, '!many', 'b')}`,
  },
  {
    name: 'is silent where two conditions may not hold together',
    text: `param a bool\nparam b bool\n${vault()}${conditional(7, 'a', 'a')}${conditional(7, 'b', 'b')}`,
  },
  {
    name: 'adds those under one condition to those without',
    text: `param a bool\n${vault()}${conditional(7, 'a', 'a')}${flat(6).replace("'e5-1'", "‹'e5-1'›")}`,
  },
  {
    name: 'counts one endpoint once, however often it is declared',
    text: vault() + flat(14).replaceAll(/'e\d+-1'/g, "'same'"),
  },
  {
    name: 'counts the uses of a module',
    files: {
      'main.bicep': `${vault()}module endpoints 'endpoint.bicep' = [for i in range(0, ‹13›): { params: { vaultId: vault.id, name: 'pe-\${i}' } }]\n`,
      'endpoint.bicep': `param vaultId string\nparam name string\n${endpoint({ target: 'vaultId' }).replace("'pe-1'", 'name')}`,
    },
  },
  {
    name: 'stands at the number in a parameter file',
    files: {
      'main.bicep': `param count int\n${vault()}${looped('range(0, count)')}`,
      'many.bicepparam': "using 'main.bicep'\nparam count = ‹20›\n",
      'few.bicepparam': "using 'main.bicep'\nparam count = 2\n",
    },
  },
  { name: 'counts in ARM JSON', text: armTemplate([armVault(), inCopy('‹13›')]) },
  { name: 'is silent for twelve in ARM JSON', text: armTemplate([armVault(), inCopy('12')]) },
  {
    name: 'counts what the compiler makes of a range',
    text: armTemplate([armVault(), inCopy('"[length(range(0, ‹13›))]"')]),
  },
  {
    name: 'finds the default in ARM JSON',
    text: armTemplate(
      [armVault(), inCopy('"[parameters(\'count\')]"')],
      '"parameters": { "count": { "type": "int", "defaultValue": ‹13› } },',
    ),
  },
  {
    name: 'counts a nested deployment that is copied',
    text: armTemplate([
      armVault(),
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2024-03-01", "name": "[format('inner-{0}', copyIndex())]", "copy": { "name": "inner", "count": ‹13› },
      "properties": { "mode": "Incremental", "template": ${armTemplate([
        armEndpoint().replace('"pe-1"', '"[format(\'pe-{0}\', copyIndex())]"'),
      ])} } }`,
    ]),
  },
]);
