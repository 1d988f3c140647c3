import type { TemplatePair } from './mistake';

/** The private endpoint in the paired region, which restores there need. */
export const secondaryEndpoint: TemplatePair = {
  bicep: `
resource secondaryEndpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pep-rsv-backup-secondary'
  location: 'northeurope'
  properties: {
    subnet: { id: secondarySubnetId }
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
`,
  json: `,
    {
      "type": "Microsoft.Network/privateEndpoints",
      "apiVersion": "2024-05-01",
      "name": "pep-rsv-backup-secondary",
      "location": "northeurope",
      "dependsOn": ["[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-backup')]"],
      "properties": {
        "subnet": { "id": "[parameters('secondarySubnetId')]" },
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
    }`,
};

/** A vault with cross-region restore and private endpoints in both regions. DNS is nobody’s business here. */
export const crossRegionVault: TemplatePair = {
  bicep: `param subnetId string
param secondarySubnetId string

resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv-backup'
  location: 'westeurope'
  sku: { name: 'RS0', tier: 'Standard' }
  properties: {
    publicNetworkAccess: 'Disabled'
    redundancySettings: {
      standardTierStorageRedundancy: 'GeoRedundant'
      crossRegionRestore: 'Enabled'
    }
  }
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
${secondaryEndpoint.bicep}`,
  json: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "subnetId": { "type": "string" },
    "secondarySubnetId": { "type": "string" }
  },
  "resources": [
    {
      "type": "Microsoft.RecoveryServices/vaults",
      "apiVersion": "2024-04-01",
      "name": "rsv-backup",
      "location": "westeurope",
      "sku": { "name": "RS0", "tier": "Standard" },
      "properties": {
        "publicNetworkAccess": "Disabled",
        "redundancySettings": {
          "standardTierStorageRedundancy": "GeoRedundant",
          "crossRegionRestore": "Enabled"
        }
      }
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
    }${secondaryEndpoint.json}
  ]
}
`,
};
