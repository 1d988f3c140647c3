import { zoneNotLinked } from '../../../server/src/rules/pe207-zone-not-linked';
import { armTemplate, armVault, armZone, armZoneGroup } from '../../support/arm-parts';
import { endpoint, vault, zone, zoneGroup } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const network = (more = '', symbol = 'network'): string => `
resource ${symbol} 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${symbol}'
  location: 'northeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    ${more}
    subnets: [{ name: 'endpoints', properties: { addressPrefix: '10.0.1.0/25' } }]
  }
}
`;
const link = (target = 'network.id'): string => `
resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: backupZone
  name: 'link'
  location: 'global'
  properties: { registrationEnabled: false, virtualNetwork: { id: ${target} } }
}
`;
const inSubnet = (subnet = 'network.properties.subnets[0].id'): string =>
  vault() + endpoint({ extra: `subnet: { id: ${subnet} }` });
const name = "'privatelink.ne.backup.windowsazure.com'";
const bound = zone('backupZone', name) + zoneGroup('backupZone.id');
const found = zone('backupZone', `‹${name}›`) + zoneGroup('backupZone.id');
const right = inSubnet() + network() + bound;
const wrong = inSubnet() + network() + found;

const armParts = (zoneName: string): readonly string[] => [
  armVault(),
  `{ "type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01", "name": "vnet", "location": "northeurope", "properties": { "subnets": [ { "name": "pe", "properties": { "addressPrefix": "10.0.1.0/25" } } ] } }`,
  `{ "type": "Microsoft.Network/privateEndpoints", "apiVersion": "2024-05-01", "name": "pe-1", "location": "northeurope",
      "properties": { "subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'pe')]" }, "privateLinkServiceConnections": [
        { "name": "backup", "properties": { "privateLinkServiceId": "[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-1')]", "groupIds": ["AzureBackup"] } } ] } }`,
  armZone(zoneName),
  armZoneGroup(`"[resourceId('Microsoft.Network/privateDnsZones', 'privatelink.ne.backup.windowsazure.com')]"`),
];
const armLink = (vnet: string): string =>
  `{ "type": "Microsoft.Network/privateDnsZones/virtualNetworkLinks", "apiVersion": "2024-06-01", "name": "privatelink.ne.backup.windowsazure.com/link", "location": "global", "properties": { "registrationEnabled": false, "virtualNetwork": { "id": "[resourceId('Microsoft.Network/virtualNetworks', '${vnet}')]" } } }`;

