import { sources } from '../data/links';
import { nameInCloud, readAllowList } from '../domain/fqdns/allow-list';
import type { AllowList } from '../domain/fqdns/allow-list';
import { ruleOwners } from '../domain/network/rule-owners';
import { allowList } from './examples/allow-list';
import { mistake } from './examples/mistake';
import { nameOf, relatedResource } from './related';
import type { Rule } from './rule';

export const allowListIncomplete: Rule = {
  id: 'PE303',
  name: 'allow-list-incomplete',
  about: 'backup',
  severity: 'warning',
  summary: 'A firewall lets some of what Azure Backup needs through, and not all.',
  docs: {
    why: 'Backup agents and workload extensions need Azure Backup itself, blob and queue storage under two domains, and Microsoft Entra ID, which no private endpoint includes. Where the firewall lets only some of these through, registration or the first backup fails with a time-out that does not tell which name it was.',
    howToFix:
      'Allow the names that the message lists, or the tags that stand for them. The service tag `AzureBackup` covers Azure Backup alone, `Storage` the storage, `AzureActiveDirectory` Entra ID. The FQDN tag `AzureBackup` of application rules covers all but Entra ID. `pelint fqdn westeurope` prints the names for a region.',
    sources: [sources.overview, sources.serviceTags, sources.fqdnTags],
    examples: [
      mistake(
        'bicep',
        allowList,
        ["              '*.queue.${environment().suffixes.storage}'\n", ''],
        ['targetFqdns', '‹targetFqdns›'],
      ),
      mistake(
        'json',
        allowList,
        ['                  "*.queue.core.windows.net",\n', ''],
        ['"targetFqdns"', '‹"targetFqdns"›'],
      ),
    ],
  },
  *check(context) {
    for (const { owner, rules } of ruleOwners(context)) {
      const list = readAllowList(rules, context.deployment.cloud, context.regions);
      const [first] = list?.backup ?? [];
      if (!list || !first || list.missing.length === 0) continue;
      yield {
        place: first.key ?? first.holder.place,
        message: `${nameOf(owner)} lets Azure Backup through, but nothing allows ${missing(list)}, which its agents need too: backups will fail. Allow them here or in another rule.`,
        related: [
          relatedResource(first.holder, 'the rules'),
          ...(first.holder === owner ? [] : [relatedResource(owner, 'the policy that they belong to')]),
        ],
      };
    }
  },
};

function missing({ missing: rows, cloud }: AllowList): string {
  const names = rows.map((row) =>
    row.service === 'Microsoft Entra ID'
      ? `Microsoft Entra ID ('${nameInCloud(row, cloud)}')`
      : `'${nameInCloud(row, cloud)}'`,
  );
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}
