import type { TextEdit } from '../base/text-edit';
import { sources } from '../data/links';
import { originOf } from '../deployment/values/values';
import { placeOfPart } from '../domain/names/flat-text';
import type { FlatText } from '../domain/names/flat-text';
import { givenZones } from '../domain/zones/given-zones';
import type { GivenZone } from '../domain/zones/given-zones';
import { zoneReferences } from '../domain/zones/zone-references';
import type { ZoneReference } from '../domain/zones/zone-references';
import type { MalformedBackupZone } from '../domain/names/zone-name';
import { backupZone } from './examples/backup-zone';
import { mistake } from './examples/mistake';
import { describeMistakes, rewritten } from './name-mistakes';
import { takerOf, wayOf } from './related';
import { rewrittenZone } from './rename-zone';
import type { Fix } from './report';
import type { Rule, RuleContext } from './rule';
import { readable } from './zone-words';

export const malformedBackupZone: Rule = {
  id: 'PE201',
  name: 'malformed-backup-zone',
  about: 'backup',
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
  *check(context) {
    const { deployment, topology, regions } = context;
    const zones = [...zoneReferences(topology, regions), ...givenZones(deployment, regions)];
    for (const zone of zones) {
      const { name, meaning } = zone;
      if (meaning.kind !== 'malformedBackup') continue;
      const [mistake] = meaning.mistakes;
      // What lacks is nobody's fault who gives a geo code to stand first.
      const part = mistake.kind === 'privatelinkMissing' ? { start: 0, end: name.text.length } : mistake;
      const place = placeOfPart(name, part);
      if (!place) continue;
      const what = describeMistakes(meaning.mistakes);
      yield {
        place,
        message: `'${readable(name.text)}' cannot work as Azure Backup's private DNS zone: ${what}. Vault names will not resolve in it. Name the zone ${advice(meaning)}.`,
        related: [...wayOf(name.trail), ...takerOf(zone)],
        fixes: correction(zone, meaning, zones, context),
      };
    }
  },
};

type MentionedZone = ZoneReference | GivenZone;

function advice({ correction: right }: MalformedBackupZone): string {
  return right === undefined
    ? "'privatelink.<geo>.backup.windowsazure.com', with the geo code of the vault's region for <geo> (such as 'we')"
    : `'${readable(right)}'`;
}

function correction(
  zone: MentionedZone,
  { correction: right }: MalformedBackupZone,
  zones: readonly MentionedZone[],
  context: RuleContext,
): readonly Fix[] {
  const edits = right === undefined ? undefined : rewrittenZone(zone, right, context);
  if (!edits || right === undefined || zones.some((other) => isHarmed(other, edits, context))) return [];
  return [{ title: `Change to '${readable(right)}'`, safe: true, edits }];
}

/** Whether edits change a part of a zone's name, such as a suffix that several are made of, that would have to change otherwise or not at all. */
function isHarmed({ name, meaning }: MentionedZone, edits: readonly TextEdit[], { editor }: RuleContext): boolean {
  const touching = edits.filter((edit) => isMadeOf(name, edit));
  if (touching.length === 0) return false;
  const right = meaning.kind === 'malformedBackup' ? meaning.correction : undefined;
  const wanted = (right === undefined ? undefined : rewritten(name, right, editor)) ?? [];
  return !touching.every((edit) =>
    wanted.some(({ start, end, newText }) => start === edit.start && end === edit.end && newText === edit.newText),
  );
}

function isMadeOf({ pieces }: FlatText, { uri, start, end }: TextEdit): boolean {
  return pieces.some(({ segment }) => {
    const literal = segment.kind === 'known' ? originOf(segment.trail) : undefined;
    return literal !== undefined && literal.uri === uri && literal.start <= start && end <= literal.end;
  });
}
