import type { CopyExpression, ForExpression } from '../syntax/expression';
import { distribute } from './guards';
import { copyIndexName, withLocal } from './scope';
import type { Evaluate, Scope } from './scope';
import type { Value } from './value';
import { array, number, partOf, trailAt } from './values';

/** A loop in a value: an array of what its body comes to for each item. Open where the items are not all known. */
export function forLoop(expression: ForExpression, scope: Scope, evaluate: Evaluate): Value {
  const trail = trailAt({ uri: scope.names.uri, start: expression.start, end: expression.end });
  return distribute([evaluate(expression.iterable, scope)], ([iterable]) => {
    if (iterable?.kind !== 'array') return array([], true, trail);
    const items = iterable.items.map((item, index) => {
      scope.names.budget.step();
      let inner = withLocal(scope, expression.item.name, partOf(item, iterable));
      if (expression.index) inner = withLocal(inner, expression.index.name, number(index));
      return evaluate(expression.body, inner);
    });
    return array(items, iterable.open, trail);
  });
}

/** ARM's `copy` in a variable, output or property. */
export function copyLoop(expression: CopyExpression, scope: Scope, evaluate: Evaluate): Value {
  const trail = trailAt({ uri: scope.names.uri, start: expression.start, end: expression.end });
  return distribute([evaluate(expression.count, scope)], ([count]) => {
    if (count?.kind !== 'number') return array([], true, trail);
    const items: Value[] = [];
    for (let index = 0; index < count.value; index++) {
      scope.names.budget.step();
      items.push(evaluate(expression.input, withLocal(scope, copyIndexName(expression.name), number(index))));
    }
    return array(items, false, trail);
  });
}
