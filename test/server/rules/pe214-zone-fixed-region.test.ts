import { zoneFixedRegion } from '../../../server/src/rules/pe214-zone-fixed-region';
import { armEndpoint, armTemplate, armVault, armZoneGroup } from '../../support/arm-parts';
import { endpoint, vault, zone, zoneGroup } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const we = "'privatelink.we.backup.windowsazure.com'";
const wrong = `‹${we}›`;
const atLocation = (name: string): string =>
  vault(undefined, 'location') + endpoint({ location: 'location' }) + zone('z', name) + zoneGroup('z.id');
const byDefault = "param location string = 'westeurope'\n";
const armParameter = (extra: string): string => `"parameters": { "location": { "type": "string"${extra} } },`;
const armZoneId = (name: string): string => `"[resourceId('Microsoft.Network/privateDnsZones', ${name})]"`;
const armParts = (name: string): readonly string[] => [
  armVault(undefined, `"[parameters('location')]"`),
  armEndpoint(),
  armZoneGroup(armZoneId(name)),
];

testRule(zoneFixedRegion, [
  {
    name: 'speaks of a code that is right for the default alone',
    text: byDefault + atLocation(wrong),
    message: /is for West Europe alone, but the vault 'rsv-1' is in the region that parameter 'location' names/,
  },
  { name: 'speaks where the parameter has no default', text: `param location string\n${atLocation(wrong)}` },
  {
    name: 'speaks where the default is the group’s location',
    text: `param location string = resourceGroup().location\n${atLocation(wrong)}`,
  },
  {
    name: 'leaves a code that is wrong for the default to another rule',
    text: `param location string = 'northeurope'\n${atLocation(we)}`,
  },
  { name: 'is silent for a location that is a literal', text: `var location = 'westeurope'\n${atLocation(we)}` },
  {
    name: 'is silent where one region is allowed',
    text: `@allowed(['westeurope'])\nparam location string\n${atLocation(we)}`,
  },
  {
    name: 'is silent where one region is allowed and the default',
    text: `@allowed(['westeurope'])\n${byDefault}${atLocation(we)}`,
  },
  {
    name: 'speaks where several regions are allowed',
    text: `@allowed(['westeurope', 'northeurope'])\n${byDefault}${atLocation(wrong)}`,
  },
  {
    name: 'speaks where several regions are allowed and none is the default',
    text: `@allowed(['westeurope', 'northeurope'])\nparam location string\n${atLocation(wrong)}`,
  },
  {
    name: 'is silent for a look-up by the location',
    text: `${byDefault}var codes = { westeurope: 'we', northeurope: 'ne' }\n${atLocation("'privatelink.${codes[location]}.backup.windowsazure.com'")}`,
  },
  {
    name: 'is silent for a look-up in a map of one region',
    text: `${byDefault}var codes = { westeurope: 'we' }\n${atLocation("'privatelink.${codes[location]}.backup.windowsazure.com'")}`,
  },
  {
    name: 'is silent for a choice by the location',
    text: `${byDefault}var name = location == 'westeurope' ? ${we} : 'privatelink.ne.backup.windowsazure.com'\n${atLocation('name')}`,
  },
  {
    name: 'is silent for a zone that is there for one location alone',
    text: `${byDefault}${vault(undefined, 'location')}${endpoint()}${zone('z', we)}${zoneGroup('z.id').replace('= {', "= if (location == 'westeurope') {")}`,
  },
  {
    name: 'is silent for a code that is a parameter, too',
    text: `${byDefault}param geo string = 'we'\n${atLocation("'privatelink.${geo}.backup.windowsazure.com'")}`,
  },
  {
    name: 'stands at the literal of a variable',
    text: `${byDefault}var geo = ‹'we'›\n${atLocation("'privatelink.${geo}.backup.windowsazure.com'")}`,
  },
  {
    name: 'is silent for a zone that is not bound',
    text: byDefault + vault(undefined, 'location') + endpoint() + zone('z', we),
  },
  {
    name: 'is silent for zones of several regions',
    text: `${byDefault}${vault(undefined, 'location')}${endpoint()}${zone('a', we)}${zone('b', "'privatelink.ne.backup.windowsazure.com'")}${zoneGroup('a.id', 'b.id')}`,
  },
  {
    name: 'is silent for a secondary endpoint',
    text:
      byDefault +
      vault(undefined, 'location') +
      endpoint({ groupIds: "['AzureBackup_secondary']" }) +
      zone('z', we) +
      zoneGroup('z.id'),
  },
  {
    name: 'is silent where a parameter file gives the location',
    files: {
      'main.bicep': byDefault + atLocation(we),
      'main.bicepparam': "using 'main.bicep'\nparam location = 'westeurope'\n",
    },
  },
  {
    name: 'speaks where a parameter file leaves the location open',
    files: {
      'main.bicep': `param location string\n${atLocation(wrong)}`,
      'main.bicepparam': "using 'main.bicep'\nparam location = readEnvironmentVariable('LOCATION')\n",
    },
  },
  {
    name: 'follows the location into a local module',
    files: {
      'main.bicep':
        "param location string\nmodule inner 'inner.bicep' = { name: 'inner', params: { location: location } }\n",
      'inner.bicep': `param location string\n${atLocation(wrong)}`,
    },
  },
  {
    name: 'is silent in a module whose location is given',
    files: {
      'main.bicep': "module inner 'inner.bicep' = { name: 'inner', params: { location: 'westeurope' } }\n",
      'inner.bicep': byDefault + atLocation(we),
    },
  },
  {
    name: 'speaks of a module’s own default',
    files: {
      'main.bicep': "module inner 'inner.bicep' = { name: 'inner' }\n",
      'inner.bicep': byDefault + atLocation(wrong),
    },
  },
  {
    name: 'speaks in a loop',
    text: `${byDefault}${vault(undefined, 'location')}
resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [for i in range(0, 2): {
  name: 'pe-\${i}'
  location: location
  properties: { privateLinkServiceConnections: [{ name: 'c', properties: { privateLinkServiceId: vault.id, groupIds: ['AzureBackup'] } }] }
  resource group 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: 'backup', properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', ${wrong}) } }] }
  }
}]
`,
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate(
      armParts("‹'privatelink.we.backup.windowsazure.com'›"),
      armParameter(', "defaultValue": "westeurope"'),
    ),
  },
  {
    name: 'is silent in ARM JSON where one region is allowed',
    text: armTemplate(
      armParts("'privatelink.we.backup.windowsazure.com'"),
      armParameter(', "allowedValues": ["westeurope"]'),
    ),
  },
]);
