import type { Template } from '../../model/template';
import type { Expression } from '../../syntax/expression';
import { visitExpressions } from '../../syntax/visit';
import type { ExpressionNode } from '../../syntax/visit';

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
    const labels = new Set<ExpressionNode>();
    visitExpressions(expression, (node) => {
      for (const label of labelsOf(node)) labels.add(label);
      if (node.kind === 'identifier' && !labels.has(node)) follow(node.name);
      if (node.kind !== 'call') return;
      const [first] = node.arguments;
      const name = node.name.name.toLowerCase();
      if (name === 'variables' && first?.kind === 'string') follow(first.value);
      if (first && (name === 'reference' || name.startsWith('list'))) asked.push(first);
    });
  }
  return { symbols, asked };
}

/** The identifiers right below a node that refer to nothing: names of properties and functions, and those that a loop or lambda makes. */
function labelsOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'property':
      return [node.key];
    case 'member':
    case 'resourceAccess':
    case 'call':
    case 'methodCall':
    case 'resource':
      return [node.name];
    case 'lambda':
      return node.parameters;
    case 'for':
      return node.index ? [node.item, node.index] : [node.item];
    default:
      return [];
  }
}
