import { regions } from './regions';

/**
 * What well-known modules of the public registry make of their parameters, for when a module itself is not at hand. Each is a template
 * in our own words that goes through the normal evaluation: the endpoints, zones and vaults with what rules read of them. What such a
 * module deploys besides (locks, roles, records, backup policies) is left out.
 *
 * Source: the modules' `main.bicep` at every published tag of https://github.com/Azure/bicep-registry-modules. A parameter that was
 * renamed is here under all of its names, for a caller can only give those of the version that it uses.
 */
export interface KnownModule {
  /** The path in the registry, from `avm/` on. */
  readonly path: string;
  /** The first version of which the text is true: `major.minor.patch`. */
  readonly since: string;
  /** The name of the text among `knownModuleTexts`. */
  readonly file: string;
}

/** Newer versions of a module come after older ones. */
export const knownModules: readonly KnownModule[] = [
  { path: 'avm/res/network/private-endpoint', since: '0.0.0', file: 'private-endpoint.bicep' },
  { path: 'avm/res/network/private-dns-zone', since: '0.0.0', file: 'private-dns-zone.bicep' },
  { path: 'avm/res/recovery-services/vault', since: '0.0.0', file: 'recovery-services-vault.bicep' },
  { path: 'avm/ptn/network/private-link-private-dns-zones', since: '0.0.0', file: 'private-link-zones-0.1.bicep' },
  { path: 'avm/ptn/network/private-link-private-dns-zones', since: '0.2.1', file: 'private-link-zones.bicep' },
];

// `privateDnsZoneResourceIds` until 0.6, `privateDnsZoneGroup` from 0.7 on; one connection by `serviceResourceId` and `groupIds` until 0.2.
const privateEndpoint = `
param name string
param subnetResourceId string
param location string = resourceGroup().location
param privateLinkServiceConnections array?
param manualPrivateLinkServiceConnections array?
param serviceResourceId string?
param groupIds array?
param privateDnsZoneGroup object?
param privateDnsZoneGroupName string?
param privateDnsZoneResourceIds array?
param ipConfigurations array?
param ipVersionType string = 'IPv4'
param customDnsConfigs array?
param customNetworkInterfaceName string?
param applicationSecurityGroupResourceIds array?

var onlyConnection = empty(serviceResourceId)
  ? []
  : [{ name: name, properties: { privateLinkServiceId: serviceResourceId, groupIds: groupIds ?? [] } }]

var listedZones = map(privateDnsZoneResourceIds ?? [], id => { privateDnsZoneResourceId: id })

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: name
  location: location
  properties: {
    applicationSecurityGroups: [for id in (applicationSecurityGroupResourceIds ?? []): { id: id }]
    customDnsConfigs: customDnsConfigs ?? []
    customNetworkInterfaceName: customNetworkInterfaceName ?? ''
    ipConfigurations: ipConfigurations ?? []
    manualPrivateLinkServiceConnections: manualPrivateLinkServiceConnections ?? []
    privateLinkServiceConnections: privateLinkServiceConnections ?? onlyConnection
    subnet: { id: subnetResourceId }
    ipVersionType: ipVersionType
  }

  resource zoneGroup 'privateDnsZoneGroups' = if (!empty(privateDnsZoneGroup) || !empty(privateDnsZoneResourceIds)) {
    name: privateDnsZoneGroup.?name ?? privateDnsZoneGroupName ?? 'default'
    properties: {
      privateDnsZoneConfigs: [
        for zone in (privateDnsZoneGroup.?privateDnsZoneGroupConfigs ?? listedZones): {
          name: zone.?name ?? last(split(zone.privateDnsZoneResourceId, '/'))
          properties: { privateDnsZoneId: zone.privateDnsZoneResourceId }
        }
      ]
    }
  }
}

output name string = endpoint.name
output resourceId string = endpoint.id
output resourceGroupName string = resourceGroup().name
output location string = endpoint.location
output customDnsConfigs array = endpoint.properties.customDnsConfigs
output networkInterfaceResourceIds array = map(endpoint.properties.networkInterfaces, nic => nic.id)
output groupId string? = endpoint.properties.?manualPrivateLinkServiceConnections[?0].properties.?groupIds[?0] ?? endpoint.properties.?privateLinkServiceConnections[?0].properties.?groupIds[?0]
`;

const privateDnsZone = `
param name string
param location string = 'global'
param virtualNetworkLinks array?

resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: name
  location: location

  resource links 'virtualNetworkLinks@2024-06-01' = [
    for link in (virtualNetworkLinks ?? []): {
      name: link.?name ?? format('{0}-vnetlink', last(split(link.virtualNetworkResourceId, '/')))
      location: link.?location ?? 'global'
      properties: {
        registrationEnabled: link.?registrationEnabled ?? false
        virtualNetwork: { id: link.virtualNetworkResourceId }
        resolutionPolicy: link.?resolutionPolicy
      }
    }
  ]
}

output name string = zone.name
output resourceId string = zone.id
output resourceGroupName string = resourceGroup().name
output location string = zone.location
`;

