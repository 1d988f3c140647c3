import { v1ManagedIdentity } from '../../../server/src/rules/pe112-v1-managed-identity';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const NETWORK = '4d97b98b-1d4f-4787-a291-c67834d212e7';
const DNS = 'B12AA53E-6015-4669-85D0-8515EBB3AE7F';
const CONTRIBUTOR = 'b24988ac-6180-42a0-ab88-20f7382dd24c';

const definition = (role: string): string =>
  `subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ${role})`;
const assignment = (
  role = definition(`'${NETWORK}'`),
  principal = 'vault.identity.principalId',
  name = "‹guid(vault.id, 'role')›",
): string => `
resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: ${name}
  properties: { principalId: ${principal}, roleDefinitionId: ${role}, principalType: 'ServicePrincipal' }
}
`;
const silent = (text: string): string => text.replace(/[‹›]/g, '');
const own = vault("identity: { type: 'SystemAssigned' }\n  properties: { publicNetworkAccess: 'Disabled' }");
const armRole = (principal: string): string =>
  `{ "type": "Microsoft.Authorization/roleAssignments", "apiVersion": "2022-04-01", "name": ‹"[guid('role')]"›,
      "properties": { "principalId": ${principal}, "roleDefinitionId": "[${definition(`'${NETWORK}'`)}]" } }`;
const hidden = "[concat('rsv', uniqueString(resourceGroup().id))]";
const vaultId = "resourceId('Microsoft.RecoveryServices/vaults', 'rsv-1')";

testRule(v1ManagedIdentity, [
  { name: 'is silent for an identity alone', text: own + endpoint() },
  {
    name: 'speaks at the name of the role assignment',
    text: own + endpoint() + assignment(),
    message: /'rsv-1' gets the role 'Network Contributor'/,
    unfixable: true,
  },
  {
    name: 'speaks of the role for DNS zones, compared without case, by its whole ID',
    text: own + endpoint() + assignment(`'/providers/Microsoft.Authorization/roleDefinitions/${DNS}'`),
    message: /'Private DNS Zone Contributor'/,
  },
  {
    name: 'speaks of a role that is declared as existing',
    text: `${own}${endpoint()}${assignment('definition.id')}
resource definition 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  scope: subscription()
  name: '${NETWORK}'
}
`,
  },
  { name: 'speaks without an endpoint in the template', text: own + assignment() },
  {
    name: 'is silent for plain Contributor',
    text: own + endpoint() + silent(assignment(definition(`'${CONTRIBUTOR}'`))),
  },
  {
    name: 'is silent for a role that is not known',
    text: `param id string\n${own}${endpoint()}${silent(assignment(definition('id')))}`,
  },
  {
    name: 'is silent for another identity',
    text: `${own}${endpoint()}
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: 'id-1'
}
${silent(assignment(undefined, 'identity.properties.principalId'))}`,
  },
  {
    name: 'is silent for a principal that is not known',
    text: `param id string\n${own}${endpoint()}${silent(assignment(undefined, 'id'))}`,
  },
  {
    name: 'is silent where the vault serves Site Recovery alone',
    text: own + endpoint({ groupIds: "['AzureSiteRecovery']" }) + silent(assignment()),
  },
  {
    name: 'speaks once of a loop over roles',
    text: `${own}${endpoint()}${assignment(definition('id'), undefined, '‹guid(vault.id, id)›').replace('= {', `= [for id in ['${NETWORK}', '${DNS}', '${CONTRIBUTOR}']: {`).trimEnd()}]\n`,
  },
  {
    name: 'speaks under a condition',
    text: `param grant bool\n${own}${endpoint()}${assignment().replace('= {', '= if (grant) {')}`,
  },
  {
    name: 'speaks in a local module that gets the identity from another one',
    files: {
      'main.bicep': `module backup 'backup.bicep' = {\n  name: 'backup'\n}\nmodule role 'role.bicep' = {\n  name: 'role'\n  params: { principal: backup.outputs.principal }\n}\n`,
      'backup.bicep': `${own}${endpoint()}output principal string = vault.identity.principalId\n`,
      'role.bicep': `param principal string\n${assignment(undefined, 'principal', "‹guid('role')›")}`,
    },
  },
  {
    name: 'is silent for the module’s other uses',
    files: {
      'main.bicep': "module role 'role.bicep' = {\n  name: 'role'\n  params: { principal: 'someone' }\n}\n",
      'role.bicep': `param principal string\n${silent(assignment(undefined, 'principal', "guid('role')"))}`,
    },
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armVault(),
      armEndpoint(),
      armRole(`"[reference(${vaultId}, '2024-04-01', 'full').identity.principalId]"`),
    ]),
  },
  {
    name: 'is silent in ARM JSON for a reference to the vault’s properties',
    text: armTemplate([armVault(), armEndpoint(), silent(armRole(`"[reference(${vaultId}).provisioningState]"`))]),
  },
  {
    name: 'speaks of a vault that is named without resourceId(), as old templates do',
    text: armTemplate([
      armVault(),
      armEndpoint(),
      armRole(`"[reference('Microsoft.RecoveryServices/vaults/rsv-1', '2024-04-01', 'full').identity.principalId]"`),
    ]),
  },
  {
    name: 'speaks of a vault by a name that is not known',
    text: armTemplate([
      armVault().replace(/"rsv-1"/, `"${hidden}"`),
      armRole(`"[reference(${hidden.slice(1, -1)}, '2024-04-01', 'full').identity.principalId]"`),
    ]),
  },
  {
    name: 'speaks of a vault by its type and a name that is not known',
    text: armTemplate([
      armVault().replace(/"rsv-1"/, `"${hidden}"`),
      armRole(
        `"[reference(concat('Microsoft.RecoveryServices/vaults/', ${hidden.slice(1, -1)}), '2024-04-01', 'full').identity.principalId]"`,
      ),
    ]),
  },
  {
    name: 'speaks of an assignment with the type of what it is for',
    text: armTemplate([
      armVault(),
      armEndpoint(),
      armRole(`"[reference(${vaultId}, '2024-04-01', 'full').identity.principalId]"`)
        .replace(
          'Microsoft.Authorization/roleAssignments',
          'Microsoft.Network/virtualNetworks/providers/roleAssignments',
        )
        .replace("[guid('role')]", "[concat('vnet/Microsoft.Authorization/', guid('role'))]"),
    ]),
  },
]);
