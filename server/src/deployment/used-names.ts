import type { Template } from '../model/template';
import type { Expression } from '../syntax/expression';
import { visitExpressions } from '../syntax/visit';

/** What a stretch of a template refers to, as far as the text alone tells. */
export interface UsedNames {
  /** Symbols of resources and modules, also those that a variable on the way refers to. */
  readonly symbols: ReadonlySet<string>;
  /** What `reference()` and the `list…()` functions of ARM ask about: each waits for its resource. */
  readonly asked: readonly Expression[];
}

/** Everything that some expressions refer to, variables followed to their ends. */
export function usedNames(expressions: readonly (Expression | undefined)[], template: Template): UsedNames {
  const symbols = new Set<string>();
  const asked: Expression[] = [];
  const followed = new Set<string>();
  const pending = expressions.filter((expression) => expression !== undefined);
  const follow = (name: string): void => {
    const variable = template.variables.get(name.toLowerCase());
    if (!variable) symbols.add(name);
    else if (!followed.has(variable.name)) {
      followed.add(variable.name);
      pending.push(variable.value);
    }
  };
  for (let expression = pending.pop(); expression; expression = pending.pop()) {
    visitExpressions(expression, (node) => {
      if (node.kind === 'identifier') follow(node.name);
      if (node.kind !== 'call') return;
      const [first] = node.arguments;
      const name = node.name.name.toLowerCase();
      if (name === 'variables' && first?.kind === 'string') follow(first.value);
      if (first && (name === 'reference' || name.startsWith('list'))) asked.push(first);
    });
  }
  return { symbols, asked };
}
