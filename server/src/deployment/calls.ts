import type { Place } from '../base/place';
import type { Call, Expression, Lambda, MethodCall } from '../syntax/expression';
import { builtinFunctions } from './functions/index';
import type { Argument, CallContext, LambdaArgument } from './functions/function';
import { conditionGuard, distribute, oneOf } from './guards';
import { loadFunction } from './load-functions';
import { coalesced, conjunction, disjunction, negated } from './operators';
import { withLocal } from './scope';
import type { Evaluate, Scope, UserFunction } from './scope';
import type { Value } from './value';
import { passedOn, trailAt, unknown, valueKey } from './values';

/** Namespaces whose functions may be called with or without them. */
const BUILT_IN_NAMESPACES = new Set(['sys', 'az']);

export function call(expression: Call, scope: Scope, evaluate: Evaluate): Value {
  const name = expression.name.name;
  const defined = scope.names.userFunction(undefined, name);
  if (defined) return applyUserFunction(defined, expression, scope, evaluate);
  return builtin(name, expression.arguments, placeOf(expression, scope), scope, evaluate);
}

export function methodCall(expression: MethodCall, scope: Scope, evaluate: Evaluate): Value {
  const { target, name } = expression;
  const at = placeOf(expression, scope);
  if (target.kind === 'identifier') {
    const defined = scope.names.userFunction(target.name, name.name);
    if (defined) return applyUserFunction(defined, expression, scope, evaluate);
    if (BUILT_IN_NAMESPACES.has(target.name)) return builtin(name.name, expression.arguments, at, scope, evaluate);
  }
  const resource = valueKey(evaluate(target, scope));
  const values = expression.arguments.map((argument) => valueKey(evaluate(argument, scope)));
  const nature = name.name === 'getSecret' || name.name.startsWith('list') ? 'secret' : undefined;
  return unknown('only Azure knows it at run time', `${resource}.${name.name}(${values.join(',')})`, trailAt(at), nature);
}

function builtin(name: string, parameters: readonly Expression[], at: Place, scope: Scope, evaluate: Evaluate): Value {
  const special = specialForm(name.toLowerCase(), parameters, at, scope, evaluate);
  if (special) return special;
  const values = parameters.map((parameter): Argument =>
    parameter.kind === 'lambda' ? lambdaArgument(parameter, scope, evaluate) : evaluate(parameter, scope),
  );
  const plain = values.filter((value): value is Value => value.kind !== 'lambda');
  return distribute(plain, (chosen) => {
    if (chosen.length === values.length) {
      const scoped = scope.names.scopeFunction(name.toLowerCase(), chosen, at);
      if (scoped) return scoped;
    }
    const remaining = [...chosen];
    const all = values.map((value): Argument => (value.kind === 'lambda' ? value : (remaining.shift() ?? value)));
    return applyBuiltin(name, all, at, scope);
  });
}

function applyBuiltin(name: string, values: readonly Argument[], at: Place, scope: Scope): Value {
  const trail = trailAt(at);
  const keys = values.map((value) => (value.kind === 'lambda' ? `=>${at.start}` : valueKey(value)));
  const key = `${name.toLowerCase()}(${keys.join(',')})`;
  const builtinFunction = builtinFunctions.get(name.toLowerCase());
  if (!builtinFunction) return unknownCall(name, key, at);
  const context: CallContext = { place: at, trail, step: (count) => scope.names.budget.step(count) };
  return builtinFunction.apply(values, context) ?? unknown(`${name}() depends on what is not known`, key, trail);
}

/** Calls that only Azure can answer. Each call of a function that never answers twice the same is a value of its own. */
function unknownCall(name: string, key: string, at: Place): Value {
  const lower = name.toLowerCase();
  const own = `${lower}@${at.uri}:${at.start}`;
  if (lower === 'newguid' || lower === 'utcnow') return unknown(`${name}() differs from deployment to deployment`, own, trailAt(at));
  const nature = lower.startsWith('list') || lower === 'getsecret' ? 'secret' : undefined;
  return unknown(`only Azure knows what ${name}() gives`, key, trailAt(at), nature);
}

/** Functions that do not evaluate all of their arguments, or that read files. */
function specialForm(
  name: string,
  parameters: readonly Expression[],
  at: Place,
  scope: Scope,
  evaluate: Evaluate,
): Value | undefined {
  const [first, second, third] = parameters;
  if (!first) return undefined;
  switch (name) {
    case 'if':
      return second && third ? chosen(evaluate(first, scope), second, third, scope, evaluate) : undefined;
    case 'and':
      return parameters.slice(1).reduce<Value>((left, next) => conjunction(left, () => evaluate(next, scope), at), evaluate(first, scope));
    case 'or':
      return parameters.slice(1).reduce<Value>((left, next) => disjunction(left, () => evaluate(next, scope), at), evaluate(first, scope));
    case 'not':
      return distribute([evaluate(first, scope)], ([value]) => negated(value ?? unknown('nothing', 'nothing'), at));
    case 'coalesce':
      return parameters.slice(1).reduce<Value>((left, next) => coalesced(left, () => evaluate(next, scope)), evaluate(first, scope));
    case 'any':
      return evaluate(first, scope);
    default:
      return loadFunction(name, parameters, at, scope, evaluate);
  }
}

function chosen(condition: Value, yes: Expression, no: Expression, scope: Scope, evaluate: Evaluate): Value {
  return distribute([condition], ([known]) => {
    if (known?.kind === 'boolean') return evaluate(known.value ? yes : no, scope);
    if (!known) return condition;
    return oneOf([
      { value: evaluate(yes, scope), guard: conditionGuard(known, true) },
      { value: evaluate(no, scope), guard: conditionGuard(known, false) },
    ]);
  });
}

function lambdaArgument({ parameters, body }: Lambda, scope: Scope, evaluate: Evaluate): LambdaArgument {
  return {
    kind: 'lambda',
    arity: parameters.length,
    apply: (...values) => {
      scope.names.budget.step();
      const inner = parameters.reduce((outer, parameter, index) => {
        const value = values[index];
        return value ? withLocal(outer, parameter.name, value) : outer;
      }, scope);
      return evaluate(body, inner);
    },
  };
}

function applyUserFunction(defined: UserFunction, expression: Call | MethodCall, scope: Scope, evaluate: Evaluate): Value {
  const inner = defined.parameters.reduce<Scope>(
    (outer, parameter, index) => {
      const value = expression.arguments[index];
      return value ? withLocal(outer, parameter, evaluate(value, scope)) : outer;
    },
    { names: defined.names, locals: undefined },
  );
  const via = { kind: 'function', name: expression.name.name } as const;
  return passedOn(evaluate(defined.body, inner), placeOf(expression, scope), via);
}

function placeOf({ start, end }: Expression, scope: Scope): Place {
  return { uri: scope.names.uri, start, end };
}