// Without `service` an endpoint is for Site Recovery, not for Backup. The endpoints' group was named by `resourceGroupName` until 0.5,
// the storage by `backupStorageConfig` until 0.9.
// `more` has no value: what is spread from it says that the module may write more than is listed here.
const vault = `
param name string
param location string = resourceGroup().location
param publicNetworkAccess string = 'Disabled'
param redundancySettings object?
param backupStorageConfig object?
param restoreSettings object?
param privateEndpoints array?
param managedIdentities object?
param customerManagedKey object?
param more object

var isKeyInHsm = split(customerManagedKey.?keyVaultResourceId ?? '', '/')[?7] == 'managedHSMs'

resource keyVault 'Microsoft.KeyVault/vaults@2025-05-01' existing = if (!empty(customerManagedKey) && !isKeyInHsm) {
  name: last(split(customerManagedKey.?keyVaultResourceId!, '/'))
  scope: resourceGroup(
    split(customerManagedKey.?keyVaultResourceId!, '/')[2],
    split(customerManagedKey.?keyVaultResourceId!, '/')[4]
  )

  resource key 'keys@2025-05-01' existing = if (!empty(customerManagedKey) && !isKeyInHsm) {
    name: customerManagedKey.?keyName!
  }
}

var keyInVault = empty(customerManagedKey.?keyVersion)
  ? ((customerManagedKey.?autoRotationEnabled ?? true) ? keyVault::key!.properties.keyUri : keyVault::key!.properties.keyUriWithVersion)
  : format('{0}/{1}', keyVault::key!.properties.keyUri, customerManagedKey!.keyVersion)
var keyInHsm = format(
  empty(customerManagedKey.?keyVersion) ? 'https://{0}.managedhsm.azure.net/keys/{1}' : 'https://{0}.managedhsm.azure.net/keys/{1}/{2}',
  last(split(customerManagedKey!.keyVaultResourceId, '/')),
  customerManagedKey!.keyName,
  customerManagedKey.?keyVersion ?? ''
)

resource vault 'Microsoft.RecoveryServices/vaults@2025-08-01' = {
  name: name
  location: location
  identity: empty(managedIdentities)
    ? null
    : {
        type: (managedIdentities.?systemAssigned ?? false)
          ? (empty(managedIdentities.?userAssignedResourceIds) ? 'SystemAssigned' : 'SystemAssigned,UserAssigned')
          : (empty(managedIdentities.?userAssignedResourceIds) ? 'None' : 'UserAssigned')
        userAssignedIdentities: empty(managedIdentities.?userAssignedResourceIds)
          ? null
          : toObject(managedIdentities.?userAssignedResourceIds ?? [], id => id, id => {})
      }
  sku: { name: 'RS0', tier: 'Standard' }
  properties: {
    ...more
    publicNetworkAccess: publicNetworkAccess
    redundancySettings: empty(redundancySettings)
      ? null
      : { standardTierStorageRedundancy: redundancySettings.?standardTierStorageRedundancy, crossRegionRestore: redundancySettings.?crossRegionRestore ?? 'Disabled' }
    restoreSettings: restoreSettings
    encryption: empty(customerManagedKey)
      ? null
      : {
          infrastructureEncryption: 'Enabled'
          kekIdentity: empty(customerManagedKey.?userAssignedIdentityResourceId)
            ? { useSystemAssignedIdentity: true }
            : { userAssignedIdentity: customerManagedKey.?userAssignedIdentityResourceId }
          keyVaultProperties: { keyUri: !isKeyInHsm ? keyInVault : keyInHsm }
        }
  }

  resource storage 'backupstorageconfig@2022-02-01' = if (!empty(backupStorageConfig)) {
    name: 'vaultstorageconfig'
    properties: {
      storageModelType: backupStorageConfig.?storageModelType
      crossRegionRestoreFlag: backupStorageConfig.?crossRegionRestoreFlag
    }
  }
}

module endpoints 'private-endpoint.bicep' = [
  for (endpoint, index) in (privateEndpoints ?? []): {
    name: format('{0}-rsv-PrivateEndpoint-{1}', uniqueString(deployment().name, location), index)
    scope: resourceGroup(
      split(endpoint.?resourceGroupResourceId ?? resourceGroup().id, '/')[2],
      endpoint.?resourceGroupName ?? split(endpoint.?resourceGroupResourceId ?? resourceGroup().id, '/')[4]
    )
    params: {
      name: endpoint.?name ?? format('pep-{0}-{1}-{2}', last(split(vault.id, '/')), endpoint.?service ?? 'AzureSiteRecovery', index)
      subnetResourceId: endpoint.subnetResourceId
      location: endpoint.?location ?? reference(split(endpoint.subnetResourceId, '/subnets/')[0], '2020-06-01', 'Full').location
      privateLinkServiceConnections: endpoint.?isManualConnection == true ? null : [connections[index]]
      manualPrivateLinkServiceConnections: endpoint.?isManualConnection == true ? [manualConnections[index]] : null
      privateDnsZoneGroup: endpoint.?privateDnsZoneGroup
      privateDnsZoneGroupName: endpoint.?privateDnsZoneGroupName
      privateDnsZoneResourceIds: endpoint.?privateDnsZoneResourceIds
      ipConfigurations: endpoint.?ipConfigurations
      customDnsConfigs: endpoint.?customDnsConfigs
      customNetworkInterfaceName: endpoint.?customNetworkInterfaceName
      applicationSecurityGroupResourceIds: endpoint.?applicationSecurityGroupResourceIds
    }
  }
]

var connections = [
  for (endpoint, index) in (privateEndpoints ?? []): {
    name: endpoint.?privateLinkServiceConnectionName ?? format('{0}-{1}-{2}', last(split(vault.id, '/')), endpoint.?service ?? 'AzureSiteRecovery', index)
    properties: {
      privateLinkServiceId: vault.id
      groupIds: [endpoint.?service ?? 'AzureSiteRecovery']
    }
  }
]

var manualConnections = [
  for (endpoint, index) in (privateEndpoints ?? []): {
    name: connections[index].name
    properties: union(connections[index].properties, { requestMessage: endpoint.?manualConnectionRequestMessage ?? 'Manual approval required.' })
  }
]

output name string = vault.name
output resourceId string = vault.id
output resourceGroupName string = resourceGroup().name
output location string = vault.location
output systemAssignedMIPrincipalId string? = vault.?identity.?principalId
output privateEndpoints array = [
  for (endpoint, index) in (privateEndpoints ?? []): {
    name: endpoints[index].outputs.name
    resourceId: endpoints[index].outputs.resourceId
    groupId: endpoints[index].outputs.?groupId
    customDnsConfigs: endpoints[index].outputs.customDnsConfigs
    networkInterfaceResourceIds: endpoints[index].outputs.networkInterfaceResourceIds
  }
]
`;

