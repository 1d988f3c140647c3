import assert from 'node:assert/strict';
import type { ProjectFiles } from '../../support/check-files';
import { checkAlike } from '../../support/in-full';
import { CACHE } from '../../support/shapes';

interface Case {
  readonly name: string;
  readonly files: ProjectFiles;
  readonly found: readonly string[];
}

const zone = (
  name: string,
  location = "'global'",
): string => `resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: ${name}
  location: ${location}
}
`;

const account = (location: string): string => `resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'account'
  location: ${location}
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
}
`;

const accountThere = `resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: 'account'
}
`;

const blobZone = "'privatelink.blob.core.windows.net'";
const encoded = Buffer.from('privatelink.we.backup.windowsazure.net').toString('base64');
const unused = '#disable-next-line PE209\n';

const cases: readonly Case[] = [
  {
    name: 'a zone with a slip in the word that it is about',
    files: { 'main.bicep': zone("'privatelink.we.bakcup.windowsazure.com'") },
    found: ['PE201'],
  },
  {
    name: 'a zone whose name is put together',
    files: { 'main.bicep': zone("'privatelink.we.${'back'}${'up'}.windowsazure.net'") },
    found: ['PE201'],
  },
  {
    name: 'a zone whose name is encoded',
    files: { 'main.bicep': zone(`base64ToString('${encoded}')`) },
    found: ['PE201'],
  },
  {
    name: 'a zone whose name is written in escapes of Bicep',
    files: { 'main.bicep': zone("'privatelink.we.\\u{62}ackup.\\u{77}indowsazure.net'") },
    found: ['PE201'],
  },
  {
    name: 'a zone whose name is loaded, in escapes of YAML',
    files: {
      'main.bicep': zone("loadYamlContent('names.yaml').zone"),
      'names.yaml': 'zone: "privatelink.we.\\x62ackup.\\x77indowsazure.net"\n',
    },
    found: ['PE201'],
  },
  {
    name: 'zone groups that the stand-in of a stand-in makes',
    files: {
      'main.bicep': `param subnetId string
param zoneId string
module vault 'br/public:avm/res/recovery-services/vault:0.9.0' = {
  name: 'vault'
  params: {
    name: 'vault'
    privateEndpoints: [
      {
        service: 'AzureSiteRecovery'
        subnetResourceId: subnetId
        privateDnsZoneGroup: {
          privateDnsZoneGroupConfigs: [
            { name: 'one', privateDnsZoneResourceId: zoneId }
            { name: 'one', privateDnsZoneResourceId: '\${zoneId}2' }
          ]
        }
      }
    ]
  }
}
`,
    },
    found: ['PE213'],
  },
  {
    name: 'a zone in the cloud that another resource shows',
    files: {
      'main.bicep':
        account("'usgovvirginia'") + zone(blobZone, "environment().name == 'AzureCloud' ? 'global' : 'usgovvirginia'"),
    },
    found: ['PE209'],
  },
  {
    name: 'a location that a resource of another type in another module has',
    files: {
      'main.bicep': "module first 'first.bicep' = {}\nmodule second 'second.bicep' = {}\n",
      'first.bicep': account("'westeurope'"),
      'second.bicep': accountThere + zone(blobZone, 'account.location'),
    },
    found: ['PE209'],
  },
  {
    name: 'the location of a group that another module declares',
    files: {
      'main.bicep': `targetScope = 'subscription'
module group 'group.bicep' = { params: { location: 'westeurope' } }
module inner 'inner.bicep' = { scope: resourceGroup('rg') }
`,
      'group.bicep': `targetScope = 'subscription'
param location string
resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = { name: 'rg', location: location }
`,
      'inner.bicep': zone(blobZone, 'resourceGroup().location'),
    },
    found: ['PE209'],
  },
  {
    name: 'the location of a group that has it of a resource in a third module',
    files: {
      'main.bicep': `targetScope = 'subscription'
module group 'group.bicep' = {}
module inner 'inner.bicep' = { scope: resourceGroup('rg') }
module assignment 'assignment.bicep' = {}
`,
      'group.bicep': `targetScope = 'subscription'
resource assignment 'Microsoft.Authorization/policyAssignments@2024-04-01' existing = { name: 'policy' }
resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = { name: 'rg', location: assignment.location }
`,
      'inner.bicep': zone(blobZone, "resourceGroup().location == 'westeurope' ? 'westeurope' : 'global'"),
      'assignment.bicep': `targetScope = 'subscription'
resource assignment 'Microsoft.Authorization/policyAssignments@2024-04-01' = { name: 'policy', location: 'westeurope' }
`,
    },
    found: ['PE209'],
  },
  {
    name: 'a literal that a resource of another type takes, too',
    files: { 'main.bicep': `var place = 'westeurope'\n${account('place')}${zone(blobZone, 'place')}` },
    found: ['PE209'],
  },
  {
    name: 'a suppression beside a deployment of nothing',
    files: {
      'main.bicep': `${unused}${account("'westeurope'")}
resource usage 'Microsoft.Resources/deployments@2024-03-01' = {
  name: 'usage'
  properties: { mode: 'Incremental', template: { resources: [] } }
}
`,
    },
    found: ['PE003'],
  },
  {
    name: 'a suppression beside a module that is not there, and never deployed',
    files: { 'main.bicep': `${unused}module missing 'missing.bicep' = if (false) {}\n` },
    found: ['PE003'],
  },
  {
    name: 'a suppression beside a module that is not there',
    files: { 'main.bicep': `${unused}module missing 'missing.bicep' = {}\n` },
    found: [],
  },
];

/** What no rule seems to have anything to say of is not worked out; that it is all found still is held here to a check that works out all. */
describe('What is worked out suffices for', () => {
  for (const { name, files, found } of cases)
    it(name, async () => {
      const { findings } = await checkAlike(files, { modules: { cache: CACHE } });
      assert.deepEqual(
        findings.map(({ ruleId }) => ruleId),
        found,
      );
    });
});
