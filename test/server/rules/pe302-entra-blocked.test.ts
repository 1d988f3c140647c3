import { entraBlocked } from '../../../server/src/rules/pe302-entra-blocked';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

/** A security rule; `changes` come last and win over nothing: each property is written once. */
const rule = (name: string, changes: Readonly<Record<string, string | undefined>> = {}): string => {
  const properties: Record<string, string | undefined> = {
    priority: '4000',
    direction: "'Outbound'",
    access: "'Deny'",
    protocol: "'*'",
    sourceAddressPrefix: "'*'",
    sourcePortRange: "'*'",
    destinationAddressPrefix: "'Internet'",
    destinationPortRange: "'*'",
    ...changes,
  };
  const written = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `{ name: ${name}, properties: { ${written.join(', ')} } }`;
};

const allow = (destination: string, changes: Readonly<Record<string, string | undefined>> = {}): string =>
  rule("'allow'", {
    priority: '200',
    access: "'Allow'",
    protocol: "'Tcp'",
    destinationAddressPrefix: `'${destination}'`,
    destinationPortRange: "'443'",
    ...changes,
  });

const group = (rules: readonly string[]): string => `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'northeurope'
  properties: {
    securityRules: [
      ${rules.join('\n      ')}
    ]
  }
}
`;

const network = (name = 'machines', extra = ''): string => `
resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  location: 'northeurope'
  properties: {
    subnets: [
      { name: '${name}', properties: { addressPrefix: '10.0.0.0/24', networkSecurityGroup: { id: nsg.id }${extra} } }
      { name: 'private-endpoints', properties: { addressPrefix: '10.0.1.0/24' } }
    ]
  }
}
`;

const inSubnet = (name: string): string =>
  vault() + endpoint({ extra: `subnet: { id: '\${net.id}/subnets/${name}' }` });
const card = (subnet: string): string => `
resource card 'Microsoft.Network/networkInterfaces@2024-05-01' = {
  name: 'nic'
  location: 'northeurope'
  properties: { ipConfigurations: [ { name: 'a', properties: { subnet: { id: '\${net.id}/subnets/${subnet}' } } } ] }
}
`;

const around = (...rules: readonly string[]): string => group(rules) + network() + inSubnet('private-endpoints');
const denied = rule("‹'deny'›");
const silent = rule("'deny'");

