import { editDistance } from '../base/edit-distance';
import { sources } from '../data/links';
import type { Value } from '../deployment/value';
import { knownText } from '../deployment/values';
import { VAULT_TYPE } from '../domain/find-topology';
import { flatText, spelledAt } from '../domain/flat-text';
import type { Connection } from '../domain/topology';
import { placeOfValue } from '../domain/trails';
import type { Editor } from '../model/edit/editor';
import { nameOf, relatedResource, wayOf } from './related';
import type { Fix, Report } from './report';
import type { Rule } from './rule';

const GROUP_IDS = ['AzureBackup', 'AzureBackup_secondary', 'AzureSiteRecovery'] as const;

export const unknownGroupId: Rule = {
  id: 'PE102',
  name: 'unknown-group-id',
  severity: 'error',
  summary:
    'A private endpoint to a Recovery Services vault asks for a sub-resource (group ID) that vaults do not have, for none, or for more than one.',
  docs: {
    why: 'A Recovery Services vault answers to `AzureBackup`, `AzureBackup_secondary` and `AzureSiteRecovery`, one in each connection. Azure refuses anything else.',
    howToFix: 'Write exactly one of the three group IDs. For Backup and Site Recovery make an endpoint each.',
    sources: [sources.configure, sources.dnsZoneValues],
    examples: [],
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
        message: `The private endpoint ${name} has no group ID. A connection to a Recovery Services vault needs exactly one of ${list()}.`,
        related,
      };
  }
  for (const item of items) yield* checkGroupId(item, connection, editor);
  const [first, second] = items;
  const known = items.every((item) => knownText(item) !== undefined);
  const place = second && placeOfValue(second);
  if (first && place && known) {
    const message = `The private endpoint ${name} asks for ${items.length} group IDs in one connection; Azure permits one. Make an endpoint for each of them.`;
    yield { place, message, related };
  }
}

function* checkGroupId(item: Value, { endpoint }: Connection, editor: Editor): Iterable<Report> {
  const text = knownText(item);
  const place = placeOfValue(item);
  if (text === undefined || !place || GROUP_IDS.some((id) => id.toLowerCase() === text.toLowerCase())) return;
  yield {
    place,
    message: `'${text}' is no group ID of a Recovery Services vault, so the private endpoint ${nameOf(endpoint)} cannot be made. Use ${list()}.`,
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
