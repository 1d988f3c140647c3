import { linkedZones } from './linked-zones';
import type { TemplatePair } from './mistake';

const group: TemplatePair = {
  bicep: `resource securityGroup 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-machines'
  location: 'westeurope'
  properties: {
    securityRules: [
      {
        name: 'allow-entra-id'
        properties: {
          priority: 200
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureActiveDirectory'
          destinationPortRange: '443'
        }
      }
      {
        name: 'deny-internet'
        properties: {
          priority: 4000
          direction: 'Outbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

`,
  json: `    {
      "type": "Microsoft.Network/networkSecurityGroups",
      "apiVersion": "2024-05-01",
      "name": "nsg-machines",
      "location": "westeurope",
      "properties": {
        "securityRules": [
          {
            "name": "allow-entra-id",
            "properties": {
              "priority": 200,
              "direction": "Outbound",
              "access": "Allow",
              "protocol": "Tcp",
              "sourceAddressPrefix": "*",
              "sourcePortRange": "*",
              "destinationAddressPrefix": "AzureActiveDirectory",
              "destinationPortRange": "443"
            }
          },
          {
            "name": "deny-internet",
            "properties": {
              "priority": 4000,
              "direction": "Outbound",
              "access": "Deny",
              "protocol": "*",
              "sourceAddressPrefix": "*",
              "sourcePortRange": "*",
              "destinationAddressPrefix": "Internet",
              "destinationPortRange": "*"
            }
          }
        ]
      }
    },
`,
};

const subnet: TemplatePair = {
  bicep: `      {
        name: 'machines'
        properties: {
          addressPrefix: '10.1.0.0/24'
          networkSecurityGroup: { id: securityGroup.id }
        }
      }
`,
  json: `          },
          {
            "name": "machines",
            "properties": {
              "addressPrefix": "10.1.0.0/24",
              "networkSecurityGroup": { "id": "[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg-machines')]" }
            }
`,
};

/** A private endpoint, and beside its subnet one for machines, which may reach Microsoft Entra ID and nothing else on the internet. */
export const guardedSubnet: TemplatePair = {
  bicep: group.bicep + linkedZones.bicep.replace(/addressPrefix: '10\.1\.4\.0\/25' \}\n {6}\}\n/, `$&${subnet.bicep}`),
  json: linkedZones.json
    .replace('"addressPrefix": "10.1.4.0/25" }\n', `$&${subnet.json}`)
    .replace(
      /("type": "Microsoft\.Network\/virtualNetworks",\n(?:.*\n)*? {6}"location": "westeurope",\n)/,
      `$1      "dependsOn": ["[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg-machines')]"],\n`,
    )
    .replace('  "resources": [\n', `$&${group.json}`),
};
