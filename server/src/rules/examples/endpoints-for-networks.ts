import type { TemplatePair } from './mistake';

/** A vault with a private endpoint for each of twelve subnets. DNS is nobody’s business here. */
export const endpointsForNetworks: TemplatePair = {
  bicep: `param location string = resourceGroup().location
param subnetIds array

resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv-backup'
  location: location
  sku: { name: 'RS0', tier: 'Standard' }
  properties: { publicNetworkAccess: 'Disabled' }
}

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for index in range(0, 12): {
    name: 'pep-rsv-backup-\${index}'
    location: location
    properties: {
      subnet: { id: subnetIds[index] }
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
]
`,
  json: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "location": { "type": "string", "defaultValue": "[resourceGroup().location]" },
    "subnetIds": { "type": "array" }
  },
  "resources": [
    {
      "type": "Microsoft.RecoveryServices/vaults",
      "apiVersion": "2024-04-01",
      "name": "rsv-backup",
      "location": "[parameters('location')]",
      "sku": { "name": "RS0", "tier": "Standard" },
      "properties": { "publicNetworkAccess": "Disabled" }
    },
    {
      "type": "Microsoft.Network/privateEndpoints",
      "apiVersion": "2024-05-01",
      "name": "[format('pep-rsv-backup-{0}', copyIndex())]",
      "location": "[parameters('location')]",
      "copy": { "name": "endpoints", "count": 12 },
      "dependsOn": ["[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-backup')]"],
      "properties": {
        "subnet": { "id": "[parameters('subnetIds')[copyIndex()]]" },
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
