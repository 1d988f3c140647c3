import { cmkRestrictedKeyVault } from '../../../server/src/rules/pe401-cmk-restricted-key-vault';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint } from '../../support/bicep-parts';
import { armKeyProperties, armKeyVault, encryptionConfig, keyVault, vaultWithKey } from '../../support/key-parts';
import { testRule } from '../../support/rule-cases';

const denied = keyVault(", publicNetworkAccess: 'Disabled'");
const walled = keyVault(", networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny' }");
const right = vaultWithKey().replace(/[‹›]/g, '');

const verifiedVault = (keyVaultId?: string, symbol = 'backup'): string => `
module ${symbol} 'br/public:avm/res/recovery-services/vault:0.9.0' = {
  name: '${symbol}'
  params: {
    name: 'rsv-${symbol}'
    ${keyVaultId === undefined ? '' : `customerManagedKey: { keyVaultResourceId: ${keyVaultId}, keyName: 'backup' }`}
    privateEndpoints: [ { service: 'AzureBackup', subnetResourceId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/s' } ]
  }
}
`;

testRule(cmkRestrictedKeyVault, [
  { name: 'is silent for an open Key Vault', text: keyVault('') + right + endpoint() },
  {
    name: 'speaks at the key’s URI, of access that is denied',
    text: denied + vaultWithKey() + endpoint(),
    message: /'kv-1', which restricts network access \('publicNetworkAccess' is 'Disabled'\)/,
    unfixable: true,
  },
  {
    name: 'speaks of a firewall that denies by default, whomever it lets through',
    text: walled + vaultWithKey() + endpoint(),
    message: /'networkAcls.defaultAction' is 'Deny'/,
  },
  { name: 'compares without case', text: denied.replace('Disabled', 'disabled') + vaultWithKey() + endpoint() },
  {
    name: 'speaks of a firewall beside public access',
    text:
      keyVault(", publicNetworkAccess: 'Enabled', networkAcls: { defaultAction: 'deny' }") +
      vaultWithKey() +
      endpoint(),
  },
  {
    name: 'is silent where a perimeter secures the Key Vault',
    text:
      keyVault(", publicNetworkAccess: 'SecuredByPerimeter', networkAcls: { defaultAction: 'Deny' }") +
      right +
      endpoint(),
  },
  {
    name: 'is silent where the firewall allows by default',
    text: keyVault(", networkAcls: { defaultAction: 'Allow', ipRules: [] }") + right + endpoint(),
  },
  { name: 'is silent without a private endpoint', text: denied + right },
  { name: 'is silent for Site Recovery', text: denied + right + endpoint({ groupIds: "['AzureSiteRecovery']" }) },
  {
    name: 'is silent for another Key Vault and for a managed HSM of the same name',
    text:
      denied +
      vaultWithKey("'https://kv-2.vault.azure.net/keys/backup'") +
      endpoint() +
      encryptionConfig("'https://kv-1.managedhsm.azure.net/keys/backup'"),
  },
  {
    name: 'is silent for an existing Key Vault',
    text: `resource keys 'Microsoft.KeyVault/vaults@2023-07-01' existing = {\n  name: 'kv-1'\n}\n${right}${endpoint()}`,
  },
  {
    name: 'is silent for a key that is not known',
    text: `param uri string\n${denied}${vaultWithKey('uri')}${endpoint()}`,
  },
  {
    name: 'is silent for access that is not known',
    text: `param access string\n${keyVault(', publicNetworkAccess: access')}${right}${endpoint()}`,
  },
  {
    name: 'is silent where a condition that is not known decides about access',
    text: `param a bool\n${keyVault(", networkAcls: a ? { defaultAction: 'Deny' } : null")}${right}${endpoint()}`,
  },
  {
    name: 'is silent where access is denied only without the key',
    text: `param own bool\n${keyVault(", publicNetworkAccess: own ? 'Enabled' : 'Disabled'")}${vaultWithKey("own ? 'https://kv-1.vault.azure.net/keys/backup' : null")}${endpoint()}`,
  },
  {
    name: 'speaks where the key is a choice',
    text: `param own bool\n${denied}${vaultWithKey("own ? ‹'https://kv-1.vault.azure.net/keys/backup'› : null")}${endpoint()}`,
  },
  {
    name: 'is silent where key and endpoint exclude each other',
    text: `param own bool\n${denied}${vaultWithKey("own ? 'https://kv-1.vault.azure.net/keys/backup' : null")}${endpoint().replace('= {', '= if (!own) {')}`,
  },
  {
    name: 'speaks of the access by a parameter’s default, and says that it is one',
    text: `param access string = 'Disabled'\n${keyVault(', publicNetworkAccess: access')}${vaultWithKey()}${endpoint()}`,
    message: /is 'Disabled', for the default value of 'access'/,
  },
  {
    name: 'speaks of the vault’s encryption settings',
    text: `${denied}${vaultWithKey('null')}${encryptionConfig("‹'https://KV-1.vault.azure.net/keys/backup/1'›")}${endpoint()}`,
  },
  {
    name: 'speaks of a key’s own property, with a name that is not known, in a loop under a condition',
    text: `param name string\nparam a bool\n${keyVault(", publicNetworkAccess: 'Disabled'", 'name')}
resource key 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
  parent: keys
  name: 'backup'
  properties: { kty: 'RSA' }
}
${vaultWithKey('‹key.properties.keyUriWithVersion›').replace('= {', '= [for i in range(0, 2): if (a) {').replace("'rsv-1'", "'rsv-${i}'").trimEnd()}]
${endpoint({ target: 'vault[0].id' })}`,
  },
  {
    name: 'speaks at the argument of a local module',
    files: {
      'main.bicep': `${denied}module backup 'backup.bicep' = {\n  name: 'backup'\n  params: { uri: ‹'\${keys.properties.vaultUri}keys/backup'› }\n}\n`,
      'backup.bicep': `param uri string\n${vaultWithKey('uri')}${endpoint()}`,
    },
  },
  {
    name: 'speaks at the output of a local module',
    files: {
      'main.bicep': `module keys 'keys.bicep' = {\n  name: 'keys'\n}\n${vaultWithKey('keys.outputs.uri')}${endpoint()}`,
      'keys.bicep': `${denied}output uri string = ‹'\${keys.properties.vaultUri}keys/backup'›\n`,
    },
  },
  {
    name: 'speaks at the value of a parameter file',
    files: {
      'main.bicep': `param uri string\n${denied}${vaultWithKey('uri')}${endpoint()}`,
      'main.bicepparam': "using 'main.bicep'\nparam uri = ‹'https://kv-1.vault.azure.net/keys/backup'›\n",
    },
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armKeyVault('"networkAcls": { "defaultAction": "Deny" }'),
      armVault(armKeyProperties(`‹"[concat(reference('kv-1').vaultUri, 'keys/backup')]"›`)),
      armEndpoint(),
    ]),
  },
  {
    name: 'speaks in a nested deployment',
    text: armTemplate([
      armVault(armKeyProperties('‹"https://kv-1.vault.azure.net/keys/backup"›')),
      armEndpoint(),
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "inner", "properties": { "mode": "Incremental", "template": ${armTemplate([armKeyVault('"publicNetworkAccess": "Disabled"')])} } }`,
    ]),
  },
  {
    name: 'speaks at a verified vault module that takes the key by its Key Vault',
    options: { modules: { cache: 'file:///cache' } },
    text: denied + verifiedVault('keys.id').replace('backup ', '‹backup› '),
  },
  {
    name: 'is silent for a verified vault module with a key of an HSM, of an unknown Key Vault or with none',
    options: { modules: { cache: 'file:///cache' } },
    text: `param id string\n${denied}
resource hsm 'Microsoft.KeyVault/managedHSMs@2023-07-01' = {
  name: 'kv-1'
  location: 'northeurope'
  properties: { publicNetworkAccess: 'Disabled' }
}
${verifiedVault('hsm.id')}${verifiedVault('id', 'second')}${verifiedVault(undefined, 'third')}`,
  },
]);