/** The module's own table of geo codes: it knows no other regions. */
const regionsOfTheModule = regions.filter(({ source }) => source === 'avm' || source === 'doc+avm');

/** The pattern module for private link zones. Of the zones that it makes by default, those that Azure Backup has to do with are listed. */
const privateLinkZones = (backupZone: string): string => `
param location string = resourceGroup().location
param privateLinkPrivateDnsZones array = [
  '${backupZone}'
  'privatelink.siterecovery.windowsazure.com'
  'privatelink.blob.core.windows.net'
  'privatelink.queue.core.windows.net'
  'privatelink.table.core.windows.net'
  'privatelink.file.core.windows.net'
  'privatelink.vaultcore.azure.net'
  'privatelink.managedhsm.azure.net'
]
param privateLinkPrivateDnsZonesToExclude array?
param additionalPrivateLinkPrivateDnsZonesToInclude array?
param virtualNetworkResourceIdsToLinkTo array = []
param virtualNetworkLinks array?

var geoCodes = {
${regionsOfTheModule.map(({ name, geoCode }) => `  ${name}: '${geoCode}'`).join('\n')}
}
var regionNames = {
${regionsOfTheModule.map(({ name, displayName }) => `  '${displayName.toLowerCase()}': '${name}'`).join('\n')}
}
var region = contains(location, ' ') ? regionNames[toLower(location)] : toLower(location)

var templates = filter(
  union(privateLinkPrivateDnsZones, additionalPrivateLinkPrivateDnsZonesToInclude ?? []),
  name => !contains(privateLinkPrivateDnsZonesToExclude ?? [], name)
)
var links = union(map(virtualNetworkResourceIdsToLinkTo, id => { virtualNetworkResourceId: id }), virtualNetworkLinks ?? [])

module zones 'private-dns-zone.bicep' = [
  for (name, index) in templates: {
    name: format('zone-{0}', index)
    params: {
      name: replace(replace(name, '{regionCode}', geoCodes[region]), '{regionName}', region)
      virtualNetworkLinks: links
    }
  }
]

output resourceGroupName string = resourceGroup().name
output resourceGroupResourceId string = resourceGroup().id
output combinedPrivateLinkPrivateDnsZonesReplacedWithVnetsToLink array = [
  for name in templates: {
    pdnsZoneName: replace(replace(name, '{regionCode}', geoCodes[region]), '{regionName}', region)
    virtualNetworkLinks: links
  }
]
`;

/** Bicep by its name; a module statement in one names another one. */
export const knownModuleTexts: ReadonlyMap<string, string> = new Map([
  ['private-endpoint.bicep', privateEndpoint],
  ['private-dns-zone.bicep', privateDnsZone],
  ['recovery-services-vault.bicep', vault],
  ['private-link-zones.bicep', privateLinkZones('privatelink.{regionCode}.backup.windowsazure.com')],
  // Until 0.2.0 the labels were the wrong way round, and no name resolves in such a zone.
  ['private-link-zones-0.1.bicep', privateLinkZones('{regionCode}.privatelink.backup.windowsazure.com')],
]);