testRule(zoneNotLinked, [
  { name: 'is silent for a linked zone', text: right + link() },
  { name: 'speaks at the name of a zone without a link', text: wrong, message: /'vnet-network'/ },
  {
    name: 'speaks where the zone is linked to another network alone',
    text: wrong + network('', 'other') + link('other.id'),
  },
  {
    name: 'speaks for a subnet that is named by its ID',
    text:
      inSubnet("resourceId('Microsoft.Network/virtualNetworks/subnets', network.name, 'endpoints')") +
      network() +
      found,
  },
  {
    name: 'meets a network named by its ID',
    text: right + link("resourceId('Microsoft.Network/virtualNetworks', 'vnet-network')"),
  },
  { name: 'is silent for a link to a network that is not known', text: `param hubId string\n${right}${link('hubId')}` },
  { name: 'is silent for a subnet that is not known', text: `param subnetId string\n${inSubnet('subnetId')}${bound}` },
  {
    name: 'is silent for an existing network',
    text: `${inSubnet("'${network.id}/subnets/endpoints'")}${bound}
resource network 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet-network'
}
`,
  },
  {
    name: 'is silent for an existing zone',
    text: `${inSubnet()}${network()}${zoneGroup('backupZone.id')}
resource backupZone 'Microsoft.Network/privateDnsZones@2024-06-01' existing = {
  name: ${name}
}
`,
  },
  { name: 'is silent for a zone that nothing binds', text: inSubnet() + network() + zone('backupZone', name) },
  {
    name: 'is silent for own DNS servers',
    text: inSubnet() + network("dhcpOptions: { dnsServers: ['10.0.0.4'] }") + bound,
  },
  {
    name: 'is silent for DNS servers that are not known',
    text: `param servers array\n${inSubnet()}${network('dhcpOptions: { dnsServers: servers }')}${bound}`,
  },
  {
    name: 'is silent for DNS servers that callers may give',
    text: `param servers array = []\n${inSubnet()}${network('dhcpOptions: { dnsServers: servers }')}${bound}`,
  },
  {
    name: 'speaks for Azure’s own DNS by its address, and for an empty list',
    files: {
      'one.bicep': inSubnet() + network("dhcpOptions: { dnsServers: ['168.63.129.16'] }") + found,
      'two.bicep': inSubnet() + network('dhcpOptions: { dnsServers: [] }') + found,
    },
  },
  {
    name: 'is silent for a network with a peering, in it or beside it',
    files: {
      'one.bicep': `param hubId string\n${inSubnet()}${network("virtualNetworkPeerings: [{ name: 'hub', properties: { remoteVirtualNetwork: { id: hubId } } }]")}${bound}`,
      'two.bicep': `param hubId string\n${right}
resource peering 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: network
  name: 'hub'
  properties: { remoteVirtualNetwork: { id: hubId } }
}
`,
      'three.bicep': `${right}${network('', 'hub')}
resource peering 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'spoke'
  properties: { remoteVirtualNetwork: { id: network.id } }
}
`,
    },
  },
  {
    name: 'is silent beside a resolver or a ruleset',
    files: {
      'one.bicep': `${right}
resource resolver 'Microsoft.Network/dnsResolvers@2022-07-01' = {
  name: 'resolver'
  location: 'northeurope'
  properties: { virtualNetwork: { id: network.id } }
}
`,
      'two.bicep': `param ruleset string\n${right}
resource use 'Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks@2022-07-01' = {
  name: '\${ruleset}/use'
  properties: { virtualNetwork: { id: network.id } }
}
`,
    },
  },
  {
    name: 'is silent where a link may be there',
    files: {
      'one.bicep': `param linked bool\n${right}${link().replace("' = {", "' = if (linked) {")}`,
      'two.bicep': `param linked bool = false\n${right}${link().replace("' = {", "' = if (linked) {")}`,
      'three.bicep': `param zoneName string\n${right}${link().replace('  parent: backupZone\n', '').replace("'link'", "'${zoneName}/link'")}`,
    },
  },
  {
    name: 'is silent where a module cannot be read',
    text: `${right}\nmodule links 'br/contoso:dns/links:1.0.0' = { name: 'links', params: { zone: backupZone.name } }\n`,
  },
  {
    name: 'is silent where another template of the project links the zone',
    files: {
      'main.bicep': right,
      'links.bicep': `param networkId string
resource backupZone 'Microsoft.Network/privateDnsZones@2024-06-01' existing = {
  name: ${name}
}
${link('networkId')}`,
    },
  },
  ...(['policy', 'custom', 'hosts', 'forwarder'] as const).map((dns) => ({
    name: `is silent where names are answered otherwise: ${dns}`,
    text: right,
    options: { settings: { dns } },
  })),
  {
    name: 'is silent for other endpoints',
    text: right.replace("['AzureBackup']", "['AzureSiteRecovery']"),
  },
  {
    name: 'meets links, zones and networks in local modules',
    files: {
      'main.bicep': `module net 'net.bicep' = { name: 'net' }
module dns 'dns.bicep' = { name: 'dns', params: { networkId: net.outputs.id } }
${vault()}${endpoint({ extra: 'subnet: { id: net.outputs.subnetId }' })}${zoneGroup('dns.outputs.zoneId')}`,
      'net.bicep': `${network()}\noutput id string = network.id\noutput subnetId string = network.properties.subnets[0].id\n`,
      'dns.bicep': `param networkId string\n${zone('backupZone', name)}${link('networkId')}\noutput zoneId string = backupZone.id\n`,
      'wrong.bicep': `module net 'net.bicep' = { name: 'net' }
module dns 'dns2.bicep' = { name: 'dns' }
${vault()}${endpoint({ extra: 'subnet: { id: net.outputs.subnetId }' })}${zoneGroup('dns.outputs.zoneId')}`,
      'dns2.bicep': `${zone('backupZone', `‹${name}›`)}\noutput zoneId string = backupZone.id\n`,
    },
  },
  {
    name: 'speaks in ARM JSON, and is silent there for a linked zone',
    files: {
      'wrong.json': armTemplate([...armParts('‹"privatelink.ne.backup.windowsazure.com"›'), armLink('other')]),
      'right.json': armTemplate([...armParts('"privatelink.ne.backup.windowsazure.com"'), armLink('vnet')]),
    },
  },
  {
    name: 'speaks of a zone in a nested deployment',
    text: armTemplate(
      armParts('‹"privatelink.ne.backup.windowsazure.com"›').map((part, index) =>
        index === 3
          ? `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "dns", "properties": { "mode": "Incremental", "expressionEvaluationOptions": { "scope": "inner" }, "template": ${armTemplate([part])} } }`
          : part,
      ),
    ),
  },
]);
