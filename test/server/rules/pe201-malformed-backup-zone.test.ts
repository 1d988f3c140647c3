import assert from 'node:assert/strict';
import { malformedBackupZone } from '../../../server/src/rules/pe201-malformed-backup-zone';
import { armEndpoint, armTemplate, armVault, armZone, armZoneGroup } from '../../support/arm-parts';
import { endpoint, vault, zone, zoneGroup } from '../../support/bicep-parts';
import { checkFiles } from '../../support/check-files';
import { testRule } from '../../support/rule-cases';

const right = "'privatelink.ne.backup.windowsazure.com'";

const module = (parameters: string): string => `module zones 'zones.bicep' = {\n  params: ${parameters}\n}\n`;

const zoneLoop = (
  name: string,
): string => `resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for geo in ['we', 'ne']: {
  name: ${name}
  location: 'global'
}]
`;

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

testRule(malformedBackupZone, [
  { name: 'is silent for a right name', text: zone('z', right) },
  { name: 'is silent for the name in capitals', text: zone('z', "'privatelink.NE.backup.windowsazure.com'") },
  {
    name: 'speaks where a name brings in what only environment() knows',
    text: `var suffix = replace(replace(environment().resourceManager, 'https://management.', ''), '/', '')
${zone('backup', "'privatelink.we.backup.${‹suffix›}'")}`,
  },
  {
    name: 'finds the missing dot',
    text: zone('z', "‹'privatelink.nebackup.windowsazure.com'›"),
    fixed: zone('z', right),
    message: /a dot is missing/,
  },
  {
    name: 'finds a hyphen in place of the dot',
    text: zone('z', "‹'privatelink.ne-backup.windowsazure.com'›"),
    fixed: zone('z', right),
    message: /a dot is missing/,
  },
  { name: 'finds the missing privatelink', text: zone('z', "‹'ne.backup.windowsazure.com'›"), fixed: zone('z', right) },
  { name: 'finds the missing geo code', text: zone('z', "‹'privatelink.backup.windowsazure.com'›") },
  { name: 'finds the star', text: zone('z', "‹'*.privatelink.ne.backup.windowsazure.com'›"), fixed: zone('z', right) },
  { name: 'finds a placeholder', text: zone('z', "‹'privatelink.<geo>.backup.windowsazure.com'›") },
  {
    name: 'has no fix for a name that something else has, too',
    text: `var name = ‹'privatelink.nebackup.windowsazure.com'›\n${zone('z', 'name')}${vault('tags: { zone: name }')}`,
    unfixable: true,
  },
  {
    name: 'finds the dot that interpolation lacks, and puts it beside the hole',
    text: `var geo = 'ne'\n${zone('z', "‹'privatelink.${geo}backup.windowsazure.com'›")}`,
    fixed: `var geo = 'ne'\n${zone('z', "'privatelink.${geo}.backup.windowsazure.com'")}`,
  },
  {
    name: 'puts the dot before the hole for a whole loop',
    text: zoneLoop("‹'privatelink${geo}.backup.windowsazure.com'›"),
    fixed: zoneLoop("'privatelink.${geo}.backup.windowsazure.com'"),
  },
  {
    name: 'mends the one part of a format that is wrong',
    text: zone('z', "format('privatelink.{0}‹.backup.windowazure.com›', 'ne')"),
    fixed: zone('z', "format('privatelink.{0}.backup.windowsazure.com', 'ne')"),
  },
  {
    name: 'has no fix where another zone is made of the same part and is right',
    text: `var suffix = 'backup.windowsazure.com'
${zone('z', "‹'privatelink.${'ne'}${suffix}'›")}${zone('right', "'privatelink.we.${suffix}'")}`,
    unfixable: true,
  },
  {
    name: 'stands at the name, not at the geo code that comes first in it, where privatelink is missing',
    text: `var codes = { westeurope: 'we' }\n${zone('z', "‹'${codes.westeurope}.backup.windowsazure.com'›")}`,
    unfixable: true,
  },
  {
    name: 'stands where a name is put together that a resource ID takes',
    text: `param geo string = 'ne'
var zones = { backup: ‹'privatelink.\${geo}backup.windowsazure.com'› }
${vault()}${endpoint()}${zoneGroup("resourceId('dns', 'Microsoft.Network/privateDnsZones', zones.backup)")}`,
    fixed: `param geo string = 'ne'
var zones = { backup: 'privatelink.\${geo}.backup.windowsazure.com' }
${vault()}${endpoint()}${zoneGroup("resourceId('dns', 'Microsoft.Network/privateDnsZones', zones.backup)")}`,
  },
  {
    name: 'stands where a name is put together in an ID, and speaks once of an existing zone',
    text: `param geo string = 'ne'
param hub string
resource z 'Microsoft.Network/privateDnsZones@2024-06-01' existing = {
  name: ‹'privatelink.\${geo}backup.windowsazure.com'›
  scope: resourceGroup('dns')
}
${vault()}${endpoint()}${zoneGroup('z.id')}
${endpoint({ symbol: 'second' })}${zoneGroup(
      "'/subscriptions/${hub}/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/‹privatelink.${geo}backup.windowsazure.com›'",
    )
      .replace('parent: endpoint', 'parent: second')
      .replace('resource group ', 'resource secondGroup ')}`,
  },
  {
    name: 'is silent for a hole that may hold the dot',
    text: `param geo string\n${zone('z', "'privatelink.${geo}backup.windowsazure.com'")}`,
  },
  {
    name: 'is silent for a placeholder that a replacement fills',
    text: zone('z', "replace('privatelink.<geo>.backup.windowsazure.com', '<geo>', 'ne')"),
  },
  { name: 'is silent for a name that only mentions backup', text: zone('z', "'privatelink.backup.contoso.com'") },
  {
    name: 'looks into a resource ID',
    text:
      vault() +
      endpoint() +
      zoneGroup(
        "'/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/privateDnsZones/‹privatelink.nebackup.windowsazure.com›'",
      ),
  },
  {
    name: 'looks into lists and objects that a module takes which is not there',
    text: module("{ zones: [{ name: ‹'privatelink.nebackup.windowsazure.com'› }] }"),
    fixed: module(`{ zones: [{ name: ${right} }] }`),
  },
  {
    name: 'looks into resource IDs that such a module takes, where nothing replaces a placeholder',
    text: module(
      "{ zone: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/privateDnsZones/‹privatelink.{regionCode}.backup.windowsazure.com›' }",
    ),
    message: /a placeholder was never replaced/,
  },
  ...[
    "'privatelink.{regionCode}.backup.windowsazure.com'",
    "'privatelink.xxxxxx.backup.windowsazure.com'",
    "'privatelink.backup.windowsazure.com'",
    "'*.privatelink.ne.backup.windowsazure.com'",
    "'*.backup.windowsazure.com'",
    "'backup.windowsazure.com'",
    "'ne.backup.windowsazure.com'",
    "'see privatelink.nebackup.windowsazure.com for more'",
  ].map((given) => ({ name: `is silent where such a module takes ${given}`, text: module(`{ zones: [${given}] }`) })),
  {
    name: 'is silent for a name that such a module never gets',
    text: `param old bool
module zones 'zones.bicep' = if (old) {
  params: { name: old ? ${right} : 'privatelink.nebackup.windowsazure.com' }
}
module never 'zones.bicep' = if (false) {
  params: { name: 'privatelink.nebackup.windowsazure.com' }
}
`,
  },
  {
    name: 'has no fix where the literal is something else, too',
    text: `var name = ‹'privatelink.nebackup.windowsazure.com'›\n${module('{ name: name }')}${vault('tags: { zone: name }')}`,
    unfixable: true,
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([armZone('‹"privatelink.nebackup.windowsazure.com"›')]),
    fixed: armTemplate([armZone('"privatelink.ne.backup.windowsazure.com"')]),
  },
  {
    name: 'speaks once of a zone that ARM JSON declares, and renames it wherever it is spelled',
    text: declaredArm('‹"privatelink.nebackup.windowsazure.com"›', 'privatelink.nebackup.windowsazure.com'),
    fixed: declaredArm('"privatelink.ne.backup.windowsazure.com"', 'privatelink.ne.backup.windowsazure.com'),
  },
]);

it('PE201 shows the way that a name has taken into a resource ID', async () => {
  const text = `var zones = { backup: 'privatelink.nebackup.windowsazure.com' }
${vault()}${endpoint()}${zoneGroup("resourceId('dns', 'Microsoft.Network/privateDnsZones', zones.backup)")}`;
  const { findings } = await checkFiles({ 'main.bicep': text });
  const found = findings.find(({ ruleId }) => ruleId === 'PE201');
  assert.ok(found?.related.some(({ message }) => message === "variable 'zones' is used here"));
});
