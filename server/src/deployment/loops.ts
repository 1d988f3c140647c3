import type { CopyExpression, ForExpression } from '../syntax/expression';
import { distribute, narrowed, oneOf, optionsOf } from './guards';
import { countedList } from './loop-items';
import { copyIndexName, withLocal } from './scope';
import type { Evaluate, Scope } from './scope';
import type { Trail, Value } from './value';
import { array, number, partOf, trailAt } from './values';

/** A loop in a value: an array of what its body comes to for each item. Open where the items are not all known. */
export function forLoop(expression: ForExpression, scope: Scope, evaluate: Evaluate): Value {
  const trail = trailAt({ uri: scope.names.uri, start: expression.start, end: expression.end });
  return forEachList(evaluate(expression.iterable, scope), trail, scope, (index, list) => {
    const item = list.kind === 'array' ? list.items[index] : undefined;
    const inner = item ? withLocal(scope, expression.item.name, partOf(item, list)) : scope;
    const turn = expression.index ? withLocal(inner, expression.index.name, number(index)) : inner;
    return evaluate(expression.body, turn);
  });
}

/** ARM's `copy` in a variable, output or property. */
export function copyLoop(expression: CopyExpression, scope: Scope, evaluate: Evaluate): Value {
  const trail = trailAt({ uri: scope.names.uri, start: expression.start, end: expression.end });
  const turn = (index: number): Value =>
    evaluate(expression.input, withLocal(scope, copyIndexName(expression.name), number(index)));
  const counted = countedList(expression.count);
  const list = counted && evaluate(counted, scope);
  if (list && optionsOf(list).some(({ value }) => value.kind === 'array')) return forEachList(list, trail, scope, turn);
  return distribute([evaluate(expression.count, scope)], ([count]) => {
    return count?.kind === 'number' ? array(turns(count.value, scope, turn), false, trail) : array([], true, trail);
  });
}

/** An array for each possible list, in which all else is what it is where that list is the one. */
function forEachList(list: Value, trail: Trail, scope: Scope, turn: (index: number, list: Value) => Value): Value {
  const options = optionsOf(list).map(({ value, guard }) => {
    if (value.kind !== 'array') return { value: array([], true, trail), guard };
    const items = turns(value.items.length, scope, (index) =>
      narrowed(turn(index, value), guard, () => scope.names.budget.step()),
    );
    return { value: array(items, value.open, trail), guard };
  });
  return oneOf(options);
}

function turns(count: number, scope: Scope, turn: (index: number) => Value): readonly Value[] {
  const items: Value[] = [];
  for (let index = 0; index < count; index++) {
    scope.names.budget.step();
    items.push(turn(index));
  }
  return items;
}
