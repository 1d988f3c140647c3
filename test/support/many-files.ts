import type { TemporaryFolder } from './temporary-folder';

/** How many files a team has. */
const FILES_OF_TEAM = 10;

/** One team of so many has private endpoints. */
const TEAMS_FOR_ONE_WITH_ENDPOINTS = 5;

/**
 * Writes a project of this many files, to the next ten, as large repositories are: most have nothing to do with private endpoints, some are
 * modules and parameter files, some only look like templates. A team's endpoints are for the vault of the last team that has one. Returns in
 * how many places something is wrong.
 */
export function writeManyFiles(folder: TemporaryFolder, files: number): number {
  folder.write('.git/HEAD', '');
  let mistakes = 0;
  for (let team = 0; team * FILES_OF_TEAM < files; team++) {
    const hasEndpoints = team % TEAMS_FOR_ONE_WITH_ENDPOINTS === 0;
    const own = hasEndpoints ? endpointFiles(team) : otherFiles(team);
    for (const [file, text] of Object.entries({ ...own, ...appFiles(team) }))
      folder.write(`area-${Math.floor(team / 50)}/team-${team}/${file}`, text);
    if (hasEndpoints) mistakes++;
  }
  return mistakes;
}

function endpointFiles(team: number): Readonly<Record<string, string>> {
  return {
    'vault.bicep': vault(team),
    'endpoint.bicep': endpoint(team - TEAMS_FOR_ONE_WITH_ENDPOINTS),
    'endpoint.dev.bicepparam': `using 'endpoint.bicep'\n\nparam location = 'westeurope'\n`,
    'endpoint.prod.bicepparam': `using 'endpoint.bicep'\n\nparam location = 'westeurope'\n`,
    'modules/zone.bicep': zone,
  };
}

function otherFiles(team: number): Readonly<Record<string, string>> {
  const names = ['api', 'jobs', 'reports', 'search'];
  const storages = names.map((name) => [`${name}/main.bicep`, unrelated(`${name}${team}`)] as const);
  return { ...Object.fromEntries(storages), 'parameters.json': '{}\n' };
}

function appFiles(team: number): Readonly<Record<string, string>> {
  return {
    'app/main.bicep': unrelated(`app${team}`),
    'app/modules/storage.bicep': storage,
    'app/azuredeploy.json': armTemplate,
    'app/package.json': '{ "name": "app", "version": "1.0.0" }\n',
    'app/tsconfig.json': '{ "compilerOptions": { "strict": true } }\n',
  };
}

function vault(team: number): string {
  return `param location string = 'westeurope'

resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv-${team}'
  location: location
  sku: { name: 'RS0', tier: 'Standard' }
  properties: { publicNetworkAccess: 'Disabled' }
}
`;
}

function endpoint(vaultOf: number): string {
  return `param location string

var zones = ['privatelink.we.backup.windowsazure.com', 'privatelink.blob.core.windows.net', 'privatelink.queue.core.windows.net']

resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = { name: 'rsv-${vaultOf}' }

module zone 'modules/zone.bicep' = [for name in zones: {
  name: 'zone-\${uniqueString(name)}'
  params: { name: name }
}]

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe-rsv-${vaultOf}'
  location: location
  properties: {
    subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'endpoints') }
    ipConfigurations: [{ name: 'ip', properties: { privateIPAddress: '10.0.0.4' } }]
    privateLinkServiceConnections: [
      { name: 'backup', properties: { privateLinkServiceId: vault.id, groupIds: ['AzureBackup'] } }
    ]
  }
}
`;
}

const zone = `param name string

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: name
  location: 'global'
}
`;

function unrelated(name: string): string {
  return `param location string = resourceGroup().location
param names array = ['a', 'b', 'c']

module storage '../app/modules/storage.bicep' = [for (name, index) in names: {
  name: 'storage-\${index}'
  params: { name: 'st\${name}${name}', location: location }
}]

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: 'plan-${name}'
  location: location
  sku: { name: 'B1' }
}
`;
}

const storage = `param name string
param location string

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { minimumTlsVersion: 'TLS1_2', allowBlobPublicAccess: false }
}

output id string = account.id
`;

const armTemplate = `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "location": { "type": "string", "defaultValue": "[resourceGroup().location]" } },
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "vnet",
      "location": "[parameters('location')]",
      "properties": { "addressSpace": { "addressPrefixes": ["10.0.0.0/16"] } }
    }
  ]
}
`;
