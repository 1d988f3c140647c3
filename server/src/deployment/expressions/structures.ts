import type { Place } from '../../base/place';
import type { ArrayExpression, Expression, ObjectExpression, ObjectProperty } from '../../syntax/expression';
import { element } from './access';
import { flattened } from '../functions/collections';
import type { CallContext } from '../functions/function';
import { shallowMerge } from '../functions/merge';
import { distribute } from '../values/guards';
import type { Evaluate, Scope } from './scope';
import type { Entry, Value } from '../values/value';
import { array, knownText, object, trailAt, unknown, valueKey } from '../values/values';

// What Bicep writes as a literal is a function's call where the compiler makes ARM of it: `[...a, b]` is
// `flatten(createArray(a, createArray(b)))`, `{ ...a, b: c }` is `shallowMerge(createArray(a, createObject('b', c)))`. Both come to
// the same value here. A choice that lies inside an item or a property stays inside, so that many of them do not multiply.

/** `[a, ...b]`. */
export function arrayValue(expression: ArrayExpression, scope: Scope, evaluate: Evaluate): Value {
  const context = contextOf(expression, scope);
  const lists: Value[] = [];
  let items: Value[] = [];
  let open = false;
  for (const item of expression.items) {
    if (item.kind === 'skipped') open = true;
    else if (item.kind !== 'spread') items.push(evaluate(item, scope));
    else {
      lists.push(array(items), evaluate(item.value, scope));
      items = [];
    }
  }
  if (lists.length === 0) return array(items, open, context.trail);
  return joined([...lists, array(items, open)], context);
}

/** `{ a: b, ...c }`. */
export function objectValue(expression: ObjectExpression, scope: Scope, evaluate: Evaluate): Value {
  const context = contextOf(expression, scope);
  const objects: Value[] = [];
  let entries = new Map<string, Entry>();
  let open = false;
  for (const item of expression.members) {
    if (item.kind === 'property') open = !addProperty(entries, item, scope, evaluate) || open;
    else if (item.kind === 'skipped') open = true;
    else if (item.kind === 'spread') {
      objects.push(object(entries, open), evaluate(item.value, scope));
      entries = new Map();
      open = false;
    }
  }
  if (objects.length === 0) return object(entries, open, context.trail);
  return merged([...objects, object(entries, open)], context);
}

/** The functions that stand for such literals, and `tryGet`, which stands for `.?`. Undefined for any other. */
export function structureFunction(
  name: string,
  parameters: readonly Expression[],
  at: Place,
  scope: Scope,
  evaluate: Evaluate,
): Value | undefined {
  const values = (): readonly Value[] => parameters.map((parameter) => evaluate(parameter, scope));
  switch (name) {
    case 'createarray':
      return array(values(), false, trailAt(at));
    case 'createobject':
      return createdObject(values(), at);
    case 'shallowmerge':
    case 'flatten': {
      const [list, ...more] = values();
      if (list?.kind !== 'array' || list.open || more.length > 0) return undefined;
      return (name === 'flatten' ? joined : merged)(list.items, contextOf(at, scope));
    }
    case 'tryget': {
      const [target, ...path] = values();
      return target && path.reduce((whole, key) => element(whole, key, SAFELY, at, scope.names), target);
    }
    default:
      return undefined;
  }
}

const SAFELY = { safe: true, fromEnd: false } as const;

/** Adds a property; false where its name is not known. */
function addProperty(entries: Map<string, Entry>, property: ObjectProperty, scope: Scope, evaluate: Evaluate): boolean {
  const name = property.name ?? knownText(evaluate(property.key, scope));
  if (name === undefined) return false;
  const { start, end } = property.key;
  entries.set(name, { value: evaluate(property.value, scope), key: { uri: scope.names.uri, start, end } });
  return true;
}

function createdObject(values: readonly Value[], at: Place): Value {
  const entries = new Map<string, Entry>();
  let open = false;
  for (let index = 0; index + 1 < values.length; index += 2) {
    const name = knownText(values[index]);
    const value = values[index + 1];
    if (name === undefined || !value) open = true;
    else entries.set(name, { value, key: undefined });
  }
  return object(entries, open, trailAt(at));
}

/** Objects one over the other. Where they are too many possible ones, only what is in all of them is known. */
function merged(objects: readonly Value[], context: CallContext): Value {
  const merge = (chosen: readonly Value[]): Value => shallowMerge(chosen, context) ?? refused(chosen, context);
  return distribute(objects, merge, () => merge(objects.map(withoutChoice)));
}

/** Arrays one behind the other. Where they are too many possible ones, those of which it is not known which are left out. */
function joined(lists: readonly Value[], context: CallContext): Value {
  const join = (chosen: readonly Value[]): Value => flattened(chosen, context) ?? refused(chosen, context);
  return distribute(lists, join, () => join(lists.map(withoutChoice)));
}

function withoutChoice(value: Value): Value {
  return value.kind === 'oneOf' ? unknown('it depends on too many conditions', () => valueKey(value)) : value;
}

/** What Azure refuses to put together. */
function refused(values: readonly Value[], { trail }: CallContext): Value {
  return unknown('its parts do not go together', () => `together(${values.map(valueKey).join(',')})`, trail);
}

function contextOf({ start, end }: { readonly start: number; readonly end: number }, { names }: Scope): CallContext {
  const place = { uri: names.uri, start, end };
  return { place, trail: trailAt(place), step: (count) => names.budget.step(count) };
}
