import type { TemplatePair } from './mistake';

/** A vault with its private endpoint that protects a virtual machine. DNS is nobody’s business here. */
export const protectedBehindEndpoint: TemplatePair = {
  bicep: `param location string = resourceGroup().location
param subnetId string
param machineId string

resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv-backup'
  location: location
  sku: { name: 'RS0', tier: 'Standard' }
  properties: { publicNetworkAccess: 'Disabled' }
}

resource policy 'Microsoft.RecoveryServices/vaults/backupPolicies@2024-04-01' existing = {
  parent: vault
  name: 'DefaultPolicy'
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pep-rsv-backup'
  location: location
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

resource machine 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems@2024-04-01' = {
  name: 'rsv-backup/Azure/iaasvmcontainer;iaasvmcontainerv2;rg-app;vm-app/vm;iaasvmcontainerv2;rg-app;vm-app'
  properties: {
    protectedItemType: 'Microsoft.Compute/virtualMachines'
    policyId: policy.id
    sourceResourceId: machineId
  }
  dependsOn: [
    endpoint
  ]
}
`,
  json: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "location": { "type": "string", "defaultValue": "[resourceGroup().location]" },
    "subnetId": { "type": "string" },
    "machineId": { "type": "string" }
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
      "name": "pep-rsv-backup",
      "location": "[parameters('location')]",
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
      "type": "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems",
      "apiVersion": "2024-04-01",
      "name": "rsv-backup/Azure/iaasvmcontainer;iaasvmcontainerv2;rg-app;vm-app/vm;iaasvmcontainerv2;rg-app;vm-app",
      "dependsOn": [
        "[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-backup')]",
        "[resourceId('Microsoft.Network/privateEndpoints', 'pep-rsv-backup')]"
      ],
      "properties": {
        "protectedItemType": "Microsoft.Compute/virtualMachines",
        "policyId": "[resourceId('Microsoft.RecoveryServices/vaults/backupPolicies', 'rsv-backup', 'DefaultPolicy')]",
        "sourceResourceId": "[parameters('machineId')]"
      }
    }
  ]
}
`,
};
