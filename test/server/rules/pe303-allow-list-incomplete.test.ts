import { allowListIncomplete } from '../../../server/src/rules/pe303-allow-list-incomplete';
import { armTemplate } from '../../support/arm-parts';
import {
  applicationRule,
  armApplicationRule,
  armPolicy,
  armRuleGroup,
  classicFirewall,
  networkRule,
  policy,
  ruleGroup,
} from '../../support/firewall-parts';
import { testRule } from '../../support/rule-cases';

const all = [
  '*.privatelink.ne.backup.windowsazure.com',
  '*.blob.core.windows.net',
  '*.queue.core.windows.net',
  '*.blob.storage.azure.net',
  '*.login.microsoft.com',
];
const quoted = (names: readonly string[]): string => `[${names.map((name) => `'${name}'`).join(', ')}]`;
const fqdns = (names: readonly string[], key = 'targetFqdns'): string => applicationRule(`${key}: ${quoted(names)}`);
const allowed = (names: readonly string[], key?: string): string => policy() + ruleGroup(fqdns(names, key));
const network = (tags: readonly string[], key = 'destinationAddresses', ports?: string): string =>
  networkRule(`${key}: ${quoted(tags)}`, ports);
const tags = (names: readonly string[], key?: string): string => policy() + ruleGroup(network(names, key));

const marked = '‹targetFqdns›';
const backupAlone = all.slice(0, 1);

