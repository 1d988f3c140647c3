import type { ReportingConfiguration, ReportingDescriptor } from 'sarif';
import { rulePage } from '../../base/product';
import type { Severity } from '../../lint/finding';
import type { Rule } from '../../rules/rule';
import { formatRulePage } from '../rule-page';

/** What SARIF calls the levels. */
export const sarifLevels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Readonly<
  Record<Severity, ReportingConfiguration['level']>
>;

/** A rule as SARIF describes it, with its page as the help. */
export function ruleDescriptor(rule: Rule): ReportingDescriptor {
  const { why, howToFix } = rule.docs;
  const helpUri = rulePage(rule.id, rule.name);
  return {
    id: rule.id,
    name: rule.name,
    shortDescription: { text: plain(rule.summary) },
    fullDescription: { text: plain(`${rule.summary} ${why}`) },
    help: { text: plain(`${howToFix}\n\n${helpUri}`), markdown: formatRulePage(rule) },
    helpUri,
    defaultConfiguration: { level: sarifLevels[rule.severity], enabled: rule.offByDefault !== true },
    // GitHub filters by tags, and sorts by the level under this name.
    properties: {
      tags: ['azure', 'azure-backup', 'private-endpoint'],
      'problem.severity': githubLevels[rule.severity],
    },
  };
}

const githubLevels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'recommendation' };

/** Sentences with inline code, without its marks. */
function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}
