import { linkedZones } from '../../../server/src/rules/examples/linked-zones';
import type { TemplatePair } from '../../../server/src/rules/examples/mistake';

const backupZone = "format('privatelink.{0}.backup.windowsazure.com', variables('geoCodes')[parameters('location')])";

/** The right example of zones that are linked, for any location and in a network that is there already. */
export const vaultInNetwork: TemplatePair = {
  bicep: changed(
    `param location string = 'westeurope'\n\nvar geoCodes = {\n  westeurope: 'we'\n}\n\n${linkedZones.bicep}`,
    [
      [/privatelink\.we\./, 'privatelink.${geoCodes[location]}.'],
      [
        /resource network [^]*?\n\}\n/,
        `resource network 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet-backup'

  resource subnet 'subnets' existing = {
    name: 'endpoints'
  }
}
`,
      ],
      [/network\.properties\.subnets\[0\]\.id/, 'network::subnet.id'],
      [/location: 'westeurope'/g, 'location: location'],
    ],
  ),
  json: changed(linkedZones.json, [
    [
      /"contentVersion": "1\.0\.0\.0",\n/,
      `"contentVersion": "1.0.0.0",
  "parameters": {
    "location": { "type": "string", "defaultValue": "westeurope" }
  },
`,
    ],
    [/ {4}\{\n {6}"type": "Microsoft\.Network\/virtualNetworks",[^]*?\n {4}\},\n/, ''],
    [/,\s*"\[resourceId\('Microsoft\.Network\/virtualNetworks', 'vnet-backup'\)\]"/g, ''],
    [
      /"zoneNames": /,
      `"geoCodes": {
      "westeurope": "we"
    },
    "zoneNames": `,
    ],
    [/"privatelink\.we\.backup\.windowsazure\.com"/, `"[${backupZone}]"`],
    [/'privatelink\.we\.backup\.windowsazure\.com'/, backupZone],
    [/"location": "westeurope"/g, `"location": "[parameters('location')]"`],
  ]),
};

/** What else a vault needs whose data is restored in the paired region: it stands beside the template above. */
export const secondaryRegion: TemplatePair = {
  bicep: `resource secondaryNetwork 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet-backup-secondary'

  resource subnet 'subnets' existing = {
    name: 'endpoints'
  }
}

resource secondaryZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.ne.backup.windowsazure.com'
  location: 'global'
}

resource secondaryZoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: secondaryZone
  name: 'vnet-backup-secondary'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: secondaryNetwork.id }
  }
}

resource secondaryLinks 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (name, index) in zoneNames: {
    parent: zones[index]
    name: 'vnet-backup-secondary'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: secondaryNetwork.id }
    }
  }
]

resource secondaryEndpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pep-rsv-backup-secondary'
  location: 'northeurope'
  properties: {
    subnet: { id: secondaryNetwork::subnet.id }
    privateLinkServiceConnections: [
      {
        name: 'backup'
        properties: {
          privateLinkServiceId: vault.id
          groupIds: ['AzureBackup_secondary']
        }
      }
    ]
  }
}

resource secondaryZoneGroup 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: secondaryEndpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'backup'
        properties: { privateDnsZoneId: secondaryZone.id }
      }
      {
        name: 'blob'
        properties: { privateDnsZoneId: zones[1].id }
      }
      {
        name: 'queue'
        properties: { privateDnsZoneId: zones[2].id }
      }
    ]
  }
}
`,
  json: `{
  "type": "Microsoft.Network/privateDnsZones",
  "apiVersion": "2024-06-01",
  "name": "privatelink.ne.backup.windowsazure.com",
  "location": "global"
},
{
  "type": "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
  "apiVersion": "2024-06-01",
  "name": "privatelink.ne.backup.windowsazure.com/vnet-backup-secondary",
  "location": "global",
  "dependsOn": ["[resourceId('Microsoft.Network/privateDnsZones', 'privatelink.ne.backup.windowsazure.com')]"],
  "properties": {
    "registrationEnabled": false,
    "virtualNetwork": { "id": "[resourceId('Microsoft.Network/virtualNetworks', 'vnet-backup-secondary')]" }
  }
},
{
  "type": "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
  "apiVersion": "2024-06-01",
  "name": "[format('{0}/vnet-backup-secondary', variables('zoneNames')[copyIndex()])]",
  "location": "global",
  "copy": { "name": "secondaryLinks", "count": "[length(variables('zoneNames'))]" },
  "dependsOn": ["zones"],
  "properties": {
    "registrationEnabled": false,
    "virtualNetwork": { "id": "[resourceId('Microsoft.Network/virtualNetworks', 'vnet-backup-secondary')]" }
  }
},
{
  "type": "Microsoft.Network/privateEndpoints",
  "apiVersion": "2024-05-01",
  "name": "pep-rsv-backup-secondary",
  "location": "northeurope",
  "dependsOn": ["[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-backup')]"],
  "properties": {
    "subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet-backup-secondary', 'endpoints')]" },
    "privateLinkServiceConnections": [
      {
        "name": "backup",
        "properties": {
          "privateLinkServiceId": "[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-backup')]",
          "groupIds": ["AzureBackup_secondary"]
        }
      }
    ]
  }
},
{
  "type": "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
  "apiVersion": "2024-05-01",
  "name": "pep-rsv-backup-secondary/default",
  "dependsOn": [
    "zones",
    "[resourceId('Microsoft.Network/privateDnsZones', 'privatelink.ne.backup.windowsazure.com')]",
    "[resourceId('Microsoft.Network/privateEndpoints', 'pep-rsv-backup-secondary')]"
  ],
  "properties": {
    "privateDnsZoneConfigs": [
      {
        "name": "backup",
        "properties": {
          "privateDnsZoneId": "[resourceId('Microsoft.Network/privateDnsZones', 'privatelink.ne.backup.windowsazure.com')]"
        }
      },
      {
        "name": "blob",
        "properties": {
          "privateDnsZoneId": "[resourceId('Microsoft.Network/privateDnsZones', variables('zoneNames')[1])]"
        }
      },
      {
        "name": "queue",
        "properties": {
          "privateDnsZoneId": "[resourceId('Microsoft.Network/privateDnsZones', variables('zoneNames')[2])]"
        }
      }
    ]
  }
}
`,
};

/** A template with every change made; throws where there is nothing to change, for then it is no longer the one that was meant. */
function changed(template: string, changes: readonly (readonly [from: RegExp, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (text.search(from) < 0) throw new Error(`The example has no ${String(from)} any more.`);
    return text.replace(from, () => to);
  }, template);
}
