import type { TemplatePair } from './mistake';

/** A record in the zone of Azure Backup, marked at its name. */
export const record: TemplatePair = {
  bicep: `resource record 'Microsoft.Network/privateDnsZones/A@2024-06-01' = {
  parent: zones[0]
  name: ‹'rsv-backup'›
  properties: {
    ttl: 3600
    aRecords: [{ ipv4Address: '10.1.4.5' }]
  }
}

`,
  json: `    {
      "type": "Microsoft.Network/privateDnsZones/A",
      "apiVersion": "2024-06-01",
      "name": ‹"privatelink.we.backup.windowsazure.com/rsv-backup"›,
      "dependsOn": ["zones"],
      "properties": {
        "ttl": 3600,
        "aRecords": [{ "ipv4Address": "10.1.4.5" }]
      }
    },
`,
};
