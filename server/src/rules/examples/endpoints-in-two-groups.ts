import type { TemplatePair } from './mistake';

/** A vault with a private endpoint in its own resource group and one in another. DNS is nobody’s business here. */
export const endpointsInTwoGroups: TemplatePair = {
  bicep: `param hubSubnetId string
param spokeSubnetId string

resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv-backup'
  location: resourceGroup().location
  sku: { name: 'RS0', tier: 'Standard' }
  properties: { publicNetworkAccess: 'Disabled' }
}

module hub 'endpoint.bicep' = {
  params: {
    name: 'pep-rsv-backup-hub'
    vaultId: vault.id
    subnetId: hubSubnetId
  }
}

module spoke 'endpoint.bicep' = {
  scope: resourceGroup('rg-spoke')
  params: {
    name: 'pep-rsv-backup-spoke'
    vaultId: vault.id
    subnetId: spokeSubnetId
  }
}
`,
  modules: {
    'endpoint.bicep': `param name string
param vaultId string
param subnetId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: resourceGroup().location
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: 'backup'
        properties: {
          privateLinkServiceId: vaultId
          groupIds: ['AzureBackup']
        }
      }
    ]
  }
}
`,
  },
  json: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "location": { "type": "string", "defaultValue": "[resourceGroup().location]" },
    "hubSubnetId": { "type": "string" },
    "spokeSubnetId": { "type": "string" }
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
      "name": "pep-rsv-backup-hub",
      "location": "[parameters('location')]",
      "dependsOn": ["[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-backup')]"],
      "properties": {
        "subnet": { "id": "[parameters('hubSubnetId')]" },
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
      "type": "Microsoft.Resources/deployments",
      "apiVersion": "2022-09-01",
      "name": "spoke",
      "resourceGroup": "rg-spoke",
      "dependsOn": ["[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-backup')]"],
      "properties": {
        "mode": "Incremental",
        "template": {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "resources": [
            {
              "type": "Microsoft.Network/privateEndpoints",
              "apiVersion": "2024-05-01",
              "name": "pep-rsv-backup-spoke",
              "location": "[parameters('location')]",
              "properties": {
                "subnet": { "id": "[parameters('spokeSubnetId')]" },
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
      }
    }
  ]
}
`,
};
