import { sources } from '../data/links';
import { isBackupEndpoint } from '../domain/topology/backup-endpoints';
import { settled } from '../domain/resources/options';
import type { DeployedResource } from '../deployment/deployment';
import type { Entry } from '../deployment/values/value';
import { getEntry } from '../deployment/values/values';
import type { Editor } from '../model/edit/editor';
import { mistake } from './examples/mistake';
import { vaultBehindEndpoint } from './examples/vault-behind-endpoint';
import { nameOf, relatedResource } from './related';
import type { Fix } from './report';
import type { Rule } from './rule';

export const staticIp: Rule = {
  id: 'PE103',
  name: 'static-ip',
  about: 'backup',
  severity: 'error',
  summary: 'A private endpoint for Azure Backup has static IP addresses.',
  docs: {
    why: 'Azure Backup adds addresses to its endpoints over time, so the version 2 experience does not support static ones. The deployment succeeds all the same, but registration might fail later in a vault that already protects items.',
    howToFix:
      'Remove `ipConfigurations`. The endpoint then takes its addresses from the subnet: ten at first, and more over time.',
    fixes: [{ does: 'removes `ipConfigurations`', safe: false }],
    sources: [sources.overview],
    examples: [
      mistake('bicep', vaultBehindEndpoint, [
        '    privateLinkServiceConnections',
        `    ‹ipConfigurations›: [
      {
        name: 'backup'
        properties: { groupId: 'AzureBackup', memberName: 'AzureBackup', privateIPAddress: '10.1.4.10' }
      }
    ]
    privateLinkServiceConnections`,
      ]),
      mistake('json', vaultBehindEndpoint, [
        '        "privateLinkServiceConnections"',
        `        ‹"ipConfigurations"›: [
          {
            "name": "backup",
            "properties": { "groupId": "AzureBackup", "memberName": "AzureBackup", "privateIPAddress": "10.1.4.10" }
          }
        ],
        "privateLinkServiceConnections"`,
      ]),
    ],
  },
  *check({ topology, editor }) {
    for (const endpoint of topology.endpoints.filter(isBackupEndpoint)) {
      const { resource } = endpoint;
      const entry = staticAddresses(resource);
      if (!entry?.key) continue;
      yield {
        place: entry.key,
        message: `The private endpoint ${nameOf(resource)} for Azure Backup has static IP addresses, which Azure Backup does not support: the deployment succeeds, but registration might fail in a vault that already protects items. Remove 'ipConfigurations'.`,
        related: [relatedResource(resource, 'the private endpoint')],
        fixes: removal(entry, editor),
      };
    }
  },
};

/** The property where it holds addresses for certain: an empty list or null is no static address. */
function staticAddresses(resource: DeployedResource): Entry | undefined {
  const properties = settled(getEntry(resource.body, 'properties')?.value, resource);
  const entry = properties?.kind === 'object' ? getEntry(properties, 'ipConfigurations') : undefined;
  const value = entry && settled(entry.value, resource);
  return value?.kind === 'array' && value.items.length > 0 ? entry : undefined;
}

function removal(entry: Entry, editor: Editor): readonly Fix[] {
  const edits = entry.key && editor.removeProperty(entry.key);
  return edits ? [{ title: "Remove 'ipConfigurations'", safe: false, edits }] : [];
}
