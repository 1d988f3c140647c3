import { editDistance } from '../base/edit-distance';
import { VAULT_TYPE } from '../data/resource-types';
import { sources } from '../data/links';
import type { Value } from '../deployment/values/value';
import { knownText } from '../deployment/values/values';
import { flatText, spelledAt } from '../domain/names/flat-text';
import type { Connection } from '../domain/topology/topology';
import { placeOfValue } from '../domain/resources/trails';
import type { Editor } from '../model/edit/editor';
import { mistake } from './examples/mistake';
import { vaultBehindEndpoint } from './examples/vault-behind-endpoint';
import { nameOf, relatedResource, wayOf } from './related';
import type { Fix, Report } from './report';
import type { Rule } from './rule';

const GROUP_IDS = ['AzureBackup', 'AzureBackup_secondary', 'AzureSiteRecovery'] as const;

export const unknownGroupId: Rule = {
  id: 'PE102',
  name: 'unknown-group-id',
  about: 'backup',
  severity: 'error',
  summary:
    'A private endpoint to a Recovery Services vault does not ask for exactly one of the sub-resources (group IDs) that vaults have.',
  docs: {
    why: 'A Recovery Services vault has three group IDs: `AzureBackup` and, for cross-region restore, `AzureBackup_secondary` belong to Azure Backup; `AzureSiteRecovery` belongs to Azure Site Recovery. A connection takes exactly one of them, and Azure refuses any other.',
    howToFix:
      'Write exactly one of the three into `groupIds`. If both Backup and Site Recovery use the vault, make an endpoint for each.',
    fixes: [{ does: 'puts the group ID that was probably meant', safe: true }],
    sources: [sources.configure, sources.dnsZoneValues],
    examples: [
      mistake('bicep', vaultBehindEndpoint, ["['AzureBackup']", "[‹'backup'›]"]),
      mistake('json', vaultBehindEndpoint, ['["AzureBackup"]', '[‹"backup"›]']),
    ],
  },
  *check({ topology, editor }) {
    for (const endpoint of topology.endpoints) {
      for (const connection of endpoint.connections) {
        if (connection.targetType === VAULT_TYPE) yield* checkConnection(connection, editor);
      }
    }
  },
};

function* checkConnection(connection: Connection, editor: Editor): Iterable<Report> {
  const { items, open, key } = connection.groupIds;
  const related = [relatedResource(connection.endpoint, 'the private endpoint')];
  const name = nameOf(connection.endpoint);
  if (items.length === 0 && !open) {
    const place = key ?? connection.target.trail;
    if (place)
      yield {
        place,
        message: `The private endpoint ${name} has no group ID, so Azure will refuse it: a connection to a Recovery Services vault needs exactly one of ${list()}.`,
        related,
      };
  }
  for (const item of items) yield* checkGroupId(item, connection, editor);
  const [first, second] = items;
  const known = items.every((item) => knownText(item) !== undefined);
  const place = second && placeOfValue(second);
  if (first && place && known) {
    const message = `The private endpoint ${name} asks for ${items.length} group IDs in one connection, but Azure permits one. Make an endpoint for each of them.`;
    yield { place, message, related };
  }
}

function* checkGroupId(item: Value, { endpoint }: Connection, editor: Editor): Iterable<Report> {
  const text = knownText(item);
  const place = placeOfValue(item);
  if (text === undefined || !place || GROUP_IDS.some((id) => id.toLowerCase() === text.toLowerCase())) return;
  yield {
    place,
    message: `'${text}' is not a group ID of a Recovery Services vault, so Azure will refuse the private endpoint ${nameOf(endpoint)}. Use ${list()}.`,
    related: [...wayOf(item.trail), relatedResource(endpoint, 'the private endpoint')],
    fixes: nearestFix(item, text, editor),
  };
}

function nearestFix(item: Value, text: string, editor: Editor): readonly Fix[] {
  const nearest = nearestGroupId(text);
  const spelled =
    item.kind === 'text' && text !== '' ? spelledAt(flatText(item), { start: 0, end: text.length }) : undefined;
  const edit = nearest !== undefined && spelled ? editor.replaceInText(spelled, nearest) : undefined;
  return edit ? [{ title: `Change to '${nearest}'`, safe: true, edits: [edit] }] : [];
}

/** The group ID that is meant, where that can be told: a slip of the typist, or its beginning or its own words. */
function nearestGroupId(text: string): string | undefined {
  const plain = normal(text);
  const scored = GROUP_IDS.map((id) => ({ id, distance: editDistance(plain, normal(id)) }));
  const [best, next] = scored.sort((a, b) => a.distance - b.distance);
  if (best && best.distance <= 3 && best.distance < (next?.distance ?? Infinity)) return best.id;
  if (/secondary/.test(plain)) return 'AzureBackup_secondary';
  if (/siterecovery|asr/.test(plain)) return 'AzureSiteRecovery';
  return /backup|vault|recoveryservices/.test(plain) ? 'AzureBackup' : undefined;
}

function normal(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

function list(): string {
  return `'${GROUP_IDS[0]}', '${GROUP_IDS[1]}' or '${GROUP_IDS[2]}'`;
}
