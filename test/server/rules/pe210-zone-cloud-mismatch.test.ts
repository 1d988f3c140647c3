import { zoneCloudMismatch } from '../../../server/src/rules/pe210-zone-cloud-mismatch';
import { armEndpoint, armTemplate, armVault, armZone, armZoneGroup } from '../../support/arm-parts';
import { endpoint, vault, zone, zoneGroup } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const gov = (location = "'usgovvirginia'"): string => vault(undefined, location) + endpoint({ location });
const bound = (name: string, location?: string): string => gov(location) + zone('z', name) + zoneGroup('z.id');

const byId = (name: string): string => zoneGroup(`resourceId('Microsoft.Network/privateDnsZones', ${name})`);

/** A zone for a vault of US Government, whose name stands in its link, in what that waits for and in the zone group as well. */
const linkedArm = (name: string, named: string): string =>
  armTemplate([
    armVault(undefined, '"usgovvirginia"'),
    armEndpoint(),
    armZone(name),
    `{ "type": "Microsoft.Network/privateDnsZones/virtualNetworkLinks", "apiVersion": "2024-06-01", "name": "${named}/l", "location": "global",
      "dependsOn": ["[resourceId('Microsoft.Network/privateDnsZones', '${named}')]"],
      "properties": { "registrationEnabled": false, "virtualNetwork": { "id": "[resourceId('net', 'Microsoft.Network/virtualNetworks', 'v')]" } } }`,
    armZoneGroup(`"[resourceId('Microsoft.Network/privateDnsZones', '${named}')]"`),
  ]);

