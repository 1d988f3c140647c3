import type { TemplatePair } from './mistake';

/** A firewall policy that lets agents reach all that Azure Backup needs in West Europe. */
export const allowList: TemplatePair = {
  bicep: `resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' = {
  name: 'afwp-hub'
  location: 'westeurope'
  properties: {
    sku: { tier: 'Standard' }
    dnsSettings: { enableProxy: true }
  }
}

resource backupRules 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2024-05-01' = {
  parent: policy
  name: 'backup'
  properties: {
    priority: 200
    ruleCollections: [
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'backup'
        priority: 200
        action: { type: 'Allow' }
        rules: [
          {
            ruleType: 'ApplicationRule'
            name: 'agents'
            protocols: [{ protocolType: 'Https', port: 443 }]
            sourceAddresses: ['10.1.0.0/16']
            targetFqdns: [
              '*.privatelink.we.backup.windowsazure.com'
              '*.blob.\${environment().suffixes.storage}'
              '*.queue.\${environment().suffixes.storage}'
              '*.blob.storage.azure.net'
              '*.login.microsoft.com'
            ]
          }
        ]
      }
    ]
  }
}
`,
  json: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/firewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "afwp-hub",
      "location": "westeurope",
      "properties": {
        "sku": { "tier": "Standard" },
        "dnsSettings": { "enableProxy": true }
      }
    },
    {
      "type": "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
      "apiVersion": "2024-05-01",
      "name": "afwp-hub/backup",
      "dependsOn": ["[resourceId('Microsoft.Network/firewallPolicies', 'afwp-hub')]"],
      "properties": {
        "priority": 200,
        "ruleCollections": [
          {
            "ruleCollectionType": "FirewallPolicyFilterRuleCollection",
            "name": "backup",
            "priority": 200,
            "action": { "type": "Allow" },
            "rules": [
              {
                "ruleType": "ApplicationRule",
                "name": "agents",
                "protocols": [{ "protocolType": "Https", "port": 443 }],
                "sourceAddresses": ["10.1.0.0/16"],
                "targetFqdns": [
                  "*.privatelink.we.backup.windowsazure.com",
                  "*.blob.core.windows.net",
                  "*.queue.core.windows.net",
                  "*.blob.storage.azure.net",
                  "*.login.microsoft.com"
                ]
              }
            ]
          }
        ]
      }
    }
  ]
}
`,
};
