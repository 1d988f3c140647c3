import { sources } from '../data/links';
import { placeOfPart, spelledAt } from '../domain/flat-text';
import type { FlatText } from '../domain/flat-text';
import { namesZone } from '../domain/literal-uses';
import type { LiteralUses } from '../domain/literal-uses';
import { hole } from '../domain/zone-labels';
import { zoneReferences } from '../domain/zone-references';
import type { MalformedBackupZone, ZoneMistakeKind } from '../domain/zone-name';
import type { Editor } from '../model/edit/editor';
import { backupZone } from './examples/backup-zone';
import { mistake } from './examples/mistake';
import { relatedResource, wayOf } from './related';
import type { Fix } from './report';
import type { Rule } from './rule';
import { readable } from './zone-words';

export const malformedBackupZone: Rule = {
  id: 'PE201',
  name: 'malformed-backup-zone',
  severity: 'error',
  summary: 'A private DNS zone is meant for Azure Backup but is not named `privatelink.<geo>.backup.windowsazure.com`.',
  docs: {
    why: 'Azure creates a zone of any name without complaint. But the private names of a vault lie in `privatelink.<geo>.backup.windowsazure.com`, so they find no place in a zone of another name: they do not resolve, and backups fail or go over the internet.',
    howToFix:
      'Write `privatelink.`, the geo code of the vault’s region and `.backup.windowsazure.com`, or the suffix of the vault’s cloud, such as `.backup.windowsazure.us`. `pelint fqdn westeurope` prints the right name for a region.',
    fixes: [{ does: 'writes the right name where it can be told from the wrong one', safe: true }],
    sources: [sources.overview, sources.configure, sources.dnsZoneValues],
    examples: [
      mistake('bicep', backupZone, [
        "'privatelink.we.backup.windowsazure.com'",
        "‹'privatelinkwe.backup.windowsazure.com'›",
      ]),
      mistake('json', backupZone, [
        '"privatelink.we.backup.windowsazure.com"',
        '‹"privatelinkwe.backup.windowsazure.com"›',
      ]),
    ],
  },
  *check({ topology, regions, editor, uses }) {
    for (const { name, meaning, resource } of zoneReferences(topology, regions)) {
      if (meaning.kind !== 'malformedBackup') continue;
      const [mistake] = meaning.mistakes;
      const place = placeOfPart(name, mistake);
      if (!place) continue;
      const what = meaning.mistakes.map(({ kind }) => WORDS[kind]).join(' and ');
      yield {
        place,
        message: `'${readable(name.text)}' cannot work as Azure Backup's private DNS zone: ${what}. Vault names will not resolve in it. Name the zone ${advice(meaning)}.`,
        related: [...wayOf(name.trail), relatedResource(resource, 'where the name is used')],
        fixes: correction(name, meaning, editor, uses),
      };
    }
  },
};

const WORDS: Readonly<Record<ZoneMistakeKind, string>> = {
  wildcard: "'*.' does not belong in a zone's name",
  privatelinkMissing: "'privatelink.' is missing",
  geoMissing: 'the geo code of the region is missing',
  placeholder: 'a placeholder was never replaced by a geo code',
  dotMissing: 'a dot is missing',
  wrongOrder: 'its parts are in the wrong order',
  labelSurplus: 'it has more parts than it should',
  windowsazureMissing: "'windowsazure' is missing",
  wrongSuffix: 'the suffix is not that of Azure Backup',
  misspelt: 'a word is misspelt',
};

function advice({ correction: right }: MalformedBackupZone): string {
  return right === undefined
    ? "'privatelink.<geo>.backup.windowsazure.com', with the geo code of the vault's region for <geo> (such as 'we')"
    : `'${readable(right)}'`;
}

function correction(name: FlatText, meaning: MalformedBackupZone, editor: Editor, uses: LiteralUses): readonly Fix[] {
  if (meaning.correction === undefined) return [];
  const edits = rewritten(name, meaning.correction, editor);
  return edits?.every((edit) => !uses.isShared(edit, namesZone))
    ? [{ title: `Change to '${readable(meaning.correction)}'`, safe: true, edits }]
    : [];
}

/** The edits that turn a name into another with the same holes; undefined where a part of it is not spelled in one place. */
function rewritten(name: FlatText, wanted: string, editor: Editor): Fix['edits'] | undefined {
  const from = name.text.split(hole);
  const to = wanted.split(hole);
  if (from.length !== to.length) return undefined;
  const edits: Fix['edits'][number][] = [];
  let offset = 0;
  for (const [index, part] of from.entries()) {
    const replacement = to[index] ?? '';
    if (part !== replacement) {
      const spelled = spelledAt(name, { start: offset, end: offset + part.length });
      const edit = spelled && editor.replaceInText(spelled, replacement);
      if (!edit) return undefined;
      edits.push(edit);
    }
    offset += part.length + hole.length;
  }
  return edits;
}
