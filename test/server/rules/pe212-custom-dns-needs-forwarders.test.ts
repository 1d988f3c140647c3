import { customDnsNeedsForwarders } from '../../../server/src/rules/pe212-custom-dns-needs-forwarders';
import { armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const network = (dhcp: string, more = ''): string => `
resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'northeurope'
  properties: {
    ${dhcp}
    subnets: [
      { name: 'endpoints', properties: { addressPrefix: '10.0.1.0/25' } }
      ${more}
    ]
  }
}
`;
const inNetwork = (options: Parameters<typeof endpoint>[0] = {}): string =>
  endpoint({ extra: 'subnet: { id: network.properties.subnets[0].id }', ...options });
const withServers = (servers: string, more = ''): string =>
  vault() + inNetwork() + network(`dhcpOptions: { dnsServers: ${servers} }`, more);
const found = (servers: string, more = ''): string =>
  withServers(servers, more).replace('dnsServers:', '‹dnsServers›:');

const firewall = (subnet: string): string => `
resource firewall 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'afw'
  location: 'northeurope'
  properties: { ipConfigurations: [{ name: 'c', properties: { subnet: { id: ${subnet} } } }] }
}
`;
const firewallSubnet = "{ name: 'AzureFirewallSubnet', properties: { addressPrefix: '10.0.2.0/26' } }";
const nic = `
resource nic 'Microsoft.Network/networkInterfaces@2024-05-01' = {
  name: 'dns-nic'
  location: 'northeurope'
  properties: { ipConfigurations: [{ name: 'c', properties: {} }] }
}
`;

testRule(customDnsNeedsForwarders, [
  {
    name: 'names the four zones for servers of one’s own',
    text: found("['10.0.0.4', '10.0.0.5']"),
    severity: 'info',
    unfixable: true,
    message:
      /'vnet' .*\(10\.0\.0\.4, 10\.0\.0\.5\).*'privatelink\.ne\.backup\.windowsazure\.com', 'blob\.core\.windows\.net', 'queue\.core\.windows\.net' and 'storage\.azure\.net' to 168\.63\.129\.16/,
  },
  {
    name: 'has the names of the vault’s cloud',
    text: found("['10.0.0.4']").replaceAll("'northeurope'", "'usgovvirginia'"),
    message: /backup\.windowsazure\.us', 'blob\.core\.usgovcloudapi\.net' and 'queue\.core\.usgovcloudapi\.net' to/,
  },
  {
    name: 'leaves the code open where the region is not known',
    text: `param region string\n${found("['10.0.0.4']").replaceAll("'northeurope'", 'region')}`,
    message: /'privatelink\.<geo>\.backup\.windowsazure\.com', /,
  },
  {
    name: 'says that the code is only a default’s',
    text: `param region string = 'northeurope'\n${found("['10.0.0.4']").replaceAll("location: 'northeurope'", 'location: region')}`,
    message: /'storage\.azure\.net' \(for the default value of 'region'\) to/,
  },
  {
    name: 'names the codes of all vaults once, and the network once',
    text: `${found("['10.0.0.4']")}${vault(undefined, "'westeurope'").replace('resource vault', 'resource second').replace('rsv-1', 'rsv-2')}${inNetwork({ symbol: 'other', target: 'second.id' })}`,
    message:
      /'privatelink\.ne\.backup\.windowsazure\.com', 'privatelink\.we\.backup\.windowsazure\.com', 'blob\.core\.windows\.net', 'queue/,
  },
  {
    name: 'leaves the code of a secondary endpoint open',
    text: found("['10.0.0.4']").replace("'AzureBackup'", "'AzureBackup_Secondary'"),
    message: /privatelink\.<geo>\.backup/,
  },
  {
    name: 'takes the address of a network interface',
    text: nic + found('[nic.properties.ipConfigurations[0].properties.privateIPAddress]'),
    message: /the address of the network interface 'dns-nic'/,
  },
  { name: 'speaks where a condition decides', text: `param own bool\n${found("own ? ['10.0.0.4'] : []")}` },
  {
    name: 'speaks of a default, and says so',
    text: `param servers array = ['10.0.0.4']\n${found('servers')}`,
    message: /\(10\.0\.0\.4, the default value of 'servers'\)/,
  },
  { name: 'is silent for Azure’s own DNS', text: withServers("['168.63.129.16']") },
  { name: 'is silent where Azure’s own DNS is one of them', text: withServers("['10.0.0.4', '168.63.129.16']") },
  {
    name: 'is silent for no servers',
    files: {
      'one.bicep': withServers('[]'),
      'two.bicep': vault() + inNetwork() + network(''),
      'three.bicep': withServers('null'),
    },
  },
  {
    name: 'is silent for servers that are not known',
    files: {
      'one.bicep': `param servers array\n${withServers('servers')}`,
      'two.bicep': `param server string\n${withServers("['10.0.0.4', server]")}`,
      'three.bicep': `param dhcp object\n${vault()}${inNetwork()}${network('dhcpOptions: dhcp')}`,
      'four.bicep': `param servers array = []\n${withServers('servers')}`,
    },
  },
  { name: 'is silent for what is no address', text: withServers("['dns.contoso.com']") },
  {
    name: 'is silent beside a resolver’s inbound endpoint',
    text: `${withServers("['10.0.3.4']")}
resource resolver 'Microsoft.Network/dnsResolvers@2022-07-01' = {
  name: 'resolver'
  location: 'northeurope'
  properties: { virtualNetwork: { id: network.id } }
  resource inbound 'inboundEndpoints' = {
    name: 'in'
    location: 'northeurope'
    properties: { ipConfigurations: [{ subnet: { id: network.properties.subnets[0].id } }] }
  }
}
`,
  },
  {
    name: 'is silent for an address in a subnet of resolvers',
    text: withServers(
      "['10.0.3.4']",
      "{ name: 'in', properties: { addressPrefix: '10.0.3.0/28', delegations: [{ name: 'd', properties: { serviceName: 'Microsoft.Network/dnsResolvers' } }] } }",
    ),
  },
  {
    name: 'is silent for a firewall, whether its proxy is on or not',
    text: withServers("['10.0.2.4']", firewallSubnet) + firewall('network.properties.subnets[1].id'),
  },
  {
    name: 'is silent for a firewall by its property',
    text: withServers('[firewall.properties.ipConfigurations[0].properties.privateIPAddress]') + firewall("'x'"),
  },
  {
    name: 'is silent beside a firewall that stands in a subnet that is not known',
    text: `param subnetId string\n${withServers("['10.9.0.4']")}${firewall('subnetId')}`,
  },
  {
    name: 'is silent beside a firewall that exists already',
    text: `${withServers("['10.9.0.4']")}\nresource old 'Microsoft.Network/azureFirewalls@2024-05-01' existing = {\n  name: 'afw'\n}\n`,
  },
  {
    name: 'is silent for an address in a subnet of firewalls that come from elsewhere',
    text: withServers("['10.0.2.4']", firewallSubnet),
  },
  {
    name: 'speaks where a firewall stands elsewhere',
    text: found("['10.0.0.4']", firewallSubnet) + firewall('network.properties.subnets[1].id'),
  },
  {
    name: 'is silent for the firewall of a hub in another deployment',
    files: {
      'main.bicep': withServers("['10.50.0.4']"),
      'hub.bicep': `resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub'
  location: 'northeurope'
  properties: { subnets: [{ name: 'AzureFirewallSubnet', properties: { addressPrefix: '10.50.0.0/26' } }] }
}
`,
    },
  },
  ...(['custom', 'hosts', 'forwarder'] as const).map((dns) => ({
    name: `is silent where the configuration says ${dns}`,
    text: withServers("['10.0.0.4']"),
    options: { settings: { dns } },
  })),
  {
    name: 'speaks where the configuration says private-zones',
    text: found("['10.0.0.4']"),
    options: { settings: { dns: 'private-zones' } },
  },
  {
    name: 'is silent for other endpoints',
    text: withServers("['10.0.0.4']").replace("'AzureBackup'", "'AzureSiteRecovery'"),
  },
  {
    name: 'is silent for a network that exists already',
    text: `${vault()}${inNetwork({ extra: "subnet: { id: '${network.id}/subnets/a' }" })}\nresource network 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {\n  name: 'vnet'\n}\n`,
  },
  {
    name: 'is silent where network and endpoint are never there together',
    text: `param own bool\n${withServers("['10.0.0.4']").replace("virtualNetworks@2024-05-01' = {", "virtualNetworks@2024-05-01' = if (own) {").replace("privateEndpoints@2024-05-01' = {", "privateEndpoints@2024-05-01' = if (!own) {")}`,
  },
  {
    name: 'is silent where a module cannot be read',
    text: `${withServers("['10.0.0.4']")}\nmodule hub 'br/contoso:hub:1.0.0' = { name: 'hub' }\n`,
  },
  {
    name: 'speaks of endpoints in a loop once',
    text: found("['10.0.0.4']")
      .replace("privateEndpoints@2024-05-01' = {", "privateEndpoints@2024-05-01' = [for i in range(0, 2): {")
      .replace("name: 'pe-1'", "name: 'pe-${i}'")
      .replace(/\n {2}\n\}\n/, '\n}]\n'),
  },
  {
    name: 'speaks inside a local module of servers that are given to it',
    files: {
      'main.bicep': `${vault()}
module net 'net.bicep' = { name: 'net', params: { servers: ['10.0.0.4'] } }
${inNetwork({ extra: 'subnet: { id: net.outputs.subnetId }' })}`,
      'net.bicep': `param servers array
${network('dhcpOptions: { ‹dnsServers›: servers }')}
output subnetId string = network.properties.subnets[0].id
`,
    },
  },
  {
    name: 'reads a parameters file',
    files: {
      'main.bicepparam': "using 'main.bicep'\nparam servers = ['10.0.0.4']\n",
      'main.bicep': `param servers array\n${found('servers')}`,
    },
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armVault(),
      `{ "type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01", "name": "vnet", "location": "northeurope", "properties": { "dhcpOptions": { ‹"dnsServers"›: [ "10.0.0.4" ] }, "subnets": [ { "name": "pe", "properties": { "addressPrefix": "10.0.1.0/25" } } ] } }`,
      `{ "type": "Microsoft.Network/privateEndpoints", "apiVersion": "2024-05-01", "name": "pe-1", "location": "northeurope",
      "properties": { "subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'pe')]" }, "manualPrivateLinkServiceConnections": [
        { "name": "backup", "properties": { "privateLinkServiceId": "[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-1')]", "groupIds": ["AzureBackup"] } } ] } }`,
    ]),
  },
]);
