param location string = 'westeurope'

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-hub'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }
    dhcpOptions: { dnsServers: ['10.1.0.4'] }
    subnets: [
      { name: 'snet-endpoints', properties: { addressPrefix: '10.1.4.0/26' } }
    ]
  }
}

resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv-backup'
  location: location
  sku: { name: 'RS0', tier: 'Standard' }
  properties: { publicNetworkAccess: 'Enabled' }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pep-backup'
  location: location
  properties: {
    subnet: { id: network.properties.subnets[0].id }
    privateLinkServiceConnections: [
      { name: 'backup', properties: { privateLinkServiceId: vault.id, groupIds: ['AzureBackups'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        { name: 'backup', properties: { privateDnsZoneId: dns.outputs.backupZoneId } }
      ]
    }
  }
}

resource hostile 'Microsoft.Network/privateEndpoints@2024-05-01' = if (location == 'westeurope') {
  name: 'pep-<img src=x onerror=alert(1)>&amp;"'
  location: location
  properties: {
    subnet: { id: network.properties.subnets[0].id }
    privateLinkServiceConnections: [
      { name: 'backup', properties: { privateLinkServiceId: vault.id, groupIds: ['AzureBackup'] } }
    ]
  }
}

module dns 'modules/dns.bicep' = {
  params: { networkId: network.id }
}
