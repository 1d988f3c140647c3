import { nearest } from '../../base/nearest';
import { formatRulePage, levelWords } from '../../formats/rule-page';
import type { RulePageParams, RuleSummary, TextResult } from '../../protocol';
import { rules } from '../../rules/index';
import { invalid } from '../invalid';

/** Every rule, by ID. */
export function ruleSummaries(): RuleSummary[] {
  return rules.map((rule) => ({ id: rule.id, name: rule.name, summary: rule.summary, level: levelWords(rule) }));
}

/** What `pelint explain` prints of a rule. */
export function rulePageText({ rule: id }: RulePageParams): TextResult {
  const rule = rules.find((it) => it.id === id);
  if (rule !== undefined) return { text: formatRulePage(rule) };
  const meant = nearest(
    id,
    rules.map((it) => it.id),
  );
  throw invalid(`There is no rule ${JSON.stringify(id)}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`);
}
