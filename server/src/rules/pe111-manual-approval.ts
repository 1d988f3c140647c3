import { sources } from '../data/links';
import type { Place } from '../base/place';
import type { DeployedResource } from '../deployment/deployment';
import { getEntry } from '../deployment/values/values';
import { mayBeApproved } from '../domain/vaults/approvals';
import { backupGroups } from '../domain/topology/backup-endpoints';
import { isNothing, settled } from '../domain/resources/options';
import type { Connection, Endpoint } from '../domain/topology/topology';
import { mistake } from './examples/mistake';
import { vaultBehindEndpoint } from './examples/vault-behind-endpoint';
import { nameInId, nameOf, relatedResource } from './related';
import type { RelatedPlace, Report } from './report';
import type { Rule, RuleContext } from './rule';

export const manualApproval: Rule = {
  id: 'PE111',
  name: 'manual-approval',
  about: 'backup',
  severity: 'info',
  summary: 'A private endpoint for Azure Backup waits for the approval of the vault’s owner.',
  docs: {
    why: 'The deployment succeeds, but an endpoint with a manual connection carries no traffic before the vault’s owner approves it. Until then backups through it fail. Azure Policy does not see such endpoints either: it makes zone groups for automatic connections only.',
    howToFix:
      'If whoever deploys has rights on the vault, use `privateLinkServiceConnections`: Azure then approves the connection at once. Else have it approved after the deployment, under “Private endpoint connections” of the vault, and silence this.',
    sources: [sources.configure, sources.privateEndpoints],
    examples: [
      mistake('bicep', vaultBehindEndpoint, ['privateLinkServiceConnections', '‹manualPrivateLinkServiceConnections›']),
      mistake('json', vaultBehindEndpoint, [
        '"privateLinkServiceConnections"',
        '‹"manualPrivateLinkServiceConnections"›',
      ]),
    ],
  },
  *check(context) {
    for (const endpoint of context.topology.endpoints) {
      const waiting = endpoint.connections.find((it) => it.manual && backupGroups(it).length > 0);
      const place = waiting && keyOfConnections(endpoint);
      if (place && !isApproved(waiting, context)) yield report(endpoint.resource, waiting, place, context);
    }
  },
};

/** The name of the list of manual connections, where it certainly is not empty. */
function keyOfConnections({ resource }: Endpoint): Place | undefined {
  const properties = settled(getEntry(resource.body, 'properties')?.value, resource);
  const entry = properties?.kind === 'object' ? getEntry(properties, 'manualPrivateLinkServiceConnections') : undefined;
  return isNothing(settled(entry?.value, resource)) ? undefined : entry?.key;
}

function isApproved({ targetId }: Connection, context: RuleContext): boolean {
  return targetId !== undefined && mayBeApproved(targetId, context);
}

function report(endpoint: DeployedResource, { targetId }: Connection, place: Place, { topology }: RuleContext): Report {
  const vault = topology.index.byId(targetId);
  const related: readonly RelatedPlace[] = vault ? [relatedResource(vault, 'the vault')] : [];
  return {
    place,
    message: `The private endpoint ${nameOf(endpoint)} has a manual connection, so backups through it fail until the owner of the vault${nameInId(targetId)} approves it. Have it approved after the deployment, or use 'privateLinkServiceConnections' where whoever deploys has rights on the vault.`,
    related: [relatedResource(endpoint, 'the private endpoint'), ...related],
  };
}
