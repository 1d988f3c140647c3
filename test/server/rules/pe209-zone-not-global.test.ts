import { zoneNotGlobal } from '../../../server/src/rules/pe209-zone-not-global';
import { armTemplate, armZone } from '../../support/arm-parts';
import { vault, zone } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const name = "'privatelink.ne.backup.windowsazure.com'";

testRule(zoneNotGlobal, [
  { name: 'is silent for global', text: zone('z', name) },
  { name: 'compares without case', text: zone('z', name, "'Global'") },
  { name: 'is silent for an absent location', text: zone('z', name).replace("  location: 'global'\n", '') },
  { name: 'puts global for a region', text: zone('z', name, "‹'westeurope'›"), fixed: zone('z', name) },
  {
    name: 'puts global for the group’s location',
    text: zone('z', name, '‹resourceGroup().location›'),
    fixed: zone('z', name),
  },
  {
    name: 'puts global for a parameter that is the location of something else',
    text: `param location string\n${vault(undefined, 'location')}${zone('z', name, '‹location›')}`,
    fixed: `param location string\n${vault(undefined, 'location')}${zone('z', name)}`,
  },
  {
    name: 'is silent for a parameter without a value that zones alone take',
    text: `param location string\n${zone('z', name, 'location')}`,
  },
  {
    name: 'leaves the default of a parameter alone that is the location of something else',
    text: `param location string = 'westeurope'\n${vault(undefined, 'location')}${zone('z', name, '‹location›')}`,
  },
  {
    name: 'speaks at the default of a parameter that zones alone take',
    text: `param location string = ‹'westeurope'›\n${zone('z', name, 'location')}`,
    fixed: `param location string = 'global'\n${zone('z', name, 'location')}`,
  },
  {
    name: 'speaks where a module is given a region for a zone',
    files: {
      'main.bicep': `param location string\n${vault(undefined, 'location')}\nmodule dns 'dns.bicep' = { name: 'dns', params: { location: ‹location› } }\n`,
      'dns.bicep': `param location string = 'global'\n${zone('z', name, 'location')}`,
    },
  },
  {
    name: 'leaves a literal alone that is something else’s location',
    text: `var region = 'westeurope'\n${vault(undefined, 'region')}${zone('z', name, '‹region›')}`,
    fixed: `var region = 'westeurope'\n${vault(undefined, 'region')}${zone('z', name)}`,
  },
  {
    name: 'is silent for a parameter that is global',
    text: `param location string = 'global'\n${zone('z', name, 'location')}`,
  },
  {
    name: 'is silent for an unknown that need not be a region',
    text: `param settings object\n${zone('z', name, 'settings.zoneLocation')}`,
  },
  {
    name: 'speaks of a link',
    text: `${zone('z', name)}
resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: z
  name: 'link'
  location: ‹'northeurope'›
  properties: { registrationEnabled: false }
}
`,
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([armZone('"a.example"', '‹"[resourceGroup().location]"›')]),
    fixed: armTemplate([armZone('"a.example"')]),
  },
]);