testRule(entraBlocked, [
  { name: 'speaks of a subnet beside that of the endpoint', text: around(denied), message: /priority below 4000/ },
  {
    name: 'speaks of a subnet that holds machines and the endpoint',
    text: group([denied]) + network() + inSubnet('machines') + card('machines'),
  },
  { name: 'is silent for a subnet of endpoints alone', text: group([silent]) + network() + inSubnet('machines') },
  ...['AzureBastionSubnet', 'GatewaySubnet', 'snet-pe-prod', 'privatelink'].map((name) => ({
    name: `is silent for an empty subnet called ${name}`,
    text: group([silent]) + network(name) + inSubnet('private-endpoints'),
  })),
  {
    name: 'speaks of machines in a subnet whatever its name',
    text: group([denied]) + network('snet-pe-prod') + card('snet-pe-prod') + inSubnet('private-endpoints'),
  },
  {
    name: 'is silent for a subnet that is delegated to a service',
    text:
      group([silent]) +
      network('apps', ", delegations: [{ name: 'd', properties: { serviceName: 'Microsoft.Web/serverFarms' } }]") +
      inSubnet('private-endpoints'),
  },
  ...['*', '0.0.0.0/0', 'AzureCloud', 'azureactivedirectory'].map((destination) => ({
    name: `knows that a rule against ${destination} denies it`,
    text: around(rule("‹'deny'›", { destinationAddressPrefix: `'${destination}'` })),
  })),
  ...['Storage', 'VirtualNetwork', '10.0.0.0/8', 'AzureCloud.northeurope'].map((destination) => ({
    name: `is silent for a rule against ${destination}`,
    text: around(rule("'deny'", { destinationAddressPrefix: `'${destination}'` })),
  })),
  ...['*', 'Internet', 'AzureCloud', 'AzureActiveDirectory', 'azureactivedirectory'].map((destination) => ({
    name: `is silent where an earlier rule allows ${destination}`,
    text: around(allow(destination), silent),
  })),
  {
    name: 'is silent where earlier rules allow both ranges',
    text: around(
      allow('x', {
        destinationAddressPrefix: undefined,
        destinationAddressPrefixes: "['20.190.128.0/18', '40.126.0.0/18']",
      }),
      silent,
    ),
  },
  {
    name: 'speaks where one range lacks',
    text: around(allow('20.190.128.0/18'), denied),
  },
  { name: 'speaks where only something else is allowed', text: around(allow('AzureBackup'), allow('Storage'), denied) },
  {
    name: 'speaks where the rule that allows comes later',
    text: around(allow('AzureActiveDirectory', { priority: '4001' }), denied),
  },
  {
    name: 'speaks where another port is allowed',
    text: around(allow('AzureActiveDirectory', { destinationPortRange: "'80'" }), denied),
  },
  {
    name: 'speaks where the rule that allows is for inbound traffic',
    text: around(allow('AzureActiveDirectory', { direction: "'Inbound'" }), denied),
  },
  { name: 'is silent for inbound traffic', text: around(rule("'deny'", { direction: "'Inbound'" })) },
  { name: 'is silent for UDP', text: around(rule("'deny'", { protocol: "'Udp'" })) },
  { name: 'is silent for another port', text: around(rule("'deny'", { destinationPortRange: "'80'" })) },
  {
    name: 'finds 443 in lists and ranges of ports',
    text: around(rule("‹'deny'›", { destinationPortRange: undefined, destinationPortRanges: "['80', '400-500']" })),
  },
  { name: 'is silent for some source ports', text: around(rule("'deny'", { sourcePortRange: "'1000'" })) },
  {
    name: 'is silent for a part of the subnet',
    text: around(rule("'deny'", { sourceAddressPrefix: "'10.0.0.0/25'" })),
  },
  ...['VirtualNetwork', '10.0.0.0/16', '10.0.0.0/24'].map((source) => ({
    name: `knows that ${source} is the whole subnet`,
    text: around(rule("‹'deny'›", { sourceAddressPrefix: `'${source}'` })),
  })),
  {
    name: 'is silent for some machines by their group',
    text: around(
      rule("'deny'", {
        sourceAddressPrefix: undefined,
        sourceApplicationSecurityGroups: "[{ id: '/subscriptions/s/asg' }]",
      }),
    ),
  },
  {
    name: 'is silent for unknown values',
    text: `param p string\nparam n int\n${around(
      rule("'a'", { access: 'p' }),
      rule("'b'", { direction: 'p' }),
      rule("'c'", { destinationAddressPrefix: 'p' }),
      rule("'d'", { destinationPortRange: 'p' }),
    )}`,
  },
  {
    name: 'is silent where an unknown rule may allow',
    text: `param p string\n${around(allow('x', { destinationAddressPrefix: 'p' }), silent)}`,
  },
  {
    name: 'is silent where a condition decides on the destination',
    text: `param open bool\n${around(rule("'deny'", { destinationAddressPrefix: "open ? 'Storage' : 'Internet'" }))}`,
  },
  {
    name: 'is silent for rules that are not known in full',
    text: `param rules array\n${around(silent).replace(/securityRules: (\[[^]*?\n {4}\])/, 'securityRules: concat(rules, $1)')}`,
  },
  {
    name: 'is silent where a rule of its own allows it under a condition',
    text: `param open bool\n${around(silent)}
resource allowed 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = if (open) {
  parent: nsg
  name: 'allow'
  properties: {
    priority: 100
    direction: 'Outbound'
    access: 'Allow'
    protocol: '*'
    destinationAddressPrefix: 'AzureActiveDirectory'
    destinationPortRange: '443'
  }
}
`,
  },
  {
    name: 'speaks of a rule of its own, at its name',
    text: `${around()}
resource denied 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg
  name: ‹'deny'›
  properties: {
    priority: 100
    direction: 'Outbound'
    access: 'Deny'
    protocol: '*'
    sourceAddressPrefix: '*'
    destinationAddressPrefix: 'Internet'
    destinationPortRange: '*'
  }
}
`,
  },
  {
    name: 'is silent for an existing group',
    text:
      "resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {\n  name: 'nsg'\n}\n" +
      network() +
      inSubnet('private-endpoints'),
  },
  {
    name: 'is silent beside a module that cannot be read',
    text: `module more 'br:example.azurecr.io/rules:1.0' = {\n  name: 'more'\n}\n${around(silent)}`,
  },
  {
    name: 'is silent for a network without an endpoint for Azure Backup',
    text: around(silent).replace("'AzureBackup'", "'AzureSiteRecovery'"),
  },
  {
    name: 'speaks at the name that a local module is given',
    files: {
      'main.bicep': `module guard 'nsg.bicep' = {
  params: { ruleName: ‹'deny'› }
}
${(network() + inSubnet('private-endpoints')).replace('nsg.id', 'guard.outputs.id')}`,
      'nsg.bicep': `param ruleName string\n${group([rule('ruleName')])}\noutput id string = nsg.id\n`,
    },
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armVault(),
      `{ "type": "Microsoft.Network/networkSecurityGroups", "apiVersion": "2024-05-01", "name": "nsg", "location": "northeurope",
        "properties": { "securityRules": [ { "name": ‹"deny"›, "properties": { "priority": 4000, "direction": "Outbound", "access": "Deny",
          "protocol": "Tcp", "sourceAddressPrefix": "*", "sourcePortRange": "*", "destinationAddressPrefix": "*", "destinationPortRange": "443" } } ] } }`,
      `{ "type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01", "name": "net", "location": "northeurope", "properties": { "subnets": [
        { "name": "machines", "properties": { "addressPrefix": "10.0.0.0/24",
          "networkSecurityGroup": { "id": "[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')]" } } },
        { "name": "private-endpoints", "properties": { "addressPrefix": "10.0.1.0/24" } } ] } }`,
      armEndpoint(
        undefined,
        `"subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'net', 'private-endpoints')]" },`,
      ),
    ]),
  },
]);
