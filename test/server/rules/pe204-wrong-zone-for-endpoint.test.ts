import { wrongZoneForEndpoint } from '../../../server/src/rules/pe204-wrong-zone-for-endpoint';
import { armEndpoint, armTemplate, armVault, armZone, armZoneGroup } from '../../support/arm-parts';
import { endpoint, vault, zone, zoneGroup } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const bound = (name: string, groupId = 'AzureBackup'): string =>
  vault() + endpoint({ groupIds: `['${groupId}']` }) + zone('z', name) + zoneGroup('z.id');

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

testRule(wrongZoneForEndpoint, [
  ...[
    'privatelink.ne.backup.windowsazure.com',
    'privatelink.blob.core.windows.net',
    'privatelink.queue.core.windows.net',
    'privatelink.file.core.windows.net',
    'blob.storage.azure.net',
    'contoso.internal',
  ].map((name) => ({ name: `is silent for ${name} on AzureBackup`, text: bound(`'${name}'`) })),
  {
    name: 'is silent for Site Recovery’s own zone',
    text: bound("'privatelink.siterecovery.windowsazure.com'", 'AzureSiteRecovery'),
  },
  {
    name: 'finds Site Recovery’s zone on AzureBackup',
    text: bound("‹'privatelink.siterecovery.windowsazure.com'›"),
    message: /belongs to Azure Site Recovery/,
  },
  {
    name: 'finds Backup’s zone on AzureSiteRecovery',
    text: bound("‹'privatelink.ne.backup.windowsazure.com'›", 'AzureSiteRecovery'),
  },
  {
    name: 'finds another service’s zone',
    text: bound("‹'privatelink.vaultcore.azure.net'›"),
    message: /belongs to Azure Key Vault/,
  },
  {
    name: 'is silent for an unknown group ID',
    text: `param group string\n${vault()}${endpoint({ groupIds: '[group]' })}${zone('z', "'privatelink.siterecovery.windowsazure.com'")}${zoneGroup('z.id')}`,
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armVault(),
      armEndpoint(),
      armZoneGroup(
        `"[resourceId('Microsoft.Network/privateDnsZones', ‹'privatelink.siterecovery.windowsazure.com'›)]"`,
      ),
    ]),
  },
  {
    name: 'stands at the name that ARM JSON declares',
    text: declaredArm('‹"privatelink.siterecovery.windowsazure.com"›', 'privatelink.siterecovery.windowsazure.com'),
  },
]);
