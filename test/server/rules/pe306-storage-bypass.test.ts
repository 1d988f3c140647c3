import { storageBypass } from '../../../server/src/rules/pe306-storage-bypass';
import { armTemplate } from '../../support/arm-parts';
import { testRule } from '../../support/rule-cases';

const account = (rules: string, name = "'disks'", symbol = 'disks'): string => `
resource ${symbol} 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: ${name}
  location: 'northeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { networkAcls: ${rules} }
}
`;
const machine = (uri = "'https://disks.blob.core.windows.net/vhds/os.vhd'", data = ''): string => `
resource machine 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'vm-1'
  location: 'northeurope'
  properties: {
    storageProfile: {
      osDisk: { createOption: 'Attach', vhd: { uri: ${uri} } }
      ${data}
    }
  }
}
`;
const deny = (bypass: string): string => `{ defaultAction: 'Deny', bypass: ${bypass} }`;
const closed = account(deny("‹'None'›"));
const silent = closed.replace(/[‹›]/g, '');
const armAccount = (bypass: string): string =>
  `{ "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "disks", "location": "northeurope",
      "properties": { "networkAcls": { "defaultAction": "Deny", "bypass": ${bypass} } } }`;
const armMachine = `{ "type": "Microsoft.Compute/virtualMachines", "apiVersion": "2024-07-01", "name": "vm-1", "location": "northeurope",
      "properties": { "storageProfile": { "osDisk": { "vhd": { "uri": "[concat('https://', 'disks', '.blob.core.windows.net/vhds/os.vhd')]" } } } } }`;

testRule(storageBypass, [
  {
    name: 'finds the account by an ID whose type ends with a slash, as old templates write it',
    text: armTemplate([
      armAccount('‹"None"›'),
      armMachine.replace(
        "concat('https://', 'disks', '.blob.core.windows.net/vhds/os.vhd')",
        "concat(reference(resourceId('Microsoft.Storage/storageAccounts/', 'disks')).primaryEndpoints.blob, 'vhds/os.vhd')",
      ),
    ]),
  },
  {
    name: 'finds the account by its type and name alone, as old templates write it',
    text: armTemplate([
      armAccount('‹"None"›'),
      armMachine.replace(
        "concat('https://', 'disks', '.blob.core.windows.net/vhds/os.vhd')",
        "concat(reference(concat('Microsoft.Storage/storageAccounts/', 'disks'), '2023-05-01').primaryEndpoints.blob, 'vhds/os.vhd')",
      ),
    ]),
  },
  {
    name: 'speaks at the value and puts trusted services in place of nothing',
    text: closed + machine(),
    fixed: account(deny("'AzureServices'")) + machine(),
    message: /'disks' holds unmanaged disks of the virtual machine 'vm-1'.*only 'None'/,
  },
  {
    name: 'adds trusted services to a list',
    text: account(deny("‹'Logging,Metrics'›")) + machine(),
    fixed: account(deny("'Logging, Metrics, AzureServices'")) + machine(),
  },
  { name: 'compares the action without case', text: closed.replace("'Deny'", "'deny'") + machine() },
  {
    name: 'is silent where trusted services are in the list',
    text: account(deny("'Logging, azureservices'")) + machine(),
  },
  { name: 'is silent without `bypass`', text: account("{ defaultAction: 'Deny' }") + machine() },
  { name: 'is silent where access is allowed', text: silent.replace("'Deny'", "'Allow'") + machine() },
  { name: 'is silent without rules', text: account('null') + machine() },
  {
    name: 'is silent for another account',
    text: silent + machine("'https://other.blob.core.windows.net/vhds/os.vhd'"),
  },
  { name: 'is silent without a machine', text: silent },
  { name: 'is silent for managed disks', text: silent + machine('null') },
  {
    name: 'is silent for an unknown list',
    text: `param list string\n${account(deny('list'))}${machine()}`,
  },
  {
    name: 'is silent for an unknown action',
    text: `param action string\n${silent.replace("'Deny'", 'action')}${machine()}`,
  },
  {
    name: 'is silent for an unknown disk',
    text: `param uri string\n${silent}${machine('uri')}`,
  },
  {
    name: 'is silent for an existing account',
    text: `resource disks 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {\n  name: 'disks'\n}\n${machine()}`,
  },
  {
    name: 'is silent where account and machine exclude each other',
    text: `param a bool\n${silent.replace('= {', '= if (a) {')}${machine().replace('= {', '= if (!a) {')}`,
  },
  {
    name: 'speaks of data disks in an account whose name is not known',
    text: `param suffix string\n${account(deny("‹'Metrics'›"), "'st${suffix}'")}${machine('null', "dataDisks: [{ lun: 0, vhd: { uri: 'https://st${suffix}.blob.${environment().suffixes.storage}/vhds/0.vhd' } }]")}`,
  },
  {
    name: 'speaks of an account by its run-time endpoint, in a loop under a condition',
    text: `param a bool\n${closed.replace('= {', '= if (a) {')}${machine("'${disks.properties.primaryEndpoints.blob}vhds/${i}.vhd'").replace('= {', '= [for i in range(0, 2): if (a) {').replace("'vm-1'", "'vm-${i}'").trimEnd()}]\n`,
  },
  {
    name: 'speaks at a parameter’s default and mends it there',
    text: `param list string = ‹'None'›\n${account(deny('list'))}${machine()}`,
    fixed: `param list string = 'AzureServices'\n${account(deny('list'))}${machine()}`,
  },
  {
    name: 'mends the use where another account takes the same literal',
    text: `var list = ‹'None'›\n${account(deny('list'))}${account(deny('list'), "'logs'", 'logs')}${machine()}`,
    fixed: `var list = 'None'\n${account(deny("'AzureServices'"))}${account(deny('list'), "'logs'", 'logs')}${machine()}`,
  },
  {
    name: 'does not mend rules that another account shares',
    text: `var rules = ${deny("‹'None'›")}\n${account('rules')}${account('rules', "'logs'", 'logs')}${machine()}`,
    unfixable: true,
  },
  {
    name: 'speaks in a local module, at its argument',
    files: {
      'main.bicep': "module store 'store.bicep' = {\n  name: 'store'\n  params: { list: ‹'None'› }\n}\n" + machine(),
      'store.bicep': `param list string\n${account(deny('list'))}`,
    },
  },
  {
    name: 'speaks at the value of a parameter file',
    files: {
      'main.bicep': `param list string\n${account(deny('list'))}${machine()}`,
      'main.bicepparam': "using 'main.bicep'\nparam list = ‹'Logging'›\n",
    },
  },
  {
    name: 'speaks in ARM JSON and mends it',
    text: armTemplate([armAccount('‹"None"›'), armMachine]),
    fixed: armTemplate([armAccount('"AzureServices"'), armMachine]),
  },
  {
    name: 'speaks in a nested deployment',
    text: armTemplate([
      armMachine,
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "inner", "properties": { "mode": "Incremental", "template": ${armTemplate([armAccount('‹"None"›')])} } }`,
    ]),
  },
]);
