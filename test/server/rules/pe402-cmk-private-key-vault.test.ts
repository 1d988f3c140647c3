import { cmkPrivateKeyVault } from '../../../server/src/rules/pe402-cmk-private-key-vault';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint } from '../../support/bicep-parts';
import { armKeyProperties, armKeyVault, encryptionConfig, keyVault, vaultWithKey } from '../../support/key-parts';
import { testRule } from '../../support/rule-cases';

const keys = keyVault('');
const own = endpoint({ symbol: 'private', target: 'keys.id', groupIds: "['vault']" });
const right = vaultWithKey().replace(/[‹›]/g, '');
const armOwn = armEndpoint('["vault"]', '', "\"[resourceId('Microsoft.KeyVault/vaults', 'kv-1')]\"").replace(
  'pe-1',
  'pe-2',
);

testRule(cmkPrivateKeyVault, [
  { name: 'is silent without an endpoint of the Key Vault', text: keys + right + endpoint() },
  { name: 'is silent without an endpoint of the vault', text: keys + right + own },
  {
    name: 'speaks at the key’s URI',
    text: keys + vaultWithKey() + endpoint() + own,
    message: /from the Key Vault 'kv-1', which has one as well \('private-1'\)/,
    unfixable: true,
  },
  {
    name: 'is silent where the endpoint is another Key Vault’s, or another service’s',
    text:
      keys +
      right +
      endpoint() +
      endpoint({ symbol: 'a', target: "resourceId('Microsoft.KeyVault/vaults', 'kv-2')", groupIds: "['vault']" }) +
      endpoint({
        symbol: 'b',
        target: "resourceId('Microsoft.Storage/storageAccounts', 'kv-1')",
        groupIds: "['blob']",
      }),
  },
  {
    name: 'speaks of a Key Vault that is elsewhere: its name is the only one in the world',
    text:
      vaultWithKey() +
      endpoint() +
      own.replace('keys.id', "'/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/KV-1'"),
  },
  {
    name: 'speaks of an existing Key Vault by its property, and of a manual connection',
    text: `resource keys 'Microsoft.KeyVault/vaults@2023-07-01' existing = {\n  name: 'kv-1'\n}\n${vaultWithKey("‹'${keys.properties.vaultUri}keys/backup'›")}${endpoint()}${own.replace('privateLinkServiceConnections', 'manualPrivateLinkServiceConnections')}`,
  },
  {
    name: 'speaks of the vault’s encryption settings',
    text:
      keys + vaultWithKey('null') + encryptionConfig("‹'https://kv-1.vault.azure.net/keys/backup'›") + endpoint() + own,
  },
  {
    name: 'is silent for a key that is not known',
    text: `param uri string\n${keys}${vaultWithKey('uri')}${endpoint()}${own}`,
  },
  {
    name: 'is silent for an endpoint whose target is not known',
    text: `param id string\n${keys}${right}${endpoint()}${own.replace('keys.id', 'id')}`,
  },
  {
    name: 'is silent where the endpoints exclude each other',
    text: `param a bool\n${keys}${right}${endpoint().replace('= {', '= if (a) {')}${own.replace('= {', '= if (!a) {')}`,
  },
  {
    name: 'speaks where both have one condition, and in a loop',
    text: `param a bool\n${keys}${vaultWithKey()}${endpoint().replace('= {', '= if (a) {')}${own.replace('= {', '= [for i in range(0, 2): if (a) {').replace("'private-1'", "'private-${i}'").trimEnd()}]\n`,
  },
  {
    name: 'speaks at the argument of a local module',
    files: {
      'main.bicep': `${keys}${own}module backup 'backup.bicep' = {\n  name: 'backup'\n  params: { uri: ‹'\${keys.properties.vaultUri}keys/backup'› }\n}\n`,
      'backup.bicep': `param uri string\n${vaultWithKey('uri')}${endpoint()}`,
    },
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armKeyVault(''),
      armVault(armKeyProperties('‹"https://kv-1.vault.azure.net/keys/backup"›')),
      armEndpoint(),
      armOwn,
    ]),
  },
  {
    name: 'speaks in a nested deployment',
    text: armTemplate([
      armVault(armKeyProperties('‹"https://kv-1.vault.azure.net/keys/backup"›')),
      armEndpoint(),
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "inner", "properties": { "mode": "Incremental", "template": ${armTemplate([armOwn])} } }`,
    ]),
  },
]);
