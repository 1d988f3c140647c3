/** A whole ARM template around some resources, each a line of JSON, with the sections that a test gives. */
export const armTemplate = (resources: readonly string[], sections = ''): string => `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  ${sections}
  "resources": [
    ${resources.join(',\n    ')}
  ]
}
`;

export const armVault = (
  properties = '"properties": { "publicNetworkAccess": "Disabled" }',
  location = '"northeurope"',
): string =>
  `{ "type": "Microsoft.RecoveryServices/vaults", "apiVersion": "2024-04-01", "name": "rsv-1", "location": ${location}, ${properties} }`;

export const armEndpoint = (
  groupIds = '["AzureBackup"]',
  extra = '',
  target = "\"[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-1')]\"",
): string =>
  `{ "type": "Microsoft.Network/privateEndpoints", "apiVersion": "2024-05-01", "name": "pe-1", "location": "northeurope",
      "properties": { ${extra} "privateLinkServiceConnections": [
        { "name": "backup", "properties": { "privateLinkServiceId": ${target}, "groupIds": ${groupIds} } } ] } }`;

export const armZone = (name: string, location = '"global"'): string =>
  `{ "type": "Microsoft.Network/privateDnsZones", "apiVersion": "2024-06-01", "name": ${name}, "location": ${location} }`;

export const armZoneGroup = (zoneId: string): string =>
  `{ "type": "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "apiVersion": "2024-05-01", "name": "pe-1/default",
      "properties": { "privateDnsZoneConfigs": [ { "name": "zone", "properties": { "privateDnsZoneId": ${zoneId} } } ] } }`;
