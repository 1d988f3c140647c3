import { malformedBackupFqdn } from '../../../server/src/rules/pe304-malformed-backup-fqdn';
import { armTemplate, armZone } from '../../support/arm-parts';
import { vault, zone } from '../../support/bicep-parts';
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

const allowed = (names: string): string => policy() + ruleGroup(applicationRule(`targetFqdns: [${names}]`));

const forwarding = (domainName: string): string => `
resource forwarding 'Microsoft.Network/dnsForwardingRulesets/forwardingRules@2022-07-01' = {
  name: 'ruleset/backup'
  properties: { domainName: ${domainName}, targetDnsServers: [{ ipAddress: '10.0.0.4', port: 53 }] }
}
`;

const record = (type: string, name: string, properties: string): string => `
resource record 'Microsoft.Network/privateDnsZones/${type}@2024-06-01' = {
  parent: z
  name: ${name}
  properties: { ttl: 300, ${properties} }
}
`;

const rightNames = [
  'privatelink.ne.backup.windowsazure.com',
  '*.privatelink.ne.backup.windowsazure.com',
  '*.PrivateLink.NE.backup.windowsazure.com',
  'rsv1.pod01.privatelink.ne.backup.windowsazure.com',
  '*.pod01.privatelink.ne.backup.windowsazure.com',
  'ne.backup.windowsazure.com',
  '*.ne.backup.windowsazure.com',
  'pod01.ne.backup.windowsazure.com',
  'backup.windowsazure.com',
  '*.backup.windowsazure.com',
  '*backup.windowsazure.com',
  '*.backup.windowsazure.us',
  '*.windowsazure.com',
  '*.blob.core.windows.net',
  'backup.contoso.com',
  '*.backup.azure.com',
  '*',
];

