import { rules } from '../../rules/index';
import type { Rule } from '../../rules/rule';
import type { Completion, CompletionContext, RulePlace } from './completion';
import { written } from './write';

/** The rules that are not named yet, those with findings in the document first. Users find them by name, too. */
export function ruleCompletions(
  { span, slot, used }: RulePlace,
  { broken }: Pick<CompletionContext, 'broken'>,
): readonly Completion[] {
  const named = new Set(used.map((code) => code.toLowerCase()));
  const left = rules.filter(({ id, name }) => !named.has(id.toLowerCase()) && !named.has(name));
  // What the parser finds comes of the directive that is only half typed.
  const isLikely = ({ id, check }: Rule): boolean => broken.has(id) && check !== undefined;
  const sorted = [...left.filter(isLikely), ...left.filter((rule) => !isLikely(rule))];
  return sorted.flatMap(({ id, name, summary }): readonly Completion[] => {
    const offered = { label: id, detail: name, documentation: summary };
    if (slot)
      return written(slot, [{ ...offered, value: id }]).map((it) => ({ ...it, filter: `${it.filter} ${name}` }));
    return [{ ...offered, kind: 'value', span, newText: id, filter: `${id} ${name}` }];
  });
}
