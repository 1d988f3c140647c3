import { sources } from '../data/links';
import { readBackupFqdn } from '../domain/names/backup-fqdn';
import type { MalformedBackupFqdn } from '../domain/names/backup-fqdn';
import { placeOfPart } from '../domain/names/flat-text';
import type { FlatText } from '../domain/names/flat-text';
import { fqdnReferences, holdsFqdn } from '../domain/fqdns/fqdn-references';
import { allowList } from './examples/allow-list';
import { mistake } from './examples/mistake';
import { describeMistakes, rewritten } from './name-mistakes';
import { relatedResource, wayOf } from './related';
import type { Fix } from './report';
import type { Rule, RuleContext } from './rule';
import { readable } from './zone-words';

export const malformedBackupFqdn: Rule = {
  id: 'PE304',
  name: 'malformed-backup-fqdn',
  about: 'backup',
  severity: 'error',
  summary: 'A name of Azure Backup in an allow list, a forwarding rule or a DNS record is malformed.',
  docs: {
    why: 'A firewall, a forwarding rule or a record takes any name without complaint. But no host of Azure Backup has a name that is spelled like this: what agents ask for is not let through, not forwarded or not found, and backups fail.',
    howToFix:
      'Write `*.privatelink.<geo>.backup.windowsazure.com` with the geo code of the vault’s region for the private names, or `*.backup.windowsazure.com` for all of them; a forwarding rule has no star and may end in a dot. Other clouds have other suffixes, such as `windowsazure.us`. `pelint fqdn westeurope` prints the right names for a region.',
    fixes: [{ does: 'writes the right name where it can be told from the wrong one', safe: true }],
    sources: [sources.overview, sources.configure, sources.dnsZoneValues],
    examples: [
      mistake('bicep', allowList, [
        "'*.privatelink.we.backup.windowsazure.com'",
        "‹'*.privatelink.webackup.windowsazure.com'›",
      ]),
      mistake('json', allowList, [
        '"*.privatelink.we.backup.windowsazure.com"',
        '‹"*.privatelink.webackup.windowsazure.com"›',
      ]),
    ],
  },
  *check(context) {
    const { deployment, regions } = context;
    for (const { name, resource, where } of fqdnReferences(deployment.resources, regions)) {
      const meaning = readBackupFqdn(name.text, regions);
      if (meaning.kind !== 'malformed') continue;
      const [first] = meaning.mistakes;
      const place = placeOfPart(name, first);
      if (!place) continue;
      yield {
        place,
        message: `'${readable(name.text)}' is no name of Azure Backup: ${describeMistakes(meaning.mistakes)}. Agents will not reach the service by it. ${advice(meaning)}.`,
        related: [...wayOf(name.trail), relatedResource(resource, where)],
        fixes: fixes(name, meaning, context),
      };
    }
  },
};

function advice({ correction }: MalformedBackupFqdn): string {
  return correction === undefined
    ? "Write 'privatelink.<geo>.backup.windowsazure.com', with the geo code of the vault's region for <geo> (such as 'we')"
    : `Write '${readable(correction)}'`;
}

function fixes(name: FlatText, { correction }: MalformedBackupFqdn, { editor, uses }: RuleContext): readonly Fix[] {
  const edits = correction === undefined ? undefined : rewritten(name, correction, editor);
  return correction !== undefined && edits?.every((edit) => !uses.isShared(edit, holdsFqdn))
    ? [{ title: `Change to '${readable(correction)}'`, safe: true, edits }]
    : [];
}
