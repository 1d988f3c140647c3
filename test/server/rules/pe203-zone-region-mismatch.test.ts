import { zoneRegionMismatch } from '../../../server/src/rules/pe203-zone-region-mismatch';
import { armEndpoint, armTemplate, armVault, armZone, armZoneGroup } from '../../support/arm-parts';
import { endpoint, vault, zone, zoneGroup } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const ne = "'privatelink.ne.backup.windowsazure.com'";
const we = "‹'privatelink.we.backup.windowsazure.com'›";
const bound = (name: string): string => vault() + endpoint() + zone('z', name) + zoneGroup('z.id');

/** A zone with a link, bound to the endpoint: JSON spells its name again and again. */
const declaredArm = (name: string, code: string): string =>
  armTemplate([
    armVault(),
    armEndpoint(),
    armZone(name),
    `{ "type": "Microsoft.Network/privateDnsZones/virtualNetworkLinks", "apiVersion": "2024-06-01", "name": "privatelink.${code}.backup.windowsazure.com/l", "location": "global",
      "dependsOn": ["[resourceId('Microsoft.Network/privateDnsZones', 'privatelink.${code}.backup.windowsazure.com')]"],
      "properties": { "registrationEnabled": false, "virtualNetwork": { "id": "[resourceId('net', 'Microsoft.Network/virtualNetworks', 'v')]" } } }`,
    armZoneGroup(`"[resourceId('Microsoft.Network/privateDnsZones', 'privatelink.${code}.backup.windowsazure.com')]"`),
  ]);

