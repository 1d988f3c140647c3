import type { CopyExpression, ForExpression } from '../syntax/expression';
import { distribute, narrowed, oneOf, optionsOf } from './guards';
import { countedList, isTurnCount } from './loop-items';
import { positionInOpen } from './open-lists';
import { copyIndexName, withLocal } from './scope';
import type { Evaluate, Scope } from './scope';
import { gathered } from './sizes';
import type { Trail, Value } from './value';
import { array, number, partOf, trailAt } from './values';

/** A loop in a value: an array of what its body comes to for each item. Open where the items are not all known. */
export function forLoop(expression: ForExpression, scope: Scope, evaluate: Evaluate): Value {
  const trail = trailAt({ uri: scope.names.uri, start: expression.start, end: expression.end });
  return forEachList(evaluate(expression.iterable, scope), trail, scope, (position, item) => {
    const inner = withLocal(scope, expression.item.name, item);
    const turn = expression.index ? withLocal(inner, expression.index.name, position) : inner;
    return evaluate(expression.body, turn);
  });
}

/** ARM's `copy` in a variable, output or property. */
export function copyLoop(expression: CopyExpression, scope: Scope, evaluate: Evaluate): Value {
  const trail = trailAt({ uri: scope.names.uri, start: expression.start, end: expression.end });
  const turn = (position: Value): Value =>
    evaluate(expression.input, withLocal(scope, copyIndexName(expression.name), position));
  const counted = countedList(expression.count);
  const list = counted && evaluate(counted, scope);
  if (list && optionsOf(list).some(({ value }) => value.kind === 'array')) return forEachList(list, trail, scope, turn);
  return distribute([evaluate(expression.count, scope)], ([count]) => {
    if (count?.kind !== 'number' || !isTurnCount(count.value)) return array([], true, trail);
    const { items, cut } = gathered(Array(count.value).keys(), (index) => {
      scope.names.budget.step();
      return turn(number(index));
    });
    return array(items, cut, trail);
  });
}

/** An array for each possible list, in which all else is what it is where that list is the one. */
function forEachList(list: Value, trail: Trail, scope: Scope, turn: (position: Value, item: Value) => Value): Value {
  const step = (): void => scope.names.budget.step();
  const options = optionsOf(list).map(({ value, guard }) => {
    if (value.kind !== 'array') return { value: array([], true, trail), guard };
    const { items, cut } = gathered(value.items.entries(), ([index, item]) => {
      step();
      const position = value.open ? positionInOpen(value, index) : number(index);
      return narrowed(turn(position, partOf(item, value)), guard, step);
    });
    return { value: array(items, value.open || cut, trail), guard };
  });
  return oneOf(options);
}