testRule(allowListIncomplete, [
  { name: 'is silent for the whole list', text: allowed(all) },
  ...all.slice(1).map((name) => ({
    name: `misses ${name}`,
    text: allowed(
      all.filter((other) => other !== name),
      marked,
    ),
    message: new RegExp(`nothing allows [^,]*${name.replaceAll('*', '\\*')}`),
    unfixable: true,
  })),
  {
    name: 'names all that lacks',
    text: allowed(backupAlone, marked),
    message:
      /'\*\.blob\.core\.windows\.net', '\*\.queue\.core\.windows\.net', '\*\.blob\.storage\.azure\.net' and Microsoft Entra ID/,
  },
  { name: 'is silent where nothing of Backup is allowed', text: allowed(all.slice(1, 3)) },
  { name: 'is silent for a pattern that merely holds Backup’s names', text: allowed(['*.windowsazure.com']) },
  { name: 'takes the public names of Backup', text: allowed(['*.backup.windowsazure.com', ...all.slice(1)]) },
  { name: 'speaks of the public names of Backup', text: allowed(['*.backup.windowsazure.com'], marked) },
  { name: 'takes wider patterns', text: allowed([...backupAlone, '*.windows.net', '*.azure.net', '*.microsoft.com']) },
  { name: 'takes the star for everything', text: allowed([...backupAlone, '*']) },
  {
    name: 'takes any name of Entra ID',
    text: allowed([...all.slice(0, 4), 'login.microsoftonline.com']),
  },
  {
    name: 'takes narrower patterns of storage with DNS zones',
    text: allowed(all.map((name) => name.replace('*.blob.storage', '*.z01.blob.storage'))),
  },
  {
    name: 'does not take single accounts',
    text: allowed(
      all.map((name) => name.replace('*.queue', 'one.queue')),
      marked,
    ),
  },
  {
    name: 'asks the cloud’s own names of a sovereign cloud, where storage has no second domain',
    text: allowed(
      ['*.backup.windowsazure.us', '*.blob.core.usgovcloudapi.net', '*.queue.core.usgovcloudapi.net'],
      marked,
    ),
    message: /nothing allows Microsoft Entra ID/,
  },
  {
    name: 'judges all groups of a policy together',
    text:
      policy() +
      ruleGroup(fqdns(all.slice(0, 2))) +
      ruleGroup([fqdns(all.slice(2, 4)), network(['AzureActiveDirectory'])], { symbol: 'more' }),
  },
  {
    name: 'takes what a condition may add',
    text: `param more bool\n${policy()}${ruleGroup(fqdns(all.slice(0, 3)))}${ruleGroup(fqdns(all.slice(3)), {
      symbol: 'more',
      condition: 'if (more) ',
    })}`,
  },
  { name: 'knows that the service tag covers Backup alone', text: tags(['AzureBackup'], '‹destinationAddresses›') },
  {
    name: 'is silent for the three service tags',
    text: tags(['AzureBackup', 'Storage.NorthEurope', 'azureactivedirectory']),
  },
  {
    name: 'misses Entra ID beside two tags',
    text: tags(['AzureBackup', 'Storage'], '‹destinationAddresses›'),
    message: /nothing allows Microsoft Entra ID/,
  },
  { name: 'is silent for AzureCloud', text: tags(['AzureBackup', 'AzureCloud']) },
  { name: 'takes the ranges of Entra ID', text: tags(['AzureBackup', 'Storage', '20.190.128.0/18', '40.126.0.0/18']) },
  {
    name: 'knows that the FQDN tag covers all but Entra ID',
    text: policy() + ruleGroup(applicationRule("‹fqdnTags›: ['AzureBackup']")),
    message: /nothing allows Microsoft Entra ID/,
  },
  {
    name: 'is silent for the FQDN tag with Entra ID',
    text: policy() + ruleGroup([applicationRule("fqdnTags: ['AzureBackup']"), network(['AzureActiveDirectory'])]),
  },
  {
    name: 'does not take another port',
    text:
      policy() +
      ruleGroup([
        fqdns(all.slice(0, 4), marked),
        network(['AzureActiveDirectory'], undefined, "destinationPorts: ['80']"),
      ]),
  },
  {
    name: 'takes a range of ports',
    text:
      policy() +
      ruleGroup([
        fqdns(all.slice(0, 4)),
        network(['AzureActiveDirectory'], undefined, "destinationPorts: ['80-1024']"),
      ]),
  },
  {
    name: 'does not take what is denied',
    text:
      policy() +
      ruleGroup(fqdns(all.slice(0, 4), marked)) +
      ruleGroup(network(['AzureActiveDirectory']), { symbol: 'no', action: 'Deny' }),
  },
  {
    name: 'is silent for a deny list',
    text: policy() + ruleGroup(fqdns(backupAlone), { action: 'Deny' }),
  },
  {
    name: 'is silent for an unknown name, address or list',
    text: `param name string
${policy()}${ruleGroup([fqdns(backupAlone), applicationRule('targetFqdns: [name]')])}`,
  },
  {
    name: 'is silent for an unknown address',
    text: `param range string\n${policy()}${ruleGroup([fqdns(backupAlone), networkRule('destinationAddresses: [range]')])}`,
  },
  {
    name: 'is silent for an unknown list',
    text: `param names array\n${policy()}${ruleGroup([fqdns(backupAlone), applicationRule('targetFqdns: names')])}`,
  },
  {
    name: 'is silent for unknown rules',
    text: `param rules array\n${policy()}${ruleGroup(fqdns(backupAlone)).replace(/rules: \[([^]*?)\n {8}\]/, 'rules: concat(rules, [$1])')}`,
  },
  ...['webCategories', 'targetUrls'].map((name) => ({
    name: `is silent where ${name} may hold it`,
    text: policy() + ruleGroup([fqdns(backupAlone), applicationRule(`${name}: ['x']`)]),
  })),
  {
    name: 'is silent for an IP group',
    text: policy() + ruleGroup([fqdns(backupAlone), networkRule("destinationIpGroups: ['/subscriptions/s/x']")]),
  },
  {
    name: 'is silent for a parent policy that is not visible',
    text: `param base string\n${policy('basePolicy: { id: base }')}${ruleGroup(fqdns(backupAlone))}`,
  },
  {
    name: 'counts a parent policy that is declared',
    text:
      policy('basePolicy: { id: base.id }') +
      ruleGroup(fqdns(all.slice(0, 3))) +
      policy().replace('resource policy', 'resource base').replace("'afwp'", "'base'") +
      ruleGroup(fqdns(all.slice(3)), { symbol: 'shared', parent: 'base' }),
  },
  {
    name: 'is silent for an existing policy',
    text:
      "resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' existing = {\n  name: 'afwp'\n}\n" +
      ruleGroup(fqdns(backupAlone)),
  },
  {
    name: 'is silent beside a module that cannot be read',
    text: `module more 'br:example.azurecr.io/rules:1.0' = {\n  name: 'more'\n}\n${allowed(backupAlone)}`,
  },
  {
    name: 'is silent where another template adds rules to the policy',
    files: {
      'main.bicep': allowed(backupAlone),
      'more.bicep':
        "resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' existing = {\n  name: 'afwp'\n}\n" +
        ruleGroup(fqdns(all.slice(1)), { symbol: 'more' }),
    },
  },
  {
    name: 'reads a classic firewall',
    text: classicFirewall(
      `{ name: 'a', protocols: [{ protocolType: 'Https', port: 443 }], ${marked}: ${quoted(all.slice(0, 4))} }`,
      "{ name: 'n', protocols: ['TCP'], destinationPorts: ['*'], destinationAddresses: ['Sql'] }",
    ),
  },
  {
    name: 'judges both kinds of rules of a classic firewall',
    text: classicFirewall(
      `{ name: 'a', protocols: [{ protocolType: 'Https', port: 443 }], targetFqdns: ${quoted(all.slice(0, 4))} }`,
      "{ name: 'n', protocols: ['TCP'], destinationPorts: ['*'], destinationAddresses: ['AzureActiveDirectory'] }",
    ),
  },
  {
    name: 'speaks in a local module, at the list',
    files: {
      'main.bicep': `module rules 'rules.bicep' = {
  params: { names: ${quoted(all.slice(0, 4))} }
}`,
      'rules.bicep': `param names array\n${policy()}${ruleGroup(applicationRule(`${marked}: names`))}`,
    },
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armPolicy(),
      armRuleGroup(armApplicationRule(`‹"targetFqdns"›: ${JSON.stringify(all.slice(0, 4))}`)),
    ]),
  },
]);
