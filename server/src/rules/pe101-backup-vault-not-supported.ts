import type { Place } from '../base/place';
import { sources } from '../data/links';
import type { TextValue, Trail } from '../deployment/value';
import { flatText, placeOfPart, spelledAt } from '../domain/flat-text';
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
    howToFix:
      'Connect the endpoint to a Recovery Services vault (`Microsoft.RecoveryServices/vaults`), or remove the endpoint.',
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
  const place = placeOfType(targetId) ?? symbolicId(target.trail) ?? target.trail;
  if (!place) return;
  yield {
    place: { uri: place.uri, start: place.start, end: place.end },
    message: `The private endpoint ${nameOf(endpoint)} targets a Backup vault (Microsoft.DataProtection/backupVaults). Azure Backup supports private endpoints for Recovery Services vaults only: use a Microsoft.RecoveryServices/vaults resource or remove the endpoint.`,
    related: [...wayOf(target.trail), relatedResource(endpoint, 'the private endpoint')],
  };
}

/** Where an ID spells its type out; undefined for one that a symbol or a function makes. */
function placeOfType(id: TextValue | undefined): Place | undefined {
  const flat = id && flatText(id);
  const start = flat?.text.toLowerCase().indexOf(BACKUP_VAULT) ?? -1;
  const span = { start, end: start + BACKUP_VAULT.length };
  return flat && start >= 0 && spelledAt(flat, span) ? placeOfPart(flat, span) : undefined;
}

/** The `vault.id` that an ID comes from. */
function symbolicId(trail: Trail | undefined): Place | undefined {
  for (let step = trail; step; step = step.from)
    if (step.via?.kind === 'property' && step.via.name === 'id') return step;
  return undefined;
}
