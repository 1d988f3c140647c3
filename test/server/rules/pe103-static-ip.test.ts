import { staticIp } from '../../../server/src/rules/pe103-static-ip';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const addresses =
  "ipConfigurations: [ { name: 'a', properties: { groupId: 'AzureBackup', memberName: 'm', privateIPAddress: '10.0.0.4' } } ]";

testRule(staticIp, [
  { name: 'is silent without addresses', text: vault() + endpoint() },
  { name: 'is silent for an empty list', text: vault() + endpoint({ extra: 'ipConfigurations: []' }) },
  { name: 'is silent for null', text: vault() + endpoint({ extra: 'ipConfigurations: null' }) },
  {
    name: 'is silent for an unknown list',
    text: `param ips array\n${vault()}${endpoint({ extra: 'ipConfigurations: ips' })}`,
  },
  {
    name: 'is silent for a parameter that is empty by default',
    text: `param ips array = []\n${vault()}${endpoint({ extra: 'ipConfigurations: ips' })}`,
  },
  {
    name: 'speaks at the property and removes it',
    text:
      vault() +
      endpoint({ extra: `‹ipConfigurations›: []`.replace('[]', addresses.slice('ipConfigurations: '.length)) }),
    fixed: (vault() + endpoint({ extra: 'gone' })).replace('    gone\n', ''),
    message: /might fail/,
  },
  {
    name: 'speaks of a secondary endpoint',
    text:
      vault() +
      endpoint({
        groupIds: "['AzureBackup_secondary']",
        extra: addresses.replace('ipConfigurations', '‹ipConfigurations›'),
      }),
  },
  {
    name: 'is silent for Site Recovery',
    text: vault() + endpoint({ groupIds: "['AzureSiteRecovery']", extra: addresses }),
  },
  {
    name: 'is silent for other services',
    text: endpoint({
      extra: addresses,
      groupIds: "['blob']",
      target: "'/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a'",
    }),
  },
  {
    name: 'is silent where a condition that is not known decides',
    text: `param static bool\n${vault()}${endpoint({ extra: "ipConfigurations: static ? [ { name: 'a' } ] : []" })}`,
  },
  {
    name: 'speaks of a conditional endpoint',
    text: `param make bool\n${vault()}${endpoint({ extra: addresses.replace('ipConfigurations', '‹ipConfigurations›') }).replace('= {', '= if (make) {')}`,
  },
  {
    name: 'speaks in ARM JSON and keeps it valid',
    text: armTemplate([armVault(), armEndpoint(undefined, '‹"ipConfigurations"›: [ { "name": "a" } ],')]),
    fixed: armTemplate([armVault(), armEndpoint(undefined, '')]).replace(
      '"properties": {  "private',
      '"properties": { "private',
    ),
  },
]);
