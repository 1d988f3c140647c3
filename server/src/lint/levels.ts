import { rules } from '../rules/index';
import type { Rule } from '../rules/rule';
import type { Severity } from './finding';

/** The rules that are to run: a rule that is off costs nothing. */
export function enabledRules(levels: ReadonlyMap<string, Severity | 'off'>): readonly Rule[] {
  return rules.filter((rule) => levelOf(rule, levels) !== 'off');
}

/** The level of a rule, or of one of its findings where that has its own: a level that the user set replaces all of them. */
export function levelOf(rule: Rule, levels: ReadonlyMap<string, Severity | 'off'>, own?: Severity): Severity | 'off' {
  return levels.get(rule.id) ?? (rule.offByDefault ? 'off' : (own ?? rule.severity));
}
