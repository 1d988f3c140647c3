// The private DNS zones that Azure Backup needs, linked to one virtual network.

param backupZoneName string
param virtualNetworkId string
param zoneLocation string = 'global'

var zoneNames = [
  backupZoneName
  'privatelink.blob.${environment().suffixes.storage}'
  'privatelink.queue.${environment().suffixes.storage}'
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for name in zoneNames: {
    name: name
    location: zoneLocation
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (name, index) in zoneNames: {
    parent: zones[index]
    name: 'spoke'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: virtualNetworkId }
    }
  }
]

output backupZoneId string = zones[0].id
