import type { TemplatePair } from './mistake';
import { onlyEndpoint } from './vault-behind-endpoint';

/** A vault behind a private endpoint that takes its key from a Key Vault which everybody may ask. */
export const customerManagedKey: TemplatePair = {
  bicep: `param location string = resourceGroup().location
param subnetId string

resource keyVault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-backup'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
  }
}

resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv-backup'
  location: location
  identity: { type: 'SystemAssigned' }
  sku: { name: 'RS0', tier: 'Standard' }
  properties: {
    publicNetworkAccess: 'Disabled'
    encryption: {
      infrastructureEncryption: 'Disabled'
      kekIdentity: { useSystemAssignedIdentity: true }
      keyVaultProperties: { keyUri: '\${keyVault.properties.vaultUri}keys/backup' }
    }
  }
}
${onlyEndpoint.bicep}`,
  json: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "location": { "type": "string", "defaultValue": "[resourceGroup().location]" },
    "subnetId": { "type": "string" }
  },
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults",
      "apiVersion": "2023-07-01",
      "name": "kv-backup",
      "location": "[parameters('location')]",
      "properties": {
        "tenantId": "[tenant().tenantId]",
        "sku": { "family": "A", "name": "standard" },
        "enableRbacAuthorization": true,
        "enablePurgeProtection": true,
        "publicNetworkAccess": "Enabled"
      }
    },
    {
      "type": "Microsoft.RecoveryServices/vaults",
      "apiVersion": "2024-04-01",
      "name": "rsv-backup",
      "location": "[parameters('location')]",
      "dependsOn": ["[resourceId('Microsoft.KeyVault/vaults', 'kv-backup')]"],
      "identity": { "type": "SystemAssigned" },
      "sku": { "name": "RS0", "tier": "Standard" },
      "properties": {
        "publicNetworkAccess": "Disabled",
        "encryption": {
          "infrastructureEncryption": "Disabled",
          "kekIdentity": { "useSystemAssignedIdentity": true },
          "keyVaultProperties": {
            "keyUri": "[concat(reference('kv-backup').vaultUri, 'keys/backup')]"
          }
        }
      }
    }${onlyEndpoint.json}
  ]
}
`,
};

/** The literal of the key’s URI, with the marks of a mistake. */
export const markedKey: TemplatePair = {
  bicep: "keyUri: ‹'${keyVault.properties.vaultUri}keys/backup'›",
  json: '"keyUri": ‹"[concat(reference(\'kv-backup\').vaultUri, \'keys/backup\')]"›',
};

/** A private endpoint of the Key Vault. */
export const keyVaultEndpoint: TemplatePair = {
  bicep: `
resource keyVaultEndpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pep-kv-backup'
  location: location
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: 'vault'
        properties: {
          privateLinkServiceId: keyVault.id
          groupIds: ['vault']
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
      "name": "pep-kv-backup",
      "location": "[parameters('location')]",
      "dependsOn": ["[resourceId('Microsoft.KeyVault/vaults', 'kv-backup')]"],
      "properties": {
        "subnet": { "id": "[parameters('subnetId')]" },
        "privateLinkServiceConnections": [
          {
            "name": "vault",
            "properties": {
              "privateLinkServiceId": "[resourceId('Microsoft.KeyVault/vaults', 'kv-backup')]",
              "groupIds": ["vault"]
            }
          }
        ]
      }
    }`,
};
