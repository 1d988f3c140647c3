import type { TemplatePair } from './mistake';

/** A virtual machine whose disk is a blob in a storage account that lets Azure Backup in. */
export const unmanagedDisk: TemplatePair = {
  bicep: `param location string = resourceGroup().location
param networkInterfaceId string

resource disks 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stdisks'
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'Logging, AzureServices'
    }
  }
}

resource machine 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'vm-1'
  location: location
  properties: {
    hardwareProfile: { vmSize: 'Standard_D2s_v3' }
    storageProfile: {
      osDisk: {
        name: 'os'
        osType: 'Linux'
        createOption: 'Attach'
        vhd: { uri: '\${disks.properties.primaryEndpoints.blob}vhds/os.vhd' }
      }
    }
    networkProfile: { networkInterfaces: [{ id: networkInterfaceId }] }
  }
}
`,
  json: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "location": { "type": "string", "defaultValue": "[resourceGroup().location]" },
    "networkInterfaceId": { "type": "string" }
  },
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "stdisks",
      "location": "[parameters('location')]",
      "kind": "StorageV2",
      "sku": { "name": "Standard_LRS" },
      "properties": {
        "networkAcls": {
          "defaultAction": "Deny",
          "bypass": "Logging, AzureServices"
        }
      }
    },
    {
      "type": "Microsoft.Compute/virtualMachines",
      "apiVersion": "2024-07-01",
      "name": "vm-1",
      "location": "[parameters('location')]",
      "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'stdisks')]"],
      "properties": {
        "hardwareProfile": { "vmSize": "Standard_D2s_v3" },
        "storageProfile": {
          "osDisk": {
            "name": "os",
            "osType": "Linux",
            "createOption": "Attach",
            "vhd": { "uri": "[concat(reference('stdisks').primaryEndpoints.blob, 'vhds/os.vhd')]" }
          }
        },
        "networkProfile": { "networkInterfaces": [{ "id": "[parameters('networkInterfaceId')]" }] }
      }
    }
  ]
}
`,
};
