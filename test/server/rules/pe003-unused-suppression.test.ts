import { unusedSuppression } from '../../../server/src/rules/pe003-unused-suppression';
import { testRule } from '../../support/rule-cases';

const zone = (name = "'a.b'"): string =>
  `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n  name: ${name}\n  location: 'global'\n}\n`;
const wrong = zone("'privatelink.westeurope.backup.windowsazure.com'");
const json = (before: string, inside = ''): string => `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",${before}
  "resources": [
    {${inside}
      "type": "Microsoft.Network/privateDnsZones",
      "apiVersion": "2024-06-01",
      "name": "a.b",
      "location": "global"
    }
  ]
}
`;

testRule(unusedSuppression, [
  {
    name: 'finds a directive that hides nothing, by ID or name in any case, and takes its line and reason along',
    text: `${zone()}  ‹#disable-next-line pe202› // until we move\nvar a = 'x'\n`,
    fixed: `${zone()}var a = 'x'\n`,
    message: /no finding of PE202 \(unknown-geo-code\)/,
  },
  {
    name: 'knows rules by name, and reasons behind dashes',
    text: `‹#disable-next-line unknown-geo-code static-ip -- as agreed›\n${zone()}`,
    fixed: zone(),
    message: /PE202 \(unknown-geo-code\) or PE103 \(static-ip\)/,
  },
  {
    name: 'is silent where a finding is hidden, and about codes that are not its own',
    text: wrong.replace('  name', '#disable-next-line no-unused-vars PE202 BCP001 PE9999\n  name'),
  },
  {
    name: 'takes one code out of several',
    text: wrong.replace('  name', '#disable-next-line PE202 ‹PE103› no-unused-vars // why\n  name'),
    fixed: wrong.replace('  name', '#disable-next-line PE202 no-unused-vars // why\n  name'),
  },
  {
    name: 'leaves the codes of others alone',
    text: `#disable-next-line ‹PE103› no-unused-vars\n${zone()}`,
    fixed: `#disable-next-line no-unused-vars\n${zone()}`,
  },
  {
    name: 'takes a range away with its end',
    text: `‹#disable-diagnostics PE202›\n${zone()}#restore-diagnostics PE202\nvar a = 'x'\n`,
    fixed: `${zone()}var a = 'x'\n`,
  },
  {
    name: 'takes one code out of a range and its end',
    text: `#disable-diagnostics PE202 ‹PE103›\n${wrong}#restore-diagnostics PE202 PE103\n`,
    fixed: `#disable-diagnostics PE202\n${wrong}#restore-diagnostics PE202\n`,
  },
  {
    name: 'counts each of two that hide the same',
    text: `#disable-diagnostics PE202\n${wrong.replace('  name', '#disable-next-line PE202\n  name')}`,
  },
  { name: 'says nothing of an end alone', text: `#restore-diagnostics PE202\n${zone()}` },
  {
    name: 'finds it at the end of a file, in CRLF',
    text: `var a = 'x'\r\n‹#disable-next-line PE202›`,
    fixed: `var a = 'x'\r\n`,
  },
  {
    name: 'finds a comment in JSON',
    text: json('', '\n      ‹// pelint-disable-next-line PE202, PE103 -- why›'),
    fixed: json(''),
  },
  {
    name: 'takes a comment behind a value away without its line',
    text: json(' ‹/* pelint-disable-next-line PE202 */›'),
    fixed: json(''),
  },
  {
    name: 'takes metadata away that hides nothing, up to what holds nothing else',
    text: json('', '\n      "metadata": { "pelint": { "disable": [‹"PE202"›] } },'),
    fixed: json(''),
  },
  {
    name: 'takes one entry out of metadata, and leaves other metadata',
    text: json('\n  "metadata": { "x": 1, "pelint": { "disable": [‹{ "rule": "PE202", "reason": "b" }›, "none"] } },'),
    fixed: json('\n  "metadata": { "x": 1, "pelint": { "disable": ["none"] } },'),
  },
  {
    name: 'is silent about a rule that is off',
    text: `#disable-next-line PE202 PE002\n${zone()}`,
    options: { levels: new Map([['PE202', 'off']]) },
  },
  {
    name: 'is silent about a rule that the configuration turns off',
    files: {
      'main.bicep': `#disable-next-line PE202\n${zone()}`,
      'pelint.config.json': '{ "rules": { "PE202": "off" } }',
    },
  },
  {
    name: 'is silent where a module lacks',
    text: `#disable-next-line PE202\n${zone()}module b 'none.bicep' = {}\n`,
  },
  {
    name: 'looks at every deployment of a module',
    files: {
      'main.bicep': "module z 'zone.bicep' = {\n  params: { geo: 'we' }\n}\n",
      'zone.bicep': `param geo string\n‹#disable-next-line PE202›\n${zone("'privatelink.${geo}.backup.windowsazure.com'")}`,
    },
  },
  {
    name: 'finds it in a parameter file, where one deployment would need it not at all',
    files: {
      'dev.bicepparam': "using 'main.bicep'\n#disable-next-line PE202\nparam geo = 'westeurope'\n",
      'prod.bicepparam': "using 'main.bicep'\n‹#disable-next-line PE202›\nparam geo = 'we'\n",
      'main.bicep': `param geo string\n${zone("'privatelink.${geo}.backup.windowsazure.com'")}`,
    },
  },
  {
    name: 'is silent where the run is about another cloud or location than the project says',
    text: `#disable-next-line PE202\n${zone()}`,
    options: { cloud: 'usgov' },
  },
  { name: 'can be suppressed itself', text: `#disable-next-line PE003\n\n${zone()}` },
]);
