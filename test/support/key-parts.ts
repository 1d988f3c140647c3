import { vault } from './bicep-parts';

/** Parts of Bicep templates for rules about customer-managed keys, and the same in ARM JSON. */

export const keyVault = (properties: string, name = "'kv-1'"): string => `
resource keys 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: ${name}
  location: 'northeurope'
  properties: { tenantId: tenant().tenantId, sku: { family: 'A', name: 'standard' }${properties} }
}
`;

/** A vault with a key: the expression of its URI. */
export const vaultWithKey = (uri = "‹'https://kv-1.vault.azure.net/keys/backup'›"): string =>
  vault(`properties: { publicNetworkAccess: 'Disabled', encryption: { keyVaultProperties: { keyUri: ${uri} } } }`);

/** The settings of the vault's encryption as a resource of their own. */
export const encryptionConfig = (uri: string): string => `
resource encryption 'Microsoft.RecoveryServices/vaults/backupEncryptionConfigs@2023-02-01' = {
  parent: vault
  name: 'backupResourceEncryptionConfig'
  properties: { encryptionAtRestType: 'CustomerManaged', keyUri: ${uri} }
}
`;

export const armKeyVault = (properties: string): string =>
  `{ "type": "Microsoft.KeyVault/vaults", "apiVersion": "2023-07-01", "name": "kv-1", "location": "northeurope", "properties": { ${properties} } }`;

export const armKeyProperties = (uri: string): string =>
  `"properties": { "publicNetworkAccess": "Disabled", "encryption": { "keyVaultProperties": { "keyUri": ${uri} } } }`;
