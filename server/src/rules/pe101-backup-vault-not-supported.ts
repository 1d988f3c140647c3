import { sources } from '../data/links';
import { flatText, placeOfPart } from '../domain/flat-text';
import type { Connection } from '../domain/topology';
import { nameOf, relatedResource, wayOf } from './related';
import type { Report } from './report';
import type { Rule } from './rule';

const BACKUP_VAULT = 'microsoft.dataprotection/backupvaults';

export const backupVaultNotSupported: Rule = {
  id: 'PE101',
  name: 'backup-vault-not-supported',
  severity: 'error',
  summary: 'A private endpoint targets a Backup vault, which has no private endpoints.',
  docs: {
    why: 'Private endpoints exist for Recovery Services vaults only. Azure refuses a connection to a Backup vault (`Microsoft.DataProtection/backupVaults`).',
    howToFix: 'Connect the endpoint to a Recovery Services vault (`Microsoft.RecoveryServices/vaults`), or remove the endpoint.',
    sources: [sources.overview],
    examples: [],
  },
  *check({ topology }) {
    for (const endpoint of topology.endpoints) {
      for (const connection of endpoint.connections) {
        if (connection.targetType === BACKUP_VAULT) yield* report(connection);
      }
    }
  },
};

function* report({ endpoint, target, targetId }: Connection): Iterable<Report> {
  const flat = targetId && flatText(targetId);
  const start = flat?.text.toLowerCase().indexOf(BACKUP_VAULT) ?? -1;
  const part = flat && start >= 0 ? placeOfPart(flat, { start, end: start + BACKUP_VAULT.length }) : undefined;
  const place = part ?? target.trail;
  if (!place) return;
  yield {
    place,
    message: `The private endpoint ${nameOf(endpoint)} targets a Backup vault (Microsoft.DataProtection/backupVaults). Azure Backup supports private endpoints for Recovery Services vaults only: use a Microsoft.RecoveryServices/vaults resource or remove the endpoint.`,
    related: [...wayOf(target.trail), relatedResource(endpoint, 'the private endpoint')],
  };
}
