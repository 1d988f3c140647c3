import { dnsProxyOff } from '../../../server/src/rules/pe305-dns-proxy-off';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { policy } from '../../support/firewall-parts';
import { testRule } from '../../support/rule-cases';

const hub = `
resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub'
  location: 'northeurope'
  properties: { subnets: [ { name: 'AzureFirewallSubnet', properties: { addressPrefix: '10.0.0.0/26' } } ] }
}
`;

const firewall = (properties: string, name = "'afw'"): string => `
resource firewall 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: ${name}
  location: 'northeurope'
  properties: {
    ipConfigurations: [ { name: 'c', properties: { subnet: { id: hub.properties.subnets[0].id } } } ]
    ${properties}
  }
}
`;

const address = 'firewall.properties.ipConfigurations[0].properties.privateIPAddress';

/** The endpoint in a network with DNS servers. */
const spoke = (servers: string): string => `${vault()}
resource spoke 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'spoke'
  location: 'northeurope'
  properties: {
    dhcpOptions: { dnsServers: ${servers} }
    subnets: [ { name: 'a', properties: { addressPrefix: '10.1.0.0/24' } } ]
  }
}
${endpoint({ extra: "subnet: { id: '${spoke.id}/subnets/a' }" })}`;

const withPolicy = (
  properties: string,
  servers = `[${address}]`,
  beside = 'firewallPolicy: { id: policy.id }',
): string => hub + policy(properties) + firewall(beside) + spoke(servers);
const classic = (properties: string): string => hub + firewall(properties) + spoke(`[${address}]`);

const on = 'dnsSettings: { enableProxy: true }';
const off = 'dnsSettings: { enableProxy: ‹false› }';
const atPolicy = (text: string): string => text.replace("'afwp'", "‹'afwp'›");

