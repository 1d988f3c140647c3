import { malformedBackupZone } from '../../../server/src/rules/pe201-malformed-backup-zone';
import { armTemplate, armZone } from '../../support/arm-parts';
import { endpoint, vault, zone, zoneGroup } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const right = "'privatelink.ne.backup.windowsazure.com'";

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
    name: 'finds the dot that interpolation lacks',
    text: `var geo = 'ne'\n${zone('z', "‹'privatelink.${geo}backup.windowsazure.com'›")}`,
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
    name: 'speaks in ARM JSON',
    text: armTemplate([armZone('‹"privatelink.nebackup.windowsazure.com"›')]),
    fixed: armTemplate([armZone('"privatelink.ne.backup.windowsazure.com"')]),
  },
]);
