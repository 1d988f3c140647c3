/** Parts of Bicep templates that rule tests put together. Each is a right one unless the test says otherwise. */

export const vault = (body = "properties: { publicNetworkAccess: 'Disabled' }", location = "'northeurope'"): string => `
resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv-1'
  location: ${location}
  sku: { name: 'RS0', tier: 'Standard' }
  ${body}
}
`;

export const endpoint = (
  options: {
    readonly target?: string;
    readonly groupIds?: string;
    readonly extra?: string;
    readonly location?: string;
    readonly connections?: string;
    readonly symbol?: string;
    readonly inside?: string;
  } = {},
): string => `
resource ${options.symbol ?? 'endpoint'} 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: '${options.symbol ?? 'pe'}-1'
  location: ${options.location ?? "'northeurope'"}
  properties: {
    ${options.extra ?? ''}
    ${options.connections ?? 'privateLinkServiceConnections'}: [
      {
        name: 'backup'
        properties: {
          privateLinkServiceId: ${options.target ?? 'vault.id'}
          groupIds: ${options.groupIds ?? "['AzureBackup']"}
        }
      }
    ]
  }
  ${options.inside ?? ''}
}
`;

export const zone = (symbol: string, name: string, location = "'global'"): string => `
resource ${symbol} 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: ${name}
  location: ${location}
}
`;

export const zoneGroup = (...zoneIds: readonly string[]): string => `
resource group 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
${zoneIds.map((id, index) => `      { name: 'zone${index}', properties: { privateDnsZoneId: ${id} } }`).join('\n')}
    ]
  }
}
`;
