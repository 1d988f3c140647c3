import type { Entry, Value } from '../values/value';
import { gathered } from '../values/sizes';
import { array, knownText, number, object, partOf, text, unknown, valueKey } from '../values/values';
import { asArray, asLambda, asObject } from './arguments';
import type { Argument, CallContext, FunctionFamily, LambdaArgument, TemplateFunction } from './function';

/** Functions that apply a lambda to each item. */
export const lambdaFunctions: FunctionFamily = {
  map: overItems((list, lambda, context) => {
    const apply = applied(lambda, list, context);
    const { items, cut } = gathered(list.values.entries(), ([index, value]) => apply(value, index));
    const each = list.each && apply(list.each, 0);
    return array(items, list.open || cut, context.trail, each);
  }),
  filter: overItems(filter),
  sort: overItems(sort),
  groupby: overItems(groupBy),
  reduce: { apply: reduce },
  toobject: { apply: toObject },
  mapvalues: { apply: mapValues },
};

interface Items {
  readonly values: readonly Value[];
  readonly open: boolean;
  readonly each: Value | undefined;
}

function overItems(
  apply: (list: Items, lambda: LambdaArgument, context: CallContext) => Value | undefined,
): TemplateFunction {
  return {
    apply: ([first, second], context) => {
      const list = itemsOf(first);
      const lambda = asLambda(second);
      return list && lambda && apply(list, lambda, context);
    },
  };
}

function itemsOf(value: Argument | undefined): Items | undefined {
  const list = asArray(value);
  return list && { values: list.items.map((item) => partOf(item, list)), open: list.open, each: list.each };
}

/** Applies the lambda to an item, and to its index where it asks for it; in an open array nobody knows the index. */
function applied(
  lambda: LambdaArgument,
  { open }: Items,
  context: CallContext,
): (value: Value, index: number) => Value {
  return (value, index) => {
    context.step();
    if (lambda.arity < 2) return lambda.apply(value);
    const at = open ? unknown('there may be more items', `index(${valueKey(value)})`) : number(index, context.trail);
    return lambda.apply(value, at);
  };
}

/** Items of which nobody knows whether they stay are left out, and the result stays open. */
function filter(list: Items, lambda: LambdaArgument, context: CallContext): Value | undefined {
  const results = list.values.map(applied(lambda, list, context));
  const kept = list.values.filter((_, index) => isTrue(results[index]) === true);
  const perhaps = results.some((result) => isTrue(result) === undefined);
  return array(kept, list.open || perhaps, context.trail, perhaps ? undefined : list.each);
}

function isTrue(value: Value | undefined): boolean | undefined {
  return value?.kind === 'boolean' ? value.value : undefined;
}

/** Stable, as the engine's is: items that come neither before nor after one another keep their order. */
function sort(list: Items, lambda: LambdaArgument, context: CallContext): Value | undefined {
  let certain = !list.open;
  const before = (a: Value, b: Value): boolean => {
    context.step();
    const result = certain ? isTrue(lambda.apply(a, b)) : false;
    certain &&= result !== undefined;
    return result === true;
  };
  const sorted = [...list.values].sort((a, b) => (before(b, a) ? (before(a, b) ? 0 : 1) : before(a, b) ? -1 : 0));
  return certain ? array(sorted, false, context.trail) : undefined;
}

/** Groups by names without case; a group has the name that came first. */
function groupBy(list: Items, lambda: LambdaArgument, context: CallContext): Value | undefined {
  const groups = new Map<string, { readonly name: string; readonly items: Value[] }>();
  const apply = applied(lambda, list, context);
  let certain = !list.open;
  for (const [index, value] of list.values.entries()) {
    const name = knownText(apply(value, index));
    certain &&= name !== undefined;
    if (name === undefined) continue;
    const group = groups.get(name.toLowerCase()) ?? { name, items: [] };
    groups.set(name.toLowerCase(), group);
    group.items.push(value);
  }
  const entries = [...groups.values()].map(({ name, items }): [string, Entry] => [
    name,
    { value: array(items, !certain, context.trail), key: undefined },
  ]);
  return object(new Map(entries), !certain, context.trail);
}

function reduce([first, initial, third]: readonly Argument[], context: CallContext): Value | undefined {
  const list = itemsOf(first);
  const lambda = asLambda(third);
  if (!list || list.open || !lambda || !initial || initial.kind === 'lambda') return undefined;
  return list.values.reduce((sum, value, index) => {
    context.step();
    return lambda.arity < 3 ? lambda.apply(sum, value) : lambda.apply(sum, value, number(index, context.trail));
  }, initial);
}

/** The engine refuses two equal names, with or without case. */
function toObject([first, second, third]: readonly Argument[], context: CallContext): Value | undefined {
  const list = itemsOf(first);
  const name = asLambda(second);
  const content = asLambda(third);
  if (!list || !name || (third && !content)) return undefined;
  const names = new Set<string>();
  const entries = new Map<string, Entry>();
  let { open } = list;
  for (const value of list.values) {
    context.step();
    const key = knownText(name.apply(value));
    if (key === undefined) {
      open = true;
      continue;
    }
    if (names.has(key.toLowerCase())) return undefined;
    names.add(key.toLowerCase());
    entries.set(key, { value: content ? content.apply(value) : value, key: undefined });
  }
  return object(entries, open, context.trail);
}

function mapValues([first, second]: readonly Argument[], context: CallContext): Value | undefined {
  const whole = asObject(first);
  const lambda = asLambda(second);
  if (!whole || !lambda) return undefined;
  const entries = [...whole.entries].map(([name, entry]): [string, Entry] => {
    context.step();
    const value = partOf(entry.value, whole);
    return [name, { ...entry, value: lambda.arity < 2 ? lambda.apply(value) : lambda.apply(value, text(name)) }];
  });
  return object(new Map(entries), whole.open, context.trail);
}