testRule(zoneRegionMismatch, [
  { name: 'is silent for the vault’s own code', text: bound(ne) },
  {
    name: 'puts the vault’s code',
    text: bound(we),
    fixed: bound(ne),
    message: /is for West Europe, but the vault 'rsv-1' is in North Europe/,
    severity: 'error',
  },
  { name: 'is silent for a zone that is not bound', text: vault() + endpoint() + zone('z', we.replace(/[‹›]/g, '')) },
  {
    name: 'goes by the vault where the endpoint is elsewhere',
    text: vault() + endpoint({ location: "'westeurope'" }) + zone('z', we) + zoneGroup('z.id'),
  },
  {
    name: 'warns by the endpoint where the vault’s region is not known',
    text: `resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = {\n  name: 'rsv-1'\n}\n${endpoint()}${zone('z', we)}${zoneGroup('z.id')}`,
    severity: 'warning',
  },
  {
    name: 'is silent where no region is known',
    text: `param location string\n${vault(undefined, 'location')}${endpoint({ location: 'location' })}${zone('z', we.replace(/[‹›]/g, ''))}${zoneGroup('z.id')}`,
  },
  {
    name: 'says that the region is a default',
    text: `param location string = 'northeurope'\n${vault(undefined, 'location')}${endpoint()}${zone('z', we)}${zoneGroup('z.id')}`,
    message: /by the default value of 'location'/,
  },
  {
    name: 'accepts the vault’s, the endpoint’s and the pair’s code on a secondary endpoint',
    text: ['ne', 'we', 'ner']
      .map((code, index) =>
        (
          vault() +
          endpoint({ groupIds: "['AzureBackup_secondary']", location: "'westeurope'" }) +
          zone('z', `'privatelink.${code}.backup.windowsazure.com'`) +
          zoneGroup('z.id')
        )
          .replaceAll(/\b(vault|endpoint|z|group)(?=[ .\n])(?! type)/g, `$1${index}`)
          .replaceAll(/'(rsv|pe|endpoint)-1'/g, `'$1-${index}'`),
      )
      .join('\n'),
  },
  {
    name: 'speaks of a third region’s code on a secondary endpoint',
    text:
      vault() +
      endpoint({ groupIds: "['AzureBackup_secondary']", location: "'westeurope'" }) +
      zone('z', "‹'privatelink.uks.backup.windowsazure.com'›") +
      zoneGroup('z.id'),
  },
  {
    name: 'stands at the literal in a variable, with the way to the vault',
    text: `var geo = ‹'we'›\n${vault()}${endpoint()}${zone('z', "'privatelink.${geo}.backup.windowsazure.com'")}${zoneGroup('z.id')}`,
    fixed: `var geo = 'ne'\n${vault()}${endpoint()}${zone('z', "'privatelink.${geo}.backup.windowsazure.com'")}${zoneGroup('z.id')}`,
  },
  {
    name: 'has no fix for a zone that is right for another vault',
    text: `var regions = ['westeurope', 'northeurope']
resource vaults 'Microsoft.RecoveryServices/vaults@2024-04-01' = [for region in regions: { name: 'rsv-\${region}', location: region }]
${zone('z', we)}
resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [for (region, index) in regions: {
  name: 'pe-\${region}'
  location: region
  properties: {
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: vaults[index].id, groupIds: ['AzureBackup'] } }
    ]
  }
  resource group 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: 'backup', properties: { privateDnsZoneId: z.id } }] }
  }
}]
`,
    unfixable: true,
  },
  {
    name: 'has no fix for a zone that is right for another deployment',
    files: {
      'main.bicep': `param location string\n${vault(undefined, 'location')}${endpoint()}${zone('z', we)}${zoneGroup('z.id')}`,
      'ne.bicepparam': "using 'main.bicep'\nparam location = 'northeurope'\n",
      'we.bicepparam': "using 'main.bicep'\nparam location = 'westeurope'\n",
    },
    unfixable: true,
  },
  {
    name: 'takes a zone by its ID in another group',
    text:
      vault() +
      endpoint() +
      zoneGroup("resourceId('hub', 'Microsoft.Network/privateDnsZones', ‹'privatelink.we.backup.windowsazure.com'›)"),
  },
  {
    name: 'counts each parameter file as a deployment of its own',
    files: {
      'main.bicep': `param location string\nparam geo string\n${vault(undefined, 'location')}${endpoint()}${zone('z', "'privatelink.${geo}.backup.windowsazure.com'")}${zoneGroup('z.id')}`,
      'right.bicepparam': "using 'main.bicep'\nparam location = 'northeurope'\nparam geo = 'ne'\n",
      'wrong.bicepparam': "using 'main.bicep'\nparam location = 'northeurope'\nparam geo = ‹'we'›\n",
    },
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armVault(),
      armEndpoint(),
      armZoneGroup(`"[resourceId('Microsoft.Network/privateDnsZones', ‹'privatelink.we.backup.windowsazure.com'›)]"`),
    ]),
  },
  {
    name: 'takes the region of an existing vault from the template that declares it',
    files: {
      'endpoint.bicep': `resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = {\n  name: 'rsv-1'\n  scope: resourceGroup('backup')\n}\n${endpoint({ location: "'westeurope'" })}${zone('z', we)}${zoneGroup('z.id')}`,
      'vault.bicep': vault(),
    },
    severity: 'error',
    message: /the vault 'rsv-1' is in North Europe/,
  },
  {
    name: 'takes it for a vault that is only named by its ID',
    files: {
      'endpoint.bicep': `${endpoint({ location: "'westeurope'", target: "resourceId('backup', 'Microsoft.RecoveryServices/vaults', 'rsv-1')" })}${zone('z', we)}${zoneGroup('z.id')}`,
      'vault.bicep': vault(),
    },
    severity: 'error',
  },
  {
    name: 'leaves a vault alone that two templates declare in different regions',
    files: {
      'endpoint.bicep': `param location string\nresource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = {\n  name: 'rsv-1'\n}\n${endpoint({ location: 'location' })}${zone('z', we.replace(/[‹›]/g, ''))}${zoneGroup('z.id')}`,
      'vault.bicep': vault(),
      'other.bicep': vault(undefined, "'uksouth'"),
    },
  },
  {
    name: 'stands at the name that ARM JSON declares, and changes it wherever it is spelled',
    text: declaredArm('‹"privatelink.we.backup.windowsazure.com"›', 'we'),
    fixed: declaredArm('"privatelink.ne.backup.windowsazure.com"', 'ne'),
  },
  {
    name: 'has no fix where the right zone is there already',
    text: `${vault()}${endpoint()}${zone('right', ne)}${zone('z', we)}${zoneGroup('right.id', 'z.id')}`,
    unfixable: true,
  },
]);
