import { subnetTooSmall } from '../../../server/src/rules/pe301-subnet-too-small';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

/** A network with the subnet `a`, whose properties are given. */
const network = (properties: string): string => `
resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  location: 'northeurope'
  properties: { subnets: [ { name: 'a', properties: { ${properties} } } ] }
}
`;
const inSubnet = "subnet: { id: '${net.id}/subnets/a' }";

/** A Backup endpoint in the subnet. */
const inside = (symbol = 'endpoint', extra = ''): string => endpoint({ symbol, extra: `${inSubnet}\n    ${extra}` });
/** An endpoint of another service in the subnet. */
const blob = (symbol: string): string =>
  endpoint({
    symbol,
    extra: inSubnet,
    groupIds: "['blob']",
    target: "'/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a'",
  });

const prefix = (text: string): string => vault() + network(`addressPrefix: ${text}`);

const armNetwork = (addressPrefix: string): string =>
  `{ "type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01", "name": "net", "location": "northeurope",
      "properties": { "subnets": [ { "name": "a", "properties": { "addressPrefix": ${addressPrefix} } } ] } }`;
const armId = "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'net', 'a')]";

testRule(subnetTooSmall, [
  { name: 'is silent for the recommended /25', text: prefix("'10.0.0.0/25'") + inside() },
  { name: 'is silent for a larger one', text: prefix("'10.0.0.0/24'") + inside() },
  {
    name: 'finds one endpoint in a /29',
    text: prefix("‹'10.0.0.0/29'›") + inside(),
    severity: 'error',
    message: /leaves 3 addresses for use, but 10 are needed/,
    unfixable: true,
  },
  {
    name: 'warns of one endpoint in a /28, which it just fits',
    text: prefix("‹'10.0.0.0/28'›") + inside(),
    severity: 'warning',
  },
  { name: 'warns of a /26', text: prefix("‹'10.0.0.0/26'›") + inside(), severity: 'warning', message: /recommends/ },
  {
    name: 'counts another endpoint as one address: eleven fit a /28',
    text: prefix("‹'10.0.0.0/28'›") + inside() + blob('one'),
    severity: 'warning',
  },
  {
    name: 'counts two others: twelve do not',
    text: prefix("‹'10.0.0.0/28'›") + inside() + blob('one') + blob('two'),
    severity: 'error',
    message: /one for each of 2 other private endpoints/,
  },
  {
    name: 'counts two Backup endpoints',
    text: prefix("‹'10.0.0.0/28'›") + inside() + inside('second'),
    severity: 'error',
    message: /each of the 2 private endpoints/,
  },
  {
    name: 'is silent for a subnet of other endpoints',
    text: prefix("'10.0.0.0/29'") + blob('one'),
  },
  {
    name: 'is silent for Site Recovery alone',
    text: prefix("'10.0.0.0/28'") + endpoint({ extra: inSubnet, groupIds: "['AzureSiteRecovery']" }),
  },
  {
    name: 'counts the turns of a loop',
    text:
      prefix("‹'10.0.0.0/27'›") +
      inside()
        .replace('= {', '= [for i in range(0, 3): {')
        .replace("'endpoint-1'", "'pe-${i}'")
        .replace(/\}\s*$/, '}]\n'),
    severity: 'error',
    message: /but 30 are needed/,
  },
  {
    name: 'counts a loop of unknown length as one endpoint',
    text:
      `param names array\n${prefix("‹'10.0.0.0/27'›")}` +
      inside()
        .replace('= {', '= [for name in names: {')
        .replace("'endpoint-1'", 'name')
        .replace(/\}\s*$/, '}]\n'),
    severity: 'warning',
  },
  {
    name: 'does not count an endpoint that may not be there',
    text: `param make bool\n${prefix("‹'10.0.0.0/28'›")}${inside()}` + inside('second').replace('= {', '= if (make) {'),
    severity: 'warning',
  },
  {
    name: 'counts endpoints under one condition together',
    text:
      `param make bool\n${prefix("‹'10.0.0.0/28'›")}${inside().replace('= {', '= if (make) {')}` +
      inside('second').replace('= {', '= if (make) {'),
    severity: 'error',
  },
  {
    name: 'does not count endpoints that exclude each other',
    text:
      `param make bool\n${prefix("‹'10.0.0.0/28'›")}${inside().replace('= {', '= if (make) {')}` +
      inside('second').replace('= {', '= if (!make) {'),
    severity: 'warning',
  },
  {
    name: 'takes the five off each prefix',
    text: vault() + network("addressPrefixes: [‹'10.0.0.0/29'›, '10.0.1.0/29', '10.0.2.0/29']") + inside(),
    severity: 'error',
    message: /leaves 9 addresses/,
  },
  {
    name: 'adds prefixes up: two /26 are as large as a /25',
    text: vault() + network("addressPrefixes: ['10.0.0.0/26', '10.0.1.0/26']") + inside(),
  },
  {
    name: 'leaves IPv6 prefixes out',
    text: vault() + network("addressPrefixes: ['fd00::/64', ‹'10.0.0.0/29'›]") + inside(),
    severity: 'error',
  },
  { name: 'is silent for an unknown prefix', text: `param p string\n${prefix('p')}${inside()}` },
  {
    name: 'is silent where one of several prefixes is unknown',
    text: `param p string\n${vault()}${network("addressPrefixes: ['10.0.0.0/29', p]")}${inside()}`,
  },
  { name: 'is silent for a prefix that is none', text: prefix("'10.0.0.0'") + inside() },
  {
    name: 'is silent for a prefix from a pool',
    text:
      vault() +
      network("addressPrefix: '10.0.0.0/29', ipamPoolPrefixAllocations: [{ numberOfIpAddresses: '128' }]") +
      inside(),
  },
  ...['IPv6', 'DualStack'].map((version) => ({
    name: `is silent for ${version}`,
    text: prefix("'10.0.0.0/29'") + inside('endpoint', `ipVersionType: '${version}'`),
  })),
  {
    name: 'is silent for an unknown IP version',
    text: `param version string\n${prefix("'10.0.0.0/29'")}${inside('endpoint', 'ipVersionType: version')}`,
  },
  {
    name: 'speaks of IPv4 by name',
    text: prefix("‹'10.0.0.0/29'›") + inside('endpoint', "ipVersionType: 'ipv4'"),
  },
  {
    name: 'is silent for a subnet that is not declared',
    text: `param subnetId string\n${prefix("'10.0.0.0/29'")}${endpoint({ extra: 'subnet: { id: subnetId }' })}`,
  },
  {
    name: 'says that the prefix is a default',
    text: `param p string = ‹'10.0.0.0/29'›\n${prefix('p')}${inside()}`,
    message: /the default value of 'p'/,
  },
  {
    name: 'speaks at the prefix that a parameter file gives',
    files: {
      'main.bicep': `param p string\n${prefix('p')}${inside()}`,
      'main.bicepparam': "using 'main.bicep'\nparam p = ‹'10.0.0.0/29'›\n",
    },
  },
  {
    name: 'speaks of a computed prefix at the call',
    text: prefix("‹cidrSubnet('10.0.0.0/16', 29, 0)›") + inside(),
  },
  {
    name: 'is silent where two declarations of a subnet differ',
    text:
      prefix("'10.0.0.0/29'") +
      "resource again 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {\n  parent: net\n  name: 'a'\n  properties: { addressPrefix: '10.0.0.0/24' }\n}\n" +
      inside(),
  },
  {
    name: 'finds a subnet of its own',
    text:
      vault() +
      "resource net 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {\n  name: 'net'\n}\n" +
      "resource a 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {\n  parent: net\n  name: 'a'\n  properties: { addressPrefix: ‹'10.0.0.0/29'› }\n}\n" +
      endpoint({ extra: 'subnet: { id: a.id }' }),
  },
  {
    name: 'follows a run-time list of subnets',
    text: prefix("‹'10.0.0.0/29'›") + endpoint({ extra: 'subnet: { id: net.properties.subnets[0].id }' }),
  },
  {
    name: 'does not count off a list that is not known in full',
    text: `param more array
${vault()}
resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  properties: { subnets: concat(more, [ { name: 'a', properties: { addressPrefix: '10.0.0.0/29' } } ]) }
}
${endpoint({ extra: 'subnet: { id: net.properties.subnets[0].id }' })}`,
  },
  {
    name: 'follows the output of a local module',
    files: {
      'main.bicep': `module net 'net.bicep' = {
  params: { p: ‹'10.0.0.0/29'› }
}
${vault()}${endpoint({ extra: 'subnet: { id: net.outputs.subnetId }' })}`,
      'net.bicep': `param p string\n${network('addressPrefix: p')}\noutput subnetId string = net.properties.subnets[0].id`,
    },
  },
  {
    name: 'counts the endpoints of modules',
    files: {
      'main.bicep': `${prefix("‹'10.0.0.0/27'›")}
module endpoints 'endpoint.bicep' = [for i in range(0, 3): {
  params: { name: 'pe-\${i}', vaultId: vault.id, subnetId: '\${net.id}/subnets/a' }
}]`,
      'endpoint.bicep': `param name string\nparam vaultId string\nparam subnetId string\n${endpoint({
        target: 'vaultId',
        extra: 'subnet: { id: subnetId }',
      }).replace("'pe-1'", 'name')}`,
    },
    severity: 'error',
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armVault(),
      armNetwork('‹"10.0.0.0/29"›'),
      armEndpoint(undefined, `"subnet": { "id": "${armId}" },`),
    ]),
  },
  {
    name: 'follows reference() in ARM JSON',
    text: armTemplate([
      armVault(),
      armNetwork('‹"10.0.0.0/29"›'),
      armEndpoint(
        undefined,
        `"subnet": { "id": "[reference(resourceId('Microsoft.Network/virtualNetworks', 'net')).subnets[0].id]" },`,
      ),
    ]),
  },
]);
