import type { Place } from '../../base/place';
import { unreachable } from '../../base/unreachable';
import type { BinaryExpression, UnaryOperator } from '../../syntax/expression';
import { compareValues, equalIgnoringCase, equalValues } from '../functions/comparison';
import { workOf } from '../functions/results';
import { conditionGuard, distribute, oneOf } from '../values/guards';
import type { Evaluate, Scope } from './scope';
import type { Value } from '../values/value';
import { boolean, number, trailAt, unknown, valueKey } from '../values/values';

export function unary(operator: UnaryOperator, operand: Value, at: Place): Value {
  return distribute([operand], ([value]) => {
    const trail = trailAt(at);
    if (operator === '!') return value ? negated(value, at) : unknown('there is nothing to negate', '!nothing', trail);
    if (value?.kind === 'number') return number(-value.value, trail);
    return unknown('it is no known number', () => `-(${value ? valueKey(value) : ''})`, trail);
  });
}

/** `not(…)` and `!`: the key of an unknown's opposite is its own with `!` before it. */
export function negated(value: Value, at: Place): Value {
  if (value.kind === 'boolean') return boolean(!value.value, trailAt(at));
  const key = valueKey(value);
  return unknown('it depends on what is not known', key.startsWith('!') ? key.slice(1) : `!${key}`, trailAt(at));
}

export function binary(expression: BinaryExpression, scope: Scope, evaluate: Evaluate): Value {
  const at = { uri: scope.names.uri, start: expression.start, end: expression.end };
  const left = evaluate(expression.left, scope);
  const right = (): Value => evaluate(expression.right, scope);
  switch (expression.operator) {
    case '&&':
      return conjunction(left, right, at);
    case '||':
      return disjunction(left, right, at);
    case '??':
      return coalesced(left, right);
    default:
      return distribute([left, right()], ([a, b]) => {
        if (!a || !b) return left;
        scope.names.budget.step(workOf(a) + workOf(b));
        return compute(expression.operator, a, b, at);
      });
  }
}

/** `and(…)`: false decides alone; what stays unknown keeps a key made of both sides. */
export function conjunction(left: Value, right: () => Value, at: Place): Value {
  return distribute([left], ([a]) => {
    if (a?.kind === 'boolean' && !a.value) return a;
    return distribute([right()], ([b]) => {
      if (!a || !b) return left;
      if (a.kind === 'boolean') return b;
      if (b.kind === 'boolean') return b.value ? a : b;
      return unknown('it depends on what is not known', () => `(${valueKey(a)}&&${valueKey(b)})`, trailAt(at));
    });
  });
}

/** `or(…)`: true decides alone. */
export function disjunction(left: Value, right: () => Value, at: Place): Value {
  return distribute([left], ([a]) => {
    if (a?.kind === 'boolean' && a.value) return a;
    return distribute([right()], ([b]) => {
      if (!a || !b) return left;
      if (a.kind === 'boolean') return b;
      if (b.kind === 'boolean') return b.value ? b : a;
      return unknown('it depends on what is not known', () => `(${valueKey(a)}||${valueKey(b)})`, trailAt(at));
    });
  });
}

/** `a ?? b`: an unknown may turn out to be null or not. */
export function coalesced(left: Value, right: () => Value): Value {
  return distribute([left], ([a]) => {
    if (!a || a.kind === 'null') return right();
    if (a.kind !== 'unknown' && a.kind !== 'runtime') return a;
    const isNull = unknown('it may be null', `null(${valueKey(a)})`);
    return oneOf([
      { value: a, guard: conditionGuard(isNull, false) },
      { value: right(), guard: conditionGuard(isNull, true) },
    ]);
  });
}

function compute(operator: BinaryExpression['operator'], a: Value, b: Value, at: Place): Value {
  const result = computed(operator, a, b);
  if (typeof result === 'boolean') return boolean(result, trailAt(at));
  if (typeof result === 'number') return number(result, trailAt(at));
  return unknown('it depends on what is not known', () => `(${valueKey(a)}${operator}${valueKey(b)})`, trailAt(at));
}

function computed(operator: BinaryExpression['operator'], a: Value, b: Value): boolean | number | undefined {
  switch (operator) {
    case '==':
      return equalValues(a, b);
    case '!=':
      return opposite(equalValues(a, b));
    case '=~':
      return equalIgnoringCase(a, b);
    case '!~':
      return opposite(equalIgnoringCase(a, b));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordered(operator, compareValues(a, b));
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return a.kind === 'number' && b.kind === 'number' ? arithmetic(operator, a.value, b.value) : undefined;
    case '&&':
    case '||':
    case '??':
      return undefined;
    default:
      return unreachable(operator);
  }
}

function ordered(operator: '<' | '<=' | '>' | '>=', order: number | undefined): boolean | undefined {
  if (order === undefined) return undefined;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

/** 64-bit integers as far as a double holds them exactly. */
function arithmetic(operator: '+' | '-' | '*' | '/' | '%', a: number, b: number): number | undefined {
  if ((operator === '/' || operator === '%') && b === 0) return undefined;
  const results = { '+': a + b, '-': a - b, '*': a * b, '/': Math.trunc(a / b), '%': a % b };
  const result = results[operator];
  return Number.isSafeInteger(result) ? result : undefined;
}

function opposite(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
