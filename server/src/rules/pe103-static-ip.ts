import { sources } from '../data/links';
import { isBackupEndpoint } from '../domain/backup-endpoints';
import { settled } from '../domain/options';
import type { DeployedResource } from '../deployment/deployment';
import type { Entry } from '../deployment/value';
import { getEntry } from '../deployment/values';
import type { Editor } from '../model/edit/editor';
import { nameOf, relatedResource } from './related';
import type { Fix } from './report';
import type { Rule } from './rule';

export const staticIp: Rule = {
  id: 'PE103',
  name: 'static-ip',
  severity: 'error',
  summary: 'A private endpoint for Azure Backup has static IP addresses.',
  docs: {
    why: 'Azure Backup expands the addresses of an endpoint over time and needs dynamic ones. The endpoint is created all the same; the registration of a vault that already protects items might fail later.',
    howToFix: 'Remove `ipConfigurations`. Ten dynamic addresses are taken from the subnet.',
    sources: [sources.overview],
    examples: [],
  },
  *check({ topology, editor }) {
    for (const endpoint of topology.endpoints.filter(isBackupEndpoint)) {
      const { resource } = endpoint;
      const entry = staticAddresses(resource);
      if (!entry?.key) continue;
      yield {
        place: entry.key,
        message: `The private endpoint ${nameOf(resource)} for Azure Backup has static IP addresses, which the version 2 experience does not support: creation succeeds, but the registration of protected items might fail. Remove 'ipConfigurations'.`,
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
