import type { TemplatePair } from './mistake';

/** The private DNS zone of Azure Backup in West Europe, and nothing else. */
export const backupZone: TemplatePair = {
  bicep: `resource backupZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.we.backup.windowsazure.com'
  location: 'global'
}
`,
  json: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/privateDnsZones",
      "apiVersion": "2024-06-01",
      "name": "privatelink.we.backup.windowsazure.com",
      "location": "global"
    }
  ]
}
`,
};
