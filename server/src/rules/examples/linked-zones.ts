import type { TemplatePair } from './mistake';

/** The virtual network links of the zones, as the template has them. */
export const links: TemplatePair = {
  bicep: `resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (name, index) in zoneNames: {
    parent: zones[index]
    name: 'vnet-backup'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

`,
  json: `    {
      "type": "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
      "apiVersion": "2024-06-01",
      "name": "[format('{0}/vnet-backup', variables('zoneNames')[copyIndex()])]",
      "location": "global",
      "copy": { "name": "links", "count": "[length(variables('zoneNames'))]" },
      "dependsOn": ["zones", "[resourceId('Microsoft.Network/virtualNetworks', 'vnet-backup')]"],
      "properties": {
        "registrationEnabled": false,
        "virtualNetwork": { "id": "[resourceId('Microsoft.Network/virtualNetworks', 'vnet-backup')]" }
      }
    },
`,
};

/** The private endpoint's zone group, as the template has it. */
export const zoneGroup: TemplatePair = {
  bicep: `resource zoneGroup 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
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
  json: `    {
      "type": "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
      "apiVersion": "2024-05-01",
      "name": "pep-rsv-backup/default",
      "dependsOn": ["zones", "[resourceId('Microsoft.Network/privateEndpoints', 'pep-rsv-backup')]"],
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
              "privateDnsZoneId": "[resourceId('Microsoft.Network/privateDnsZones', concat('privatelink.blob.', environment().suffixes.storage))]"
            }
          },
          {
            "name": "queue",
            "properties": {
              "privateDnsZoneId": "[resourceId('Microsoft.Network/privateDnsZones', concat('privatelink.queue.', environment().suffixes.storage))]"
            }
          }
        ]
      }
    },
`,
};

/** A vault in West Europe with its private endpoint in a network, and the three zones of Azure Backup, linked to that network. */
export const linkedZones: TemplatePair = {
  bicep: `var zoneNames = [
  'privatelink.we.backup.windowsazure.com'
  'privatelink.blob.\${environment().suffixes.storage}'
  'privatelink.queue.\${environment().suffixes.storage}'
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zoneName in zoneNames: {
    name: zoneName
    location: 'global'
  }
]

${links.bicep}${zoneGroup.bicep}resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-backup'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }
    subnets: [
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.1.4.0/25' }
      }
    ]
  }
}

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
    subnet: { id: network.properties.subnets[0].id }
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
`,
  json: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "variables": {
    "zoneNames": [
      "privatelink.we.backup.windowsazure.com",
      "[concat('privatelink.blob.', environment().suffixes.storage)]",
      "[concat('privatelink.queue.', environment().suffixes.storage)]"
    ]
  },
  "resources": [
    {
      "type": "Microsoft.Network/privateDnsZones",
      "apiVersion": "2024-06-01",
      "name": "[variables('zoneNames')[copyIndex()]]",
      "location": "global",
      "copy": { "name": "zones", "count": "[length(variables('zoneNames'))]" }
    },
${links.json}${zoneGroup.json}    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "vnet-backup",
      "location": "westeurope",
      "properties": {
        "addressSpace": { "addressPrefixes": ["10.1.0.0/16"] },
        "subnets": [
          {
            "name": "endpoints",
            "properties": { "addressPrefix": "10.1.4.0/25" }
          }
        ]
      }
    },
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
      "dependsOn": [
        "[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-backup')]",
        "[resourceId('Microsoft.Network/virtualNetworks', 'vnet-backup')]"
      ],
      "properties": {
        "subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet-backup', 'endpoints')]" },
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
    }
  ]
}
`,
};
