import type { CopyExpression, ForExpression } from '../../syntax/expression';
import { element } from './access';
import { distribute, narrowed, oneOf, optionsOf } from '../values/guards';
import { countedList, isTurnCount } from './loop-items';
import { anyPosition, positionInOpen } from '../values/open-lists';
import { copyIndexName, withLocal } from './scope';
import type { Evaluate, Scope } from './scope';
import { gathered } from '../values/sizes';
import type { Trail, Value } from '../values/value';
import { array, number, partOf, trailAt } from '../values/values';

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
  if (list && isList(list)) return forEachList(list, trail, scope, turn);
  return distribute([evaluate(expression.count, scope)], ([count]) => {
    if (count?.kind !== 'number' || !isTurnCount(count.value)) return array([], true, trail);
    const { items, cut } = gathered(Array(count.value).keys(), (index) => {
      scope.names.budget.step();
      return turn(number(index));
    });
    return array(items, cut, trail);
  });
}

/** Whether a value is a list, or may turn out to be one. */
function isList(value: Value): boolean {
  return optionsOf(value).some(
    ({ value: it }) => it.kind === 'array' || it.kind === 'unknown' || it.kind === 'runtime',
  );
}

/** An array for each possible list, in which all else is what it is where that list is the one. */
function forEachList(list: Value, trail: Trail, scope: Scope, turn: (position: Value, item: Value) => Value): Value {
  const step = (): void => scope.names.budget.step();
  const options = optionsOf(list).map(({ value, guard }) => {
    const known = value.kind === 'array' ? value : array([], true);
    const { items, cut } = gathered(known.items.entries(), ([index, item]) => {
      step();
      const position = known.open ? positionInOpen(known, index) : number(index);
      return narrowed(turn(position, partOf(item, known)), guard, step);
    });
    const each = known.open ? narrowed(anyTurn(value, trail, scope, turn), guard, step) : undefined;
    return { value: array(items, known.open || cut, trail, each), guard };
  });
  return oneOf(options);
}

/** What the loop makes of an item that is not known. */
function anyTurn(list: Value, trail: Trail, scope: Scope, turn: (position: Value, item: Value) => Value): Value {
  const position = anyPosition(list, scope.names.path);
  return turn(position, element(list, position, { safe: false, fromEnd: false }, trail, scope.names));
}
