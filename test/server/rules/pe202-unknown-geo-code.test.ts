import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/base/text-edit';
import { planEdits } from '../../../server/src/lint/apply-fixes';
import { unknownGeoCode } from '../../../server/src/rules/pe202-unknown-geo-code';
import { armEndpoint, armTemplate, armVault, armZone, armZoneGroup } from '../../support/arm-parts';
import { endpoint, vault, zone, zoneGroup } from '../../support/bicep-parts';
import { checkFiles, projectUri } from '../../support/check-files';
import { testRule } from '../../support/rule-cases';

const right = "'privatelink.we.backup.windowsazure.com'";
const interpolated = (hole: string): string => zone('z', `'privatelink.\${${hole}}.backup.windowsazure.com'`);

const boundTo = (name: string): string =>
  vault() +
  endpoint() +
  zoneGroup(`'/subscriptions/s/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/${name}'`);

const zonesModule = (names: string): string => `param zones array = ${names}
module zone 'zone.bicep' = [for name in zones: {
  params: { name: name }
}]
`;
const linkedTemplate = (name: string): string =>
  armTemplate([
    `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "zones",
      "properties": { "mode": "Incremental", "templateLink": { "relativePath": "zones.json" }, "parameters": { "zones": { "value": [${name}] } } } }`,
  ]);

/** A zone with a link, bound to the endpoint: JSON spells its name again and again. */
const declaredArm = (name: string, named: string): string =>
  armTemplate([
    armVault(),
    armEndpoint(),
    armZone(name),
    `{ "type": "Microsoft.Network/privateDnsZones/virtualNetworkLinks", "apiVersion": "2024-06-01", "name": "${named}/l", "location": "global",
      "dependsOn": ["[resourceId('Microsoft.Network/privateDnsZones', '${named}')]"],
      "properties": { "registrationEnabled": false, "virtualNetwork": { "id": "[resourceId('net', 'Microsoft.Network/virtualNetworks', 'v')]" } } }`,
    armZoneGroup(`"[resourceId('Microsoft.Network/privateDnsZones', '${named}')]"`),
  ]);

const parameters = (name: string): string => `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "zones": { "value": [${name}] } }
}
`;