testRule(zoneCloudMismatch, [
  { name: 'is silent for the cloud’s own suffix', text: bound("'privatelink.ugv.backup.windowsazure.us'") },
  {
    name: 'puts the suffix of the vault’s cloud',
    text: bound("‹'privatelink.ugv.backup.windowsazure.com'›"),
    message: /suffix of Azure public cloud, but the vault 'rsv-1' is in USGov Virginia|US Gov Virginia/,
    fixed: bound("'privatelink.ugv.backup.windowsazure.us'"),
  },
  {
    name: 'speaks in China',
    text: bound("‹'privatelink.sha.backup.windowsazure.com'›", "'chinaeast'"),
    fixed: bound("'privatelink.sha.backup.windowsazure.cn'", "'chinaeast'"),
  },
  {
    name: 'asks environment() for the suffix of storage',
    text: bound("‹'privatelink.blob.core.windows.net'›"),
    fixed: bound("'privatelink.blob.${environment().suffixes.storage}'"),
  },
  { name: 'lets environment() decide', text: bound("'privatelink.queue.${environment().suffixes.storage}'") },
  {
    name: 'lets environment() decide where the region is a default of another cloud than the others’',
    text: `param location string = 'usgovvirginia'\n${endpoint({ location: "'eastus'", target: 'vault.id' })}${vault(undefined, 'location')}${zone('z', "'privatelink.blob.${environment().suffixes.storage}'")}${zoneGroup('z.id')}`,
  },
  {
    name: 'lets environment() choose the suffix of a zone whose code comes from elsewhere',
    text: `param geo string = 'ugv'\nvar suffixes = { AzureCloud: 'com', AzureUSGovernment: 'us' }\n${zone('z', "'privatelink.${geo}.backup.windowsazure.${suffixes[environment().name]}'")}`,
  },
  {
    name: 'speaks of a code and a suffix of two clouds where nothing else is known',
    text:
      zone('z', "‹'privatelink.ugv.backup.windowsazure.com'›") +
      zone('b', "'privatelink.blob.${environment().suffixes.storage}'"),
    message: /its geo code 'ugv' is that of/,
  },
  {
    name: 'says that a geo code is a default',
    text: `param geo string = 'ugv'\n${zone('z', "'privatelink.${geo}‹.backup.windowsazure.com›'")}`,
    message: /by the default value of 'geo'/,
  },
  {
    name: 'goes by the vault rather than by the code: another rule speaks of that',
    text: bound("'privatelink.eus.backup.windowsazure.us'"),
  },
  {
    name: 'takes a zone that is not bound for one of the endpoint’s cloud, too',
    text: gov() + zone('z', "‹'privatelink.queue.core.windows.net'›"),
  },
  {
    name: 'is silent for storage zones without an endpoint for Backup',
    text: vault(undefined, "'usgovvirginia'") + zone('z', "'privatelink.queue.core.windows.net'"),
  },
  {
    name: 'is silent where no region is known',
    text: `param location string\n${bound("'privatelink.blob.core.windows.net'", 'location')}`,
  },
  {
    name: 'is silent for a suffix that is not known',
    text: `param suffix string\n${bound("'privatelink.ugv.backup.${suffix}'")}`,
  },
  {
    name: 'is silent where endpoints of one zone do not agree',
    text:
      ['usgovvirginia', 'eastus']
        .map(
          (region, index) =>
            gov(`'${region}'`)
              .replaceAll(/\b(vault|endpoint)(?=[ .])/g, `$1${index}`)
              .replaceAll(/-1'/g, `-${index}'`) +
            zoneGroup('z.id')
              .replace('resource group', `resource group${index}`)
              .replace('parent: endpoint', `parent: endpoint${index}`),
        )
        .join('') + zone('z', "'privatelink.blob.core.windows.net'"),
  },
  {
    name: 'says that a region is a default',
    text: `param location string = 'usgovvirginia'\n${bound("‹'privatelink.blob.core.windows.net'›", 'location')}`,
    message: /by the default value of 'location'/,
  },
  {
    name: 'stands in a parameter file, where there is no environment()',
    files: {
      'main.bicepparam': "using 'main.bicep'\nparam zoneName = ‹'privatelink.blob.core.windows.net'›\n",
      'main.bicep': `param zoneName string\nmodule inner 'inner.bicep' = { name: 'inner', params: { zoneName: zoneName } }\n`,
      'inner.bicep': `param zoneName string\n${bound('zoneName')}`,
    },
    fixed: "using 'main.bicep'\nparam zoneName = 'privatelink.blob.core.usgovcloudapi.net'\n",
  },
  {
    name: 'takes a zone by its ID in another group',
    text:
      gov() +
      zoneGroup(
        "'/subscriptions/x/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/‹privatelink.blob.core.windows.net›'",
      ),
    fixed:
      gov() +
      zoneGroup(
        "'/subscriptions/x/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.usgovcloudapi.net'",
      ),
  },
  {
    name: 'speaks of the zones of a loop once',
    text: `var codes = ['ugv', 'ugt']\nresource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for code in codes: {\n  name: 'privatelink.\${code}‹.backup.windowsazure.com›'\n  location: 'global'\n}]\n`,
  },
  {
    name: 'has no fix where a zone of another cloud is made of the same suffix',
    text: `var suffix = ‹'backup.windowsazure.com'›
${zone('gov', "'privatelink.ugv.${suffix}'")}${zone('z', "'privatelink.we.${suffix}'")}`,
    unfixable: true,
  },
  {
    name: 'gives a zone its suffix wherever ARM JSON spells its name',
    text: linkedArm('‹"privatelink.ugv.backup.windowsazure.com"›', 'privatelink.ugv.backup.windowsazure.com'),
    fixed: linkedArm('"privatelink.ugv.backup.windowsazure.us"', 'privatelink.ugv.backup.windowsazure.us'),
  },
  {
    name: 'writes the suffix of a storage zone as it is where its name is a part of another somewhere',
    text: linkedArm('‹"privatelink.blob.core.windows.net"›', 'privatelink.blob.core.windows.net'),
    fixed: linkedArm('"privatelink.blob.core.usgovcloudapi.net"', 'privatelink.blob.core.usgovcloudapi.net'),
  },
  {
    name: 'asks environment() in every place where the name is all there is',
    text: gov() + zone('z', "‹'privatelink.blob.core.windows.net'›") + byId("'privatelink.blob.core.windows.net'"),
    fixed:
      gov() +
      zone('z', "'privatelink.blob.${environment().suffixes.storage}'") +
      byId("'privatelink.blob.${environment().suffixes.storage}'"),
  },
  {
    name: 'is silent about zones of no cloud that is known',
    text: zone('z', "'privatelink.exe.backup.windowsazure.com'"),
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([armZone('‹"privatelink.ugv.backup.windowsazure.com"›')]),
    fixed: armTemplate([armZone('"privatelink.ugv.backup.windowsazure.us"')]),
  },
]);
