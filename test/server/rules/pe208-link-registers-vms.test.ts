import { linkRegistersVms } from '../../../server/src/rules/pe208-link-registers-vms';
import { armTemplate, armZone } from '../../support/arm-parts';
import { zone } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const backupZone = zone('z', "'privatelink.ne.backup.windowsazure.com'");
const link = (registration: string, parent = 'z'): string => `
resource link${parent} 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: ${parent}
  name: 'link'
  location: 'global'
  properties: {
    ${registration}
    virtualNetwork: { id: networkId }
  }
}
`;
const template = (registration: string): string => `param networkId string\n${backupZone}${link(registration)}`;
const armLink = (value: string, name = '"privatelink.blob.core.windows.net/link"'): string =>
  `{ "type": "Microsoft.Network/privateDnsZones/virtualNetworkLinks", "apiVersion": "2024-06-01", "name": ${name}, "location": "global", "properties": { "registrationEnabled": ${value}, "virtualNetwork": { "id": "[resourceId('Microsoft.Network/virtualNetworks', 'vnet')]" } } }`;

testRule(linkRegistersVms, [
  { name: 'is silent where registration is off', text: template('registrationEnabled: false') },
  { name: 'is silent where nothing is said of it', text: template('') },
  {
    name: 'speaks at the value and switches it off',
    text: template('registrationEnabled: ‹true›'),
    fixed: template('registrationEnabled: false'),
    message: /'privatelink\.ne\.backup\.windowsazure\.com'/,
  },
  {
    name: 'is silent for a zone of the network’s own names',
    text: `param networkId string\n${zone('z', "'corp.contoso.com'")}${link('registrationEnabled: true')}`,
  },
  {
    name: 'is silent for a zone whose name is not known',
    text: `param networkId string\nparam name string\n${zone('z', 'name')}${link('registrationEnabled: true')}`,
  },
  {
    name: 'knows the zone by its first label',
    text: `param networkId string\nparam geo string\n${zone('z', "'privatelink.${geo}.backup.windowsazure.com'")}${link('registrationEnabled: ‹true›')}`,
  },
  {
    name: 'is silent for an unknown value',
    text: `param register bool\n${template('registrationEnabled: register')}`,
  },
  {
    name: 'is silent where only some condition switches it on',
    text: `param isHub bool\n${template('registrationEnabled: isHub ? true : false')}`,
  },
  {
    name: 'speaks at a parameter’s default, and says so',
    text: `param register bool = ‹true›\n${template('registrationEnabled: register')}`,
    fixed: `param register bool = false\n${template('registrationEnabled: register')}`,
    message: /for the default value of 'register'/,
  },
  {
    name: 'speaks where the value is used if a zone of machines takes the same literal',
    text: `var register = true\n${template('registrationEnabled: ‹register›')}${zone('own', "'corp.contoso.com'")}${link('registrationEnabled: register', 'own')}`,
    fixed: `var register = true\n${template('registrationEnabled: false')}${zone('own', "'corp.contoso.com'")}${link('registrationEnabled: register', 'own')}`,
  },
  {
    name: 'speaks once for a loop of links',
    text: `param networkId string
var names = ['privatelink.ne.backup.windowsazure.com', 'privatelink.blob.core.windows.net']
resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for name in names: {
  name: '\${name}/link'
  location: 'global'
  properties: { registrationEnabled: ‹true›, virtualNetwork: { id: networkId } }
}]
`,
  },
  {
    name: 'is silent for a loop of zones that are not known',
    text: `param networkId string
param names array
resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for name in names: {
  name: '\${name}/link'
  location: 'global'
  properties: { registrationEnabled: true, virtualNetwork: { id: networkId } }
}]
`,
  },
  {
    name: 'speaks of a link under a condition',
    text: template('registrationEnabled: ‹true›').replace(
      "virtualNetworkLinks@2024-06-01' = {",
      "virtualNetworkLinks@2024-06-01' = if (!empty(networkId)) {",
    ),
  },
  {
    name: 'is silent for an existing link',
    text: `${backupZone}
resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' existing = {
  parent: z
  name: 'link'
}
`,
  },
  {
    name: 'speaks where a local module is told to register',
    files: {
      'main.bicep': `param networkId string\nmodule dns 'dns.bicep' = { name: 'dns', params: { networkId: networkId, register: ‹true› } }\n`,
      'dns.bicep': `param register bool = false\n${template('registrationEnabled: register')}`,
    },
  },
  {
    name: 'speaks in a parameter file',
    files: {
      'main.bicepparam': "using 'main.bicep'\nparam networkId = 'id'\nparam register = ‹true›\n",
      'main.bicep': `param register bool\n${template('registrationEnabled: register')}`,
    },
    fixed: "using 'main.bicep'\nparam networkId = 'id'\nparam register = false\n",
  },
  {
    name: 'speaks in ARM JSON, with flat and with nested links',
    text: armTemplate([
      armLink('‹true›'),
      armZone('"privatelink.queue.core.windows.net"').replace(
        /\}$/,
        `, "resources": [ ${armLink('‹"[true()]"›', '"link"').replace('Microsoft.Network/privateDnsZones/', '')} ] }`,
      ),
    ]),
    fixed: armTemplate([
      armLink('false'),
      armZone('"privatelink.queue.core.windows.net"').replace(
        /\}$/,
        `, "resources": [ ${armLink('"[true()]"', '"link"').replace('Microsoft.Network/privateDnsZones/', '')} ] }`,
      ),
    ]),
  },
  {
    name: 'speaks inside a nested deployment, of either scope',
    text: armTemplate(
      ['inner', 'outer'].map(
        (scope) =>
          `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "${scope}", "properties": { "mode": "Incremental", "expressionEvaluationOptions": { "scope": "${scope}" }, "template": ${armTemplate([armLink('‹true›')])} } }`,
      ),
    ),
  },
]);
