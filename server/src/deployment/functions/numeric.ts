import type { Value } from '../values/value';
import { boolean, number } from '../values/values';
import { integer, ofValues } from './arguments';
import { compareValues, equalValues } from './comparison';
import type { CallContext, FunctionFamily, TemplateFunction } from './function';

/** Arithmetic on whole numbers, and the functions that ARM has in place of Bicep's operators. */
export const numericFunctions: FunctionFamily = {
  add: arithmetic((a, b) => a + b),
  sub: arithmetic((a, b) => a - b),
  mul: arithmetic((a, b) => a * b),
  div: arithmetic((a, b) => (b === 0 ? undefined : Math.trunc(a / b))),
  mod: arithmetic((a, b) => (b === 0 ? undefined : a % b)),
  min: ofValues((values, context) => extreme(values, context, Math.min)),
  max: ofValues((values, context) => extreme(values, context, Math.max)),
  equals: ofValues(([a, b], { trail }) => {
    const result = a && b && equalValues(a, b);
    return result === undefined ? undefined : boolean(result, trail);
  }),
  less: comparison((order) => order < 0),
  lessorequals: comparison((order) => order <= 0),
  greater: comparison((order) => order > 0),
  greaterorequals: comparison((order) => order >= 0),
};

/** The engine counts in 64 bits; what a double does not hold exactly is not known. */
function arithmetic(compute: (a: number, b: number) => number | undefined): TemplateFunction {
  return ofValues(([left, right], { trail }) => {
    const a = integer(left);
    const b = integer(right);
    const result = a === undefined || b === undefined ? undefined : compute(a, b);
    // Adding 0 turns a negative zero, which only a double knows, into zero.
    return result === undefined || !Number.isSafeInteger(result) ? undefined : number(result + 0, trail);
  });
}

function extreme(
  values: readonly Value[],
  { trail }: CallContext,
  choose: (...numbers: readonly number[]) => number,
): Value | undefined {
  const [only] = values;
  if (only?.kind === 'array' && values.length === 1) {
    return only.open ? undefined : extremeOf(only.items, choose, trail);
  }
  return extremeOf(values, choose, trail);
}

function extremeOf(
  values: readonly Value[],
  choose: (...numbers: readonly number[]) => number,
  trail: CallContext['trail'],
): Value | undefined {
  let result: number | undefined;
  for (const value of values) {
    const next = integer(value);
    if (next === undefined) return undefined;
    result = result === undefined ? next : choose(result, next);
  }
  return result === undefined ? undefined : number(result, trail);
}

function comparison(decide: (order: number) => boolean): TemplateFunction {
  return ofValues(([a, b], { trail }) => {
    const order = a && b && compareValues(a, b);
    return order === undefined ? undefined : boolean(decide(order), trail);
  });
}