testRule(malformedBackupFqdn, [
  ...rightNames.map((name) => ({ name: `is silent for ${name} in an allow list`, text: allowed(`'${name}'`) })),
  ...rightNames.slice(0, 9).map((name) => ({
    name: `is silent for ${name}. in a forwarding rule`,
    text: forwarding(`'${name}.'`),
  })),
  {
    name: 'finds the missing dot and keeps the star',
    text: allowed("‹'*.privatelink.nebackup.windowsazure.com'›"),
    fixed: allowed("'*.privatelink.ne.backup.windowsazure.com'"),
    message: /a dot is missing/,
    severity: 'error',
  },
  {
    name: 'finds the missing dot in a public name, which gets no privatelink',
    text: allowed("‹'*.nebackup.windowsazure.com'›"),
    fixed: allowed("'*.ne.backup.windowsazure.com'"),
  },
  {
    name: 'keeps what stands in front of privatelink',
    text: allowed("‹'rsv1.pod01.privatelink.nebackup.windowsazure.com'›"),
    fixed: allowed("'rsv1.pod01.privatelink.ne.backup.windowsazure.com'"),
  },
  {
    name: 'has no fix where a public name’s geo code cannot be told',
    text: allowed("‹'*.pod01.nebackup.windowsazure.com'›"),
    unfixable: true,
  },
  {
    name: 'finds the missing geo code behind privatelink, which no name lacks',
    text: allowed("‹'*.privatelink.backup.windowsazure.com'›"),
    message: /the geo code of the region is missing/,
    unfixable: true,
  },
  { name: 'finds a placeholder', text: allowed("‹'*.privatelink.<geo>.backup.windowsazure.com'›"), unfixable: true },
  {
    name: 'finds the wrong order',
    text: allowed("‹'*.privatelink.backup.ne.windowsazure.com'›"),
    fixed: allowed("'*.privatelink.ne.backup.windowsazure.com'"),
  },
  {
    name: 'finds the wrong suffix',
    text: allowed("‹'*.privatelink.ne.backup.azure.com'›"),
    fixed: allowed("'*.privatelink.ne.backup.windowsazure.com'"),
  },
  {
    name: 'keeps the dot at the end of a forwarding rule',
    text: forwarding("‹'privatelink.nebackup.windowsazure.com.'›"),
    fixed: forwarding("'privatelink.ne.backup.windowsazure.com.'"),
  },
  {
    name: 'looks into network rules',
    text: policy() + ruleGroup(networkRule("destinationFqdns: [‹'privatelink.nebackup.windowsazure.com'›]")),
  },
  {
    name: 'looks into a classic firewall',
    text: classicFirewall("{ name: 'a', targetFqdns: [‹'*.privatelink.nebackup.windowsazure.com'›] }"),
  },
  {
    name: 'looks into the target of a CNAME record',
    text:
      zone('z', "'contoso.com'") +
      record('CNAME', "'backup'", "cnameRecord: { cname: ‹'rsv1.privatelink.nebackup.windowsazure.com'› }"),
  },
  {
    name: 'looks into the target of a PTR record',
    text:
      zone('z', "'0.0.10.in-addr.arpa'") +
      record('PTR', "'4'", "ptrRecords: [{ ptrdname: ‹'rsv1.privatelink.nebackup.windowsazure.com'› }]"),
  },
  {
    name: 'reads a record’s name with that of its zone',
    text:
      zone('z', "'windowsazure.com'") +
      record('A', "‹'rsv1.privatelink.nebackup'›", "aRecords: [{ ipv4Address: '10.0.0.4' }]"),
  },
  {
    name: 'leaves the name of a zone to PE201',
    text:
      zone('z', "'privatelink.nebackup.windowsazure.com'") +
      record('A', "'rsv1'", "aRecords: [{ ipv4Address: '10.0.0.4' }]"),
  },
  {
    name: 'is silent for records in a right zone',
    text:
      zone('z', "'privatelink.ne.backup.windowsazure.com'") +
      record('A', "'@'", "aRecords: [{ ipv4Address: '10.0.0.4' }]"),
  },
  {
    name: 'is silent for unknown names and those that may turn out right',
    text: `param name string\nparam geo string\n${allowed("name\n'*.privatelink.${geo}backup.windowsazure.com'\n'*.${geo}.backup.windowsazure.com'")}`,
  },
  {
    name: 'speaks at a parameter’s default, through a local module',
    files: {
      'main.bicep': `param names array = [‹'*.privatelink.nebackup.windowsazure.com'›]
module rules 'rules.bicep' = {
  params: { names: names }
}`,
      'rules.bicep': `param names array\n${policy()}${ruleGroup(applicationRule('targetFqdns: names'))}`,
    },
  },
  {
    name: 'speaks in a parameter file',
    files: {
      'main.bicep': `param names array\n${policy()}${ruleGroup(applicationRule('targetFqdns: names'))}`,
      'main.bicepparam': "using 'main.bicep'\nparam names = [‹'*.privatelink.nebackup.windowsazure.com'›]\n",
    },
  },
  {
    name: 'speaks of each item of a loop at its literal',
    text: `var codes = ['ne', 'we']\n${policy()}${ruleGroup(applicationRule("targetFqdns: [for code in codes: ‹'*.privatelink.${code}backup.windowsazure.com'›]"))}`,
  },
  {
    name: 'speaks of a rule under a condition',
    text: `param strict bool\n${policy()}${ruleGroup(applicationRule("targetFqdns: strict ? [‹'*.privatelink.nebackup.windowsazure.com'›] : ['*']"), { condition: 'if (strict) ' })}`,
  },
  {
    name: 'has no fix for a name that something else has, too',
    text: `var name = ‹'privatelink.nebackup.windowsazure.com'›\n${allowed('name')}${vault('tags: { zone: name }')}`,
    unfixable: true,
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armPolicy(),
      armRuleGroup(armApplicationRule('"targetFqdns": [ ‹"*.privatelink.nebackup.windowsazure.com"› ]')),
      armZone('"contoso.com"'),
    ]),
    fixed: armTemplate([
      armPolicy(),
      armRuleGroup(armApplicationRule('"targetFqdns": [ "*.privatelink.ne.backup.windowsazure.com" ]')),
      armZone('"contoso.com"'),
    ]),
  },
  {
    name: 'speaks in a nested deployment of ARM JSON',
    text: armTemplate([
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2024-03-01", "name": "inner", "properties": { "mode": "Incremental",
        "expressionEvaluationOptions": { "scope": "inner" }, "template": ${armTemplate([
          armPolicy(),
          armRuleGroup(armApplicationRule('"targetFqdns": [ ‹"*.privatelink.nebackup.windowsazure.com"› ]')),
        ])} } }`,
    ]),
  },
]);
