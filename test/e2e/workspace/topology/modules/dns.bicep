param networkId string

resource backupZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: 'hub'
    location: 'global'
    properties: { registrationEnabled: true, virtualNetwork: { id: networkId } }
  }
}

output backupZoneId string = backupZone.id
