import { linkedZones } from './linked-zones';
import type { TemplatePair } from './mistake';

const subnet: TemplatePair = {
  bicep: `      {
        name: 'AzureFirewallSubnet'
        properties: { addressPrefix: '10.1.0.0/26' }
      }
`,
  json: `          },
          {
            "name": "AzureFirewallSubnet",
            "properties": { "addressPrefix": "10.1.0.0/26" }
`,
};

const firewall: TemplatePair = {
  bicep: `param publicAddressId string

resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' = {
  name: 'afwp-backup'
  location: 'westeurope'
  properties: {
    sku: { tier: 'Standard' }
    dnsSettings: { enableProxy: true }
  }
}

resource firewall 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'afw-backup'
  location: 'westeurope'
  properties: {
    sku: { name: 'AZFW_VNet', tier: 'Standard' }
    firewallPolicy: { id: policy.id }
    ipConfigurations: [
      {
        name: 'default'
        properties: {
          subnet: { id: network.properties.subnets[1].id }
          publicIPAddress: { id: publicAddressId }
        }
      }
    ]
  }
}

`,
  json: `    {
      "type": "Microsoft.Network/firewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "afwp-backup",
      "location": "westeurope",
      "properties": {
        "sku": { "tier": "Standard" },
        "dnsSettings": { "enableProxy": true }
      }
    },
    {
      "type": "Microsoft.Network/azureFirewalls",
      "apiVersion": "2024-05-01",
      "name": "afw-backup",
      "location": "westeurope",
      "dependsOn": [
        "[resourceId('Microsoft.Network/firewallPolicies', 'afwp-backup')]",
        "[resourceId('Microsoft.Network/virtualNetworks', 'vnet-backup')]"
      ],
      "properties": {
        "sku": { "name": "AZFW_VNet", "tier": "Standard" },
        "firewallPolicy": { "id": "[resourceId('Microsoft.Network/firewallPolicies', 'afwp-backup')]" },
        "ipConfigurations": [
          {
            "name": "default",
            "properties": {
              "subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet-backup', 'AzureFirewallSubnet')]" },
              "publicIPAddress": { "id": "[parameters('publicAddressId')]" }
            }
          }
        ]
      }
    },
`,
};

/** A private endpoint in a network whose firewall answers its DNS questions. */
export const dnsThroughFirewall: TemplatePair = {
  bicep:
    firewall.bicep +
    linkedZones.bicep
      .replace(
        "    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }\n",
        "$&    dhcpOptions: { dnsServers: ['10.1.0.4'] }\n",
      )
      .replace(/(addressPrefix: '10\.1\.4\.0\/25' \}\n {6}\}\n)/, `$1${subnet.bicep}`),
  json: linkedZones.json
    .replace('  "variables": {', '  "parameters": {\n    "publicAddressId": { "type": "string" }\n  },\n$&')
    .replace(
      '        "addressSpace": { "addressPrefixes": ["10.1.0.0/16"] },\n',
      '$&        "dhcpOptions": { "dnsServers": ["10.1.0.4"] },\n',
    )
    .replace('"addressPrefix": "10.1.4.0/25" }\n', `$&${subnet.json}`)
    .replace('  "resources": [\n', `$&${firewall.json}`),
};
