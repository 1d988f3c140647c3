import type { Rule } from '../../rules/rule';
import { levelWords } from '../rule-page';
import type { Markup } from './markup';

/** What a rule finds, why that matters and how to fix it. Its texts are Markdown themselves. */
export function ruleWords(rule: Rule, markup: Markup): readonly string[] {
  const { id, name, summary, docs } = rule;
  return [`${markup.strong(`${id}: ${name}`)} (${levelWords(rule)})`, summary, docs.why, docs.howToFix];
}