testRule(dnsProxyOff, [
  { name: 'is silent for a proxy that is on', text: withPolicy(on) },
  { name: 'speaks at the value and turns it on', text: withPolicy(off), fixed: withPolicy(on) },
  {
    name: 'speaks of absent settings at the policy’s name, and adds them',
    text: atPolicy(withPolicy("sku: { tier: 'Standard' }")),
    fixed: withPolicy("sku: { tier: 'Standard' }, dnsSettings: { enableProxy: true }"),
    message: /off by default/,
  },
  {
    name: 'speaks of settings without the proxy, and adds it',
    text: atPolicy(withPolicy("dnsSettings: { servers: ['10.0.0.9'] }")),
    fixed: withPolicy("dnsSettings: { servers: ['10.0.0.9'], enableProxy: true }"),
  },
  {
    name: 'speaks of a classic firewall without the setting, and adds it as a text',
    text: hub + firewall('', "‹'afw'›") + spoke(`[${address}]`),
    fixed:
      hub +
      firewall('', "'afw'").replace(
        'id } } } ]\n',
        "id } } } ]\n    additionalProperties: {\n      'Network.DNS.EnableProxy': 'true'\n    }\n",
      ) +
      spoke(`[${address}]`),
  },
  {
    name: 'reads the text of a classic firewall without case',
    text: classic("additionalProperties: { 'Network.DNS.EnableProxy': ‹'False'› }"),
    fixed: classic("additionalProperties: { 'Network.DNS.EnableProxy': 'true' }"),
  },
  ...["'True'", "'true'", 'string(true)'].map((value) => ({
    name: `is silent for a classic firewall with ${value}`,
    text: classic(`additionalProperties: { 'Network.DNS.EnableProxy': ${value} }`),
  })),
  {
    name: 'has no fix in the tier Basic',
    text: atPolicy(withPolicy("sku: { tier: 'Basic' }")),
    unfixable: true,
    message: /Basic has none/,
  },
  {
    name: 'is silent where a base policy may turn it on',
    text: `param base string\n${withPolicy('basePolicy: { id: base }')}`,
  },
  {
    name: 'is silent for an unknown value',
    text: `param proxy bool\n${withPolicy('dnsSettings: { enableProxy: proxy }')}`,
  },
  { name: 'is silent for unknown settings', text: `param dns object\n${withPolicy('dnsSettings: dns')}` },
  {
    name: 'speaks at a parameter’s default, and leaves it',
    text: `param proxy bool = ‹false›\n${withPolicy('dnsSettings: { enableProxy: proxy }')}`,
    unfixable: true,
  },
  {
    name: 'is silent for a policy that is not declared',
    text: `param policyId string\n${withPolicy('', undefined, 'firewallPolicy: { id: policyId }')}`,
  },
  {
    name: 'is silent for an existing policy',
    text:
      hub +
      "resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' existing = {\n  name: 'afwp'\n}\n" +
      firewall('firewallPolicy: { id: policy.id }') +
      spoke(`[${address}]`),
  },
  {
    name: 'is silent for an existing firewall',
    text: `resource firewall 'Microsoft.Network/azureFirewalls@2024-05-01' existing = {\n  name: 'afw'\n}\n${spoke(`[${address}]`)}`,
  },
  { name: 'knows a literal address by the firewall’s subnet', text: withPolicy(off, "['10.0.0.4']") },
  { name: 'is silent for other servers', text: withPolicy('dnsSettings: { enableProxy: false }', "['10.0.1.4']") },
  { name: 'is silent for Azure’s own DNS', text: withPolicy('dnsSettings: { enableProxy: false }', '[]') },
  {
    name: 'is silent for unknown servers',
    text: `param servers array\n${withPolicy('dnsSettings: { enableProxy: false }', 'servers')}`,
  },
  {
    name: 'is silent for a network without an endpoint for Azure Backup',
    text: withPolicy('dnsSettings: { enableProxy: false }').replace("'AzureBackup'", "'AzureSiteRecovery'"),
  },
  {
    name: 'speaks where a condition decides on the servers',
    text: `param own bool\n${withPolicy(off, `own ? [${address}] : []`)}`,
  },
  {
    name: 'meets a firewall in a local module',
    files: {
      'main.bicep': `${hub}
module wall 'wall.bicep' = {
  params: { subnetId: hub.properties.subnets[0].id, proxy: ‹false› }
}
${spoke('[wall.outputs.address]')}`,
      'wall.bicep': `param subnetId string\nparam proxy bool\n${policy('dnsSettings: { enableProxy: proxy }')}${firewall(
        'firewallPolicy: { id: policy.id }',
      ).replace('hub.properties.subnets[0].id', 'subnetId')}\noutput address string = ${address}\n`,
    },
  },
  {
    name: 'speaks in ARM JSON, of a secured hub’s firewall too',
    text: armTemplate([
      armVault(),
      '{ "type": "Microsoft.Network/azureFirewalls", "apiVersion": "2024-05-01", "name": ‹"afw"›, "location": "northeurope", "properties": {} }',
      `{ "type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01", "name": "net", "location": "northeurope", "properties": {
        "dhcpOptions": { "dnsServers": [ "[reference(resourceId('Microsoft.Network/azureFirewalls', 'afw')).hubIPAddresses.privateIPAddress]" ] } } }`,
      armEndpoint(
        undefined,
        `"subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'net', 'a')]" },`,
      ),
    ]),
    fixed: armTemplate([
      armVault(),
      '{ "type": "Microsoft.Network/azureFirewalls", "apiVersion": "2024-05-01", "name": "afw", "location": "northeurope", "properties": { "additionalProperties": { "Network.DNS.EnableProxy": "true" } } }',
      `{ "type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01", "name": "net", "location": "northeurope", "properties": {
        "dhcpOptions": { "dnsServers": [ "[reference(resourceId('Microsoft.Network/azureFirewalls', 'afw')).hubIPAddresses.privateIPAddress]" ] } } }`,
      armEndpoint(
        undefined,
        `"subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'net', 'a')]" },`,
      ),
    ]),
  },
]);