testRule(unknownGeoCode, [
  {
    name: 'proposes the code of the vault’s region for a zone that its endpoint is bound to',
    text: boundTo('‹privatelink.euw.backup.windowsazure.com›'),
    message: /Did you mean 'ne' \(North Europe, where the vault is\)\?/,
    fixed: boundTo('privatelink.ne.backup.windowsazure.com'),
  },
  ...[
    ['items(codes)', 'it.key', 'westeurope'],
    ['objectKeys(codes)', 'it', 'westeurope'],
    ['items(codes)', 'it.key', "'westeurope'"],
  ].map(([list, used, key]) => ({
    name: `stands where a zone takes the names in a map of geo codes, by ${list} with the name ${key}`,
    text: `var codes = { ${key}: 'we', northeurope: 'ne' }
resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for it in ${list}: {
  name: 'privatelink.\${‹${used}›}.backup.windowsazure.com'
  location: 'global'
}]
`,
  })),
  {
    name: 'stands in the file that a template loads',
    files: { 'main.bicep': `var geo = loadTextContent('geo.txt')\n${interpolated('geo')}`, 'geo.txt': '‹westeurope›' },
  },
  {
    name: 'is silent where the zone takes their values',
    text: `var codes = { westeurope: 'we', northeurope: 'ne' }
resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for it in items(codes): {
  name: 'privatelink.\${it.value}.backup.windowsazure.com'
  location: 'global'
}]
`,
  },
  {
    name: 'speaks in a parameter file whose template is not there',
    files: { 'main.parameters.json': parameters('‹"privatelink.westeurope.backup.windowsazure.com"›') },
    fixed: parameters('"privatelink.we.backup.windowsazure.com"'),
  },
  {
    name: 'speaks in a .bicepparam whose template is not there',
    files: {
      'main.bicepparam': "using 'gone.bicep'\nparam zones = [‹'privatelink.westeurope.backup.windowsazure.com'›]\n",
    },
  },
  {
    name: 'is silent there for codes, and for what a template may replace',
    files: {
      'main.parameters.json': parameters('"privatelink.we.backup.windowsazure.com"'),
      'main.bicepparam': "using 'gone.bicep'\nparam zones = ['privatelink.xxxxxx.backup.windowsazure.com']\n",
    },
  },
  { name: 'is silent for a geo code', text: zone('z', right) },
  { name: 'is silent for the code of a pair', text: zone('z', "'privatelink.eusr.backup.windowsazure.com'") },
  {
    name: 'puts the geo code for a region’s name',
    text: zone('z', "‹'privatelink.westeurope.backup.windowsazure.com'›"),
    fixed: zone('z', right),
    message: /region's name 'westeurope' .* The geo code of West Europe is 'we'/,
  },
  {
    name: 'warns of a code nobody knows',
    text: zone('z', "‹'privatelink.weu.backup.windowsazure.com'›"),
    severity: 'warning',
    message: /Did you mean 'we'/,
  },
  { name: 'finds the region of a resource group in the hole', text: interpolated('‹resourceGroup().location›') },
  {
    name: 'finds a parameter that resources take as their location, whatever its value',
    text: `param location string\n${vault(undefined, 'location')}${interpolated('‹location›')}`,
  },
  {
    name: 'finds it with a default value too, in the hole and not at the default',
    text: `param location string = 'westeurope'\n${vault(undefined, 'location')}${interpolated('‹location›')}`,
  },
  {
    name: 'finds it through a function',
    text: `param location string\n${vault(undefined, 'location')}${interpolated('‹toLower(location)›')}`,
  },
  {
    name: 'leaves a literal alone that is a location too, and stands where the name takes it',
    text: `var region = 'westeurope'\n${vault(undefined, 'region')}${interpolated('‹region›')}`,
    message: /Look the geo code up/,
  },
  {
    name: 'does so for each item of a list that a loop goes through',
    text: `var regions = ['westeurope', 'northeurope']
resource vaults 'Microsoft.RecoveryServices/vaults@2024-04-01' = [for region in regions: { name: region, location: region }]
resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for region in regions: {
  name: 'privatelink.\${‹region›}.backup.windowsazure.com'
}]
`,
  },
  {
    name: 'has a fix for a module’s literal that is wrong for all who use the module',
    files: {
      'zone.bicep': zone('z', "‹'privatelink.westeurope.backup.windowsazure.com'›"),
      'a.bicep': "module zone 'zone.bicep' = { name: 'zone' }\n",
      'b.bicep': "module zone 'zone.bicep' = { name: 'zone' }\n",
    },
    fixed: zone('z', right),
  },
  {
    name: 'has no fix for a literal that another template takes as a region',
    files: {
      'names.bicep': "@export()\nvar region = ‹'westeurope'›\n",
      'a.bicep': `import { region } from 'names.bicep'\n${vault(undefined, 'region')}`,
      'b.bicep': `import { region } from 'names.bicep'\n${zone('z', 'zoneName')}var zoneName = 'privatelink.\${region}.backup.windowsazure.com'\n`,
    },
    unfixable: true,
  },
  {
    name: 'has no fix for a code that something else is named after',
    text: `var geo = ‹'weu'›\n${interpolated('geo')}${vault().replace("'rsv-1'", "'rsv-${geo}'")}`,
    unfixable: true,
  },
  { name: 'is silent for a parameter that is no location', text: `param geo string\n${interpolated('geo')}` },
  {
    name: 'is silent for a look-up in a map',
    text: `param location string\nvar codes = { westeurope: 'we', northeurope: 'ne' }\n${vault(undefined, 'location')}${interpolated('codes[location]')}`,
  },
  {
    name: 'finds the wrong entry of a map',
    text: `var codes = { westeurope: ‹'weu'› }\n${interpolated("codes['westeurope']")}`,
    severity: 'warning',
  },
  {
    name: 'puts the geo code where a loop gives a region’s name to a module that is not there',
    text: zonesModule("[‹'privatelink.westeurope.backup.windowsazure.com'›, 'privatelink.blob.core.windows.net']"),
    fixed: zonesModule(`[${right}, 'privatelink.blob.core.windows.net']`),
  },
  {
    name: 'finds the region in the hole of a name that such a module takes',
    text: `param location string = resourceGroup().location\n${zonesModule("['privatelink.${‹toLower(location)›}.backup.windowsazure.com']")}`,
  },
  {
    name: 'stands where a name takes the location that such a module takes, too',
    text: `param location string = 'westeurope'
module zones 'zones.bicep' = {
  params: { location: location, zones: ['privatelink.\${‹location›}.backup.windowsazure.com'] }
}
`,
    message: /Look the geo code up/,
  },
  {
    name: 'leaves a literal alone that a module takes as a location which is not there',
    text: `var location = 'westeurope'
${interpolated('‹location›')}
module other 'other.bicep' = { params: { location: location } }
`,
    message: /Look the geo code up/,
  },
  {
    name: 'is silent for codes that nobody knows, placeholders and names for an allow list that such a module takes',
    text: zonesModule(
      "['privatelink.weu.backup.windowsazure.com', 'privatelink.{geo}.backup.windowsazure.com', 'westeurope.backup.windowsazure.com', '*.westeurope.backup.windowsazure.com']",
    ),
  },
  {
    name: 'is silent for a module as a whole that such a module takes',
    text: `module names 'names.bicep' = {}
module zones 'zones.bicep' = { params: { names: names, outputs: names.outputs } }
module more 'zones.bicep' = { params: { ...names } }
`,
    files: { 'names.bicep': "output zone string = 'privatelink.westeurope.backup.windowsazure.com'\n" },
  },
  {
    name: 'finds a name that a linked template takes which is not there',
    text: linkedTemplate('‹"privatelink.westeurope.backup.windowsazure.com"›'),
    fixed: linkedTemplate('"privatelink.we.backup.windowsazure.com"'),
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([armZone('‹"privatelink.westeurope.backup.windowsazure.com"›')]),
    fixed: armTemplate([armZone('"privatelink.we.backup.windowsazure.com"')]),
  },
  {
    name: 'finds the hole in ARM JSON',
    text: armTemplate([armZone(`"[format('privatelink.{0}.backup.windowsazure.com', ‹resourceGroup().location›)]"`)]),
  },
  {
    name: 'speaks once of a zone that ARM JSON declares, and renames it wherever it is spelled',
    text: declaredArm(
      '‹"privatelink.northeurope.backup.windowsazure.com"›',
      'privatelink.northeurope.backup.windowsazure.com',
    ),
    fixed: declaredArm('"privatelink.ne.backup.windowsazure.com"', 'privatelink.ne.backup.windowsazure.com'),
  },
]);

describe('PE202 in several places of one file', () => {
  const twoZones = `${interpolated('resourceGroup().location')}${interpolated('resourceGroup().location').replace('resource z', 'resource y')}`;
  const armZones = armTemplate(
    ['a', 'b'].map(() => armZone(`"[format('privatelink.{0}.backup.windowsazure.com', resourceGroup().location)]"`)),
  );
  for (const [file, text] of [
    ['main.bicep', `param x string\n${twoZones}`],
    ['main.json', armZones],
  ] as const) {
    it(`declares one map for all look-ups in ${file}`, async () => {
      const { findings } = await checkFiles({ [file]: text });
      assert.equal(findings.length, 2);
      const { edits } = planEdits(findings, { unsafe: true, mayEdit: () => true });
      const fixed = applyEdits(text, edits.get(projectUri(file)) ?? []);
      assert.equal(fixed.split('backupGeoCodes').length - 1, 3);
      assert.deepEqual((await checkFiles({ [file]: fixed })).findings, []);
    });
  }
});
