// A Recovery Services vault behind private endpoints, as it is often written: it deploys, and then backups fail.
// `npm run demo` shows what pelint says about it.

@description('Where everything is deployed.')
param location string = 'westeurope'

@description('The virtual network that holds the protected machines.')
param virtualNetworkName string = 'vnet-spoke'

param vaultName string = 'rsv-backup'

var tags = { workload: 'backup' }

resource virtualNetwork 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: virtualNetworkName

  resource endpointSubnet 'subnets' existing = {
    name: 'snet-endpoints'
  }
}

resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: vaultName
  location: location
  tags: tags
  sku: { name: 'RS0', tier: 'Standard' }
  properties: {
    // Machines outside the network can still reach the vault.
    publicNetworkAccess: 'Enabled'
  }
}

module dns 'modules/private-dns.bicep' = {
  params: {
    // The zone wants the geo code of the region (`we`), not the region's name.
    backupZoneName: 'privatelink.${location}.backup.windowsazure.com'
    virtualNetworkId: virtualNetwork.id
    // Private DNS zones are global resources.
    zoneLocation: location
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pep-${vaultName}'
  location: location
  tags: tags
  properties: {
    subnet: { id: virtualNetwork::endpointSubnet.id }
    privateLinkServiceConnections: [
      {
        name: 'backup'
        properties: {
          privateLinkServiceId: vault.id
          // A vault's backups are reached through `AzureBackup`.
          groupIds: ['AzureBackups']
        }
      }
    ]
  }
}

resource databaseEndpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pep-${vaultName}-databases'
  location: location
  properties: {
    subnet: { id: virtualNetwork::endpointSubnet.id }
    // Azure Backup adds addresses as it grows: static ones are not supported.
    ipConfigurations: [
      {
        name: 'backup'
        properties: { groupId: 'AzureBackup', memberName: 'AzureBackup', privateIPAddress: '10.1.4.10' }
      }
    ]
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

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        // The zone of North Europe for a vault in West Europe, and the zone of another service.
        { name: 'backup', properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', 'privatelink.ne.backup.windowsazure.com') } }
        { name: 'recovery', properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', 'privatelink.siterecovery.windowsazure.com') } }
      ]
    }
  }
}

output vaultId string = vault.id
output backupZoneId string = dns.outputs.backupZoneId
