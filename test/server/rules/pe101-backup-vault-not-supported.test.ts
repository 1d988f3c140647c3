import { backupVaultNotSupported } from '../../../server/src/rules/pe101-backup-vault-not-supported';
import { armEndpoint, armTemplate } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const backupVault = `
resource backupVault 'Microsoft.DataProtection/backupVaults@2024-04-01' = {
  name: 'bv-1'
  location: 'northeurope'
  properties: {}
}
`;

testRule(backupVaultNotSupported, [
  { name: 'is silent for a Recovery Services vault', text: vault() + endpoint() },
  { name: 'speaks of a Backup vault by its symbol', text: backupVault + endpoint({ target: '‹backupVault.id›' }) },
  {
    name: 'speaks of a manual connection',
    text: backupVault + endpoint({ target: '‹backupVault.id›', connections: 'manualPrivateLinkServiceConnections' }),
  },
  {
    name: 'speaks of an existing Backup vault in another group',
    text: `
resource backupVault 'Microsoft.DataProtection/backupVaults@2024-04-01' existing = {
  name: 'bv-1'
  scope: resourceGroup('other')
}
${endpoint({ target: '‹backupVault.id›' })}`,
  },
  {
    name: 'stands at the part of a literal ID that names the type, whatever its case',
    text: endpoint({
      target: "‹'/subscriptions/s/resourceGroups/g/providers/microsoft.dataprotection/BackupVaults/bv'›",
    }),
  },
  {
    name: 'stands where an ID is put together, not where it is handed on',
    text: `var targets = [ resourceId('Microsoft.RecoveryServices/vaults', 'a'), ‹resourceId('Microsoft.DataProtection/backupVaults', 'b')› ]
${endpoint({ target: 'target' }).replace('= {', '= [for target in targets: {').replace("'endpoint-1'", "'pe-${uniqueString(target)}'").replace(/\}\n$/, '}]\n')}`,
  },
  { name: 'is silent for an unknown target', text: `param target string\n${endpoint({ target: 'target' })}` },
  {
    name: 'is silent in a deployment that leaves the endpoint out',
    text: backupVault + endpoint({ target: 'backupVault.id' }).replace('= {', '= if (false) {'),
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armEndpoint('["AzureBackup"]', '', "‹\"[resourceId('Microsoft.DataProtection/backupVaults', 'bv')]\"›"),
    ]),
  },
]);
