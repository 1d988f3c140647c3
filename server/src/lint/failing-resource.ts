import type { Place } from '../base/place';
import { LiteralUses } from '../domain/resources/literal-uses';
import { findTopology } from '../domain/topology/find-topology';
import type { Rule, RuleContext } from '../rules/rule';

/** The search is for those who mend the rule: it should not hold up those who only use it. */
const MOST_RESOURCES = 200;

/** The first resource at which a rule fails that looks at nothing else; undefined where it takes several for that. */
export function failingResource(rule: Rule, context: RuleContext): Place | undefined {
  const { deployment } = context;
  const failing = deployment.resources.slice(0, MOST_RESOURCES).find((resource) => {
    const alone = { ...deployment, resources: [resource] };
    return fails(rule, {
      ...context,
      deployment: alone,
      topology: findTopology(alone),
      uses: new LiteralUses(() => alone),
    });
  });
  return failing?.place;
}

function fails(rule: Rule, context: RuleContext): boolean {
  try {
    Array.from(rule.check?.(context) ?? []);
    return false;
  } catch {
    return true;
  }
}
