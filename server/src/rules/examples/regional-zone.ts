import type { TemplatePair } from './mistake';

/** The map from region to geo code, cut to two, as the template has it. */
export const geoCodes: TemplatePair = {
  bicep: `var geoCodes = {
  northeurope: 'ne'
  westeurope: 'we'
}

`,
  json: `  "variables": {
    "geoCodes": {
      "northeurope": "ne",
      "westeurope": "we"
    }
  },
`,
};

/** The private DNS zone of Azure Backup in the region of the resource group. */
export const regionalZone: TemplatePair = {
  bicep: `param location string = resourceGroup().location

${geoCodes.bicep}resource backupZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.\${geoCodes[location]}.backup.windowsazure.com'
  location: 'global'
}
`,
  json: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "location": { "type": "string", "defaultValue": "[resourceGroup().location]" }
  },
${geoCodes.json}  "resources": [
    {
      "type": "Microsoft.Network/privateDnsZones",
      "apiVersion": "2024-06-01",
      "name": "[format('privatelink.{0}.backup.windowsazure.com', variables('geoCodes')[parameters('location')])]",
      "location": "global"
    }
  ]
}
`,
};
