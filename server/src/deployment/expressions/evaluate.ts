import { append } from '../../base/append';
import type { Place } from '../../base/place';
import type { Span } from '../../base/span';
import { unreachable } from '../../base/unreachable';
import type { Expression, Identifier, InterpolatedString, StringLiteral } from '../../syntax/expression';
import { element, member } from './access';
import { call, methodCall } from './calls';
import { conditionGuard, distribute, oneOf } from '../values/guards';
import { copyLoop, forLoop } from './loops';
import { binary, unary } from './operators';
import type { Budget } from './budget';
import { findLocal } from './scope';
import type { Scope } from './scope';
import { arrayValue, objectValue } from './structures';
import type { TextSegment, Value } from '../values/value';
import {
  boolean,
  intoText,
  nullValue,
  number,
  passedOn,
  textOf,
  toSegments,
  trailAt,
  unknown,
  valueKey,
  writtenText,
} from '../values/values';

/** What an expression comes to. Never throws but for BudgetExceeded, when the whole evaluation has become too large. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const { budget } = scope.names;
  budget.step();
  return budget.nested(
    () => evaluateNode(expression, scope),
    () =>
      unknown('the expression is nested too deeply', `deep@${expression.start}`, trailAt(placeOf(expression, scope))),
  );
}

export function placeOf(node: Span, scope: Scope): Place {
  return { uri: scope.names.uri, start: node.start, end: node.end };
}

function evaluateNode(expression: Expression, scope: Scope): Value {
  const at = placeOf(expression, scope);
  switch (expression.kind) {
    case 'string':
      return stringLiteral(expression, at);
    case 'interpolation':
      return interpolation(expression, scope);
    case 'number':
      return number(expression.value, trailAt(at));
    case 'boolean':
      return boolean(expression.value, trailAt(at));
    case 'null':
      return nullValue(trailAt(at));
    case 'array':
      return arrayValue(expression, scope, evaluate);
    case 'object':
      return objectValue(expression, scope, evaluate);
    case 'identifier':
      return identifier(expression, scope);
    case 'member':
      return member(evaluate(expression.target, scope), expression.name.name, isSafe(expression), at, scope.names);
    case 'index': {
      const options = { safe: isSafe(expression), fromEnd: expression.fromEnd };
      const index = evaluate(expression.index, scope);
      const isPosition = index.kind === 'unknown' || (index.kind === 'number' && !expression.fromEnd);
      const turn = isPosition ? loopTurn(expression.target, index, scope) : undefined;
      return turn ?? element(evaluate(expression.target, scope), index, options, at, scope.names);
    }
    case 'resourceAccess':
      return nestedResource(expression.target, expression.name, scope);
    case 'call':
      return call(expression, scope, evaluate);
    case 'methodCall':
      return methodCall(expression, scope, evaluate);
    case 'unary':
      return unary(expression.operator, evaluate(expression.operand, scope), at);
    case 'binary':
      return binary(expression, scope, evaluate);
    case 'ternary':
      return choose(expression.condition, expression.whenTrue, expression.whenFalse, scope);
    case 'nonNull':
      return evaluate(expression.operand, scope);
    case 'parenthesized':
      return evaluate(expression.inner, scope);
    case 'for':
      return forLoop(expression, scope, evaluate);
    case 'copy':
      return copyLoop(expression, scope, evaluate);
    case 'if':
      return evaluate(expression.body, scope);
    case 'lambda':
      return unknown('a lambda is no value', `lambda@${expression.start}`, trailAt(at));
    case 'skipped':
      return unknown('the text could not be read', `skipped@${scope.names.uri}:${expression.start}`, trailAt(at));
    default:
      return unreachable(expression);
  }
}

/** One of two values by a condition; both under their guards where the condition is not known. */
export function choose(condition: Expression, whenTrue: Expression, whenFalse: Expression, scope: Scope): Value {
  return distribute([evaluate(condition, scope)], ([known]) => {
    if (known?.kind === 'boolean') return evaluate(known.value ? whenTrue : whenFalse, scope);
    if (!known) return unknown('there is no condition', 'nothing');
    return oneOf([
      { value: evaluate(whenTrue, scope), guard: conditionGuard(known, true) },
      { value: evaluate(whenFalse, scope), guard: conditionGuard(known, false) },
    ]);
  });
}

function stringLiteral(expression: StringLiteral, at: Place): Value {
  return writtenText(expression.value, trailAt(at), expression.exact ? expression.contentStart : undefined);
}

function interpolation(expression: InterpolatedString, scope: Scope): Value {
  const values = expression.parts.map((part): Value => {
    if (part.kind !== 'text') return intoText(evaluate(part, scope), placeOf(part, scope));
    return writtenText(part.value, trailAt(placeOf(part, scope)), part.exact ? part.start : undefined);
  });
  return distribute(values, (known) => joined(known, scope.names.budget, placeOf(expression, scope)));
}

function joined(values: readonly Value[], budget: Budget, at: Place): Value {
  const segments: TextSegment[] = [];
  for (const value of values) {
    const added = toSegments(value);
    if (!added)
      return unknown(
        'an object or array stands inside a text',
        () => `text(${values.map(valueKey).join(',')})`,
        trailAt(at),
      );
    budget.step(added.length);
    append(segments, added);
  }
  return textOf(segments, trailAt(at));
}

/** A resource of a loop, where it is not known which or of what: it is still of the loop's type. */
function loopTurn(target: Expression, position: Value, scope: Scope): Value | undefined {
  if (target.kind !== 'identifier' || findLocal(scope, target.name)) return undefined;
  return scope.names.resourceTurn(target.name, position, placeOf(target, scope));
}

/** Whether what is not there is null: from a `.?` on to the end of the chain it stands in. */
function isSafe(expression: Expression): boolean {
  for (let link = expression; ;) {
    if (link.kind === 'nonNull') link = link.operand;
    else if (link.kind !== 'member' && link.kind !== 'index') return false;
    else if (link.safe) return true;
    else link = link.target;
  }
}

function identifier(expression: Identifier, scope: Scope): Value {
  const at = placeOf(expression, scope);
  const local = findLocal(scope, expression.name);
  if (local) return passedOn(local, at, { kind: 'item', name: expression.name });
  const known = scope.names.identifier(expression.name, at);
  return known ?? unknown(`there is no '${expression.name}'`, `name(${expression.name})`, trailAt(at));
}

function nestedResource(target: Expression, name: Identifier, scope: Scope): Value {
  const parent = evaluate(target, scope);
  const found = scope.names.nestedResource(parent, name.name);
  return found ?? unknown(`there is no nested resource '${name.name}'`, () => `${valueKey(parent)}::${name.name}`);
}
