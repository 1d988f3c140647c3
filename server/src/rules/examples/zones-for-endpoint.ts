import type { TemplatePair } from './mistake';

/** A vault in West Europe whose private endpoint registers itself in the three zones of Azure Backup, which exist already. */
export const zonesForEndpoint: TemplatePair = {
  bicep: `param subnetId string

var zoneNames = [
  'privatelink.we.backup.windowsazure.com'
  'privatelink.blob.\${environment().suffixes.storage}'
  'privatelink.queue.\${environment().suffixes.storage}'
]

resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv-backup'
  location: 'westeurope'
  sku: { name: 'RS0', tier: 'Standard' }
  properties: { publicNetworkAccess: 'Disabled' }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pep-rsv-backup'
  location: 'westeurope'
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: 'backup'
        properties: {
          privateLinkServiceId: vault.id
          groupIds: ['AzureBackup']
        }
      }
    ]
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' existing = [for name in zoneNames: { name: name }]

resource zoneGroup 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      for (name, index) in zoneNames: {
        name: 'zone\${index}'
        properties: { privateDnsZoneId: zones[index].id }
      }
    ]
  }
}
`,
  json: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "subnetId": { "type": "string" }
  },
  "resources": [
    {
      "type": "Microsoft.RecoveryServices/vaults",
      "apiVersion": "2024-04-01",
      "name": "rsv-backup",
      "location": "westeurope",
      "sku": { "name": "RS0", "tier": "Standard" },
      "properties": { "publicNetworkAccess": "Disabled" }
    },
    {
      "type": "Microsoft.Network/privateEndpoints",
      "apiVersion": "2024-05-01",
      "name": "pep-rsv-backup",
      "location": "westeurope",
      "dependsOn": ["[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-backup')]"],
      "properties": {
        "subnet": { "id": "[parameters('subnetId')]" },
        "privateLinkServiceConnections": [
          {
            "name": "backup",
            "properties": {
              "privateLinkServiceId": "[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-backup')]",
              "groupIds": ["AzureBackup"]
            }
          }
        ]
      }
    },
    {
      "type": "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
      "apiVersion": "2024-05-01",
      "name": "pep-rsv-backup/default",
      "dependsOn": ["[resourceId('Microsoft.Network/privateEndpoints', 'pep-rsv-backup')]"],
      "properties": {
        "privateDnsZoneConfigs": [
          {
            "name": "backup",
            "properties": {
              "privateDnsZoneId": "[resourceId('Microsoft.Network/privateDnsZones', 'privatelink.we.backup.windowsazure.com')]"
            }
          },
          {
            "name": "blob",
            "properties": {
              "privateDnsZoneId": "[resourceId('Microsoft.Network/privateDnsZones', 'privatelink.blob.core.windows.net')]"
            }
          },
          {
            "name": "queue",
            "properties": {
              "privateDnsZoneId": "[resourceId('Microsoft.Network/privateDnsZones', 'privatelink.queue.core.windows.net')]"
            }
          }
        ]
      }
    }
  ]
}
`,
};
