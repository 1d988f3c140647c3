import type { TemplatePair } from './mistake';

/** A role for the identity of the vault. */
export const roleOfVault: TemplatePair = {
  bicep: `
resource networkRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: ‹guid(resourceGroup().id, vault.id, 'Network Contributor')›
  properties: {
    principalId: vault.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
    )
  }
}
`,
  json: `,
    {
      "type": "Microsoft.Authorization/roleAssignments",
      "apiVersion": "2022-04-01",
      "name": ‹"[guid(resourceGroup().id, 'rsv-backup', 'Network Contributor')]"›,
      "dependsOn": ["[resourceId('Microsoft.RecoveryServices/vaults', 'rsv-backup')]"],
      "properties": {
        "principalId": "[reference(resourceId('Microsoft.RecoveryServices/vaults', 'rsv-backup'), '2024-04-01', 'Full').identity.principalId]",
        "principalType": "ServicePrincipal",
        "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4d97b98b-1d4f-4787-a291-c67834d212e7')]"
      }
    }`,
};
