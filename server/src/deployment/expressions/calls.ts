import { LazyText } from '../../base/lazy-text';
import type { Place } from '../../base/place';
import type { Call, Expression, MethodCall } from '../../syntax/expression';
import { literalText } from '../../syntax/properties';
import { builtinFunctions } from '../functions/index';
import type { Argument, CallContext, LambdaArgument } from '../functions/function';
import { conditionGuard, distribute, oneOf } from '../values/guards';
import { loadFunction } from './load-functions';
import { oneName } from '../identity/one-name';
import { coalesced, conjunction, disjunction, negated } from './operators';
import { copyIndexName, findLocal, localsKey, parameterName, withLocal } from './scope';
import type { Evaluate, Scope, UserFunction } from './scope';
import { unansweredCall, unansweredMethod } from './unanswered';
import { isResourceType } from './scope-functions';
import { structureFunction } from './structures';
import type { Nature, Value } from '../values/value';
import { intoText, knownText, number, passedOn, text, tooMuch, trailAt, unknown, valueKey } from '../values/values';

/** Namespaces whose functions may be called with or without them. */
const BUILT_IN_NAMESPACES = new Set(['sys', 'az']);

/** Functions that make one text of several. */
const TEXT_MAKERS = new Set(['concat', 'format', 'join', 'replace']);

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
  const values = expression.arguments.map((argument) => valueKey(evaluate(argument, scope)));
  const owner = target.kind === 'identifier' && target.name === 'this' ? undefined : valueKey(evaluate(target, scope));
  return unansweredMethod(owner, name.name, values, at);
}

function builtin(name: string, parameters: readonly Expression[], at: Place, scope: Scope, evaluate: Evaluate): Value {
  const special = specialForm(name.toLowerCase(), parameters, at, scope, evaluate);
  if (special) return special;
  const values = parameters.map((parameter): Argument => {
    const lambda = lambdaOf(parameter);
    if (lambda) return lambdaArgument(lambda, scope, evaluate);
    const value = evaluate(parameter, scope);
    return TEXT_MAKERS.has(name.toLowerCase()) ? intoText(value, placeOf(parameter, scope)) : value;
  });
  const plain = values.filter((value): value is Value => value.kind !== 'lambda');
  const chosenFrom = name.toLowerCase().endsWith('resourceid') ? withOneName(plain) : plain;
  return distribute(chosenFrom, (chosen) => {
    if (chosen.length === values.length) {
      const scoped = scope.names.scopeFunction(name.toLowerCase(), chosen, at);
      if (scoped) return scoped;
    }
    const remaining = [...chosen];
    const all = values.map((value): Argument => (value.kind === 'lambda' ? value : (remaining.shift() ?? value)));
    return applyBuiltin(name, all, at, scope);
  });
}

/** The arguments of `resourceId()` and its like, with each name behind the type as it is in a resource's own ID. */
function withOneName(values: readonly Value[]): readonly Value[] {
  const type = values.findIndex((value) => isResourceType(value));
  return values.map((value, index) => (type >= 0 && index > type ? oneName(value) : value));
}

function applyBuiltin(name: string, values: readonly Argument[], at: Place, scope: Scope): Value {
  const trail = trailAt(at);
  const key = (): string => {
    const keys = values.map((value) => (value.kind === 'lambda' ? value.key.text : valueKey(value)));
    return `${name.toLowerCase()}(${keys.join(',')})`;
  };
  const builtinFunction = builtinFunctions.get(name.toLowerCase());
  if (!builtinFunction) return unansweredCall(name, values, key, at);
  const context: CallContext = { place: at, trail, step: (count) => scope.names.budget.step(count) };
  const result = builtinFunction.apply(values, context);
  return result ?? unknown(`${name}() depends on what is not known`, key, trail, natureOfResult(name, values));
}

/** What is cut from a name, or made by a function that makes names, has none of the signs that names lack either. */
function natureOfResult(name: string, [first]: readonly Argument[]): Nature | undefined {
  const lower = name.toLowerCase();
  if (MAKE_NAMES.has(lower)) return 'name';
  return CUT.has(lower) && first?.kind === 'unknown' && first.nature === 'name' ? 'name' : undefined;
}

const MAKE_NAMES = new Set(['uniquestring', 'guid']);
const CUT = new Set(['substring', 'take', 'skip', 'first', 'last', 'padleft']);

/** Functions that do not evaluate all of their arguments, or that read files. */
function specialForm(
  name: string,
  parameters: readonly Expression[],
  at: Place,
  scope: Scope,
  evaluate: Evaluate,
): Value | undefined {
  const [first, second, third] = parameters;
  if (name === 'copyindex') return copyIndex(parameters, at, scope, evaluate);
  const structure = structureFunction(name, parameters, at, scope, evaluate);
  if (structure) return structure;
  if (!first) return undefined;
  switch (name) {
    case 'if':
      return second && third ? chosen(evaluate(first, scope), second, third, scope, evaluate) : undefined;
    case 'and':
      return parameters
        .slice(1)
        .reduce<Value>((left, next) => conjunction(left, () => evaluate(next, scope), at), evaluate(first, scope));
    case 'or':
      return parameters
        .slice(1)
        .reduce<Value>((left, next) => disjunction(left, () => evaluate(next, scope), at), evaluate(first, scope));
    case 'not':
      return distribute([evaluate(first, scope)], ([value]) => negated(value ?? unknown('nothing', 'nothing'), at));
    case 'coalesce':
      return parameters
        .slice(1)
        .reduce<Value>((left, next) => coalesced(left, () => evaluate(next, scope)), evaluate(first, scope));
    case 'any':
      return evaluate(first, scope);
    case 'readenvironmentvariable':
      return second && environmentDefault(first, second, at, scope, evaluate);
    case 'nameof':
      return text(lastName(first), trailAt(at));
    case 'lambdavariables':
      return findLocal(scope, literalText(first) ?? '');
    case 'parameters':
      return findLocal(scope, parameterName(literalText(first) ?? ''));
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

/** `nameof(vault.properties)`: the name that stands last. */
function lastName(expression: Expression): string {
  if (expression.kind === 'member') return expression.name.name;
  return expression.kind === 'identifier' ? expression.name : (literalText(expression) ?? '');
}

/** What an environment variable is where it is not set. The real environment is never read: it is that of another machine. */
function environmentDefault(name: Expression, value: Expression, at: Place, scope: Scope, evaluate: Evaluate): Value {
  const via = { kind: 'environment', name: literalText(name) ?? '', byDefault: true } as const;
  return passedOn(evaluate(value, scope), at, via);
}

/** `copyIndex()`, `copyIndex(offset)`, `copyIndex('loop')`, `copyIndex('loop', offset)`. */
function copyIndex(
  [first, second]: readonly Expression[],
  at: Place,
  scope: Scope,
  evaluate: Evaluate,
): Value | undefined {
  const start = first && evaluate(first, scope);
  const loop = start?.kind === 'text' ? (knownText(start) ?? '') : '';
  const index = findLocal(scope, copyIndexName(loop));
  const offset = start?.kind === 'number' ? start : second && evaluate(second, scope);
  if (!index || !offset) return index;
  return index.kind === 'number' && offset.kind === 'number'
    ? number(index.value + offset.value, trailAt(at))
    : unknown('the number of turns is not known', `copyIndex(${valueKey(index)},${valueKey(offset)})`, trailAt(at));
}

/** A lambda's parameters and body, as both languages write them: `x => …` and `lambda('x', …)`. */
interface LambdaParts {
  readonly start: number;
  readonly parameters: readonly string[];
  readonly body: Expression;
}

function lambdaOf(expression: Expression): LambdaParts | undefined {
  if (expression.kind === 'lambda') {
    const { start, parameters, body } = expression;
    return { start, parameters: parameters.map(({ name }) => name), body };
  }
  if (expression.kind !== 'call' || expression.name.name.toLowerCase() !== 'lambda') return undefined;
  const names = expression.arguments.slice(0, -1).map((name) => literalText(name));
  const body = expression.arguments.at(-1);
  const known = names.filter((name) => name !== undefined);
  return body && known.length === names.length ? { start: expression.start, parameters: known, body } : undefined;
}

function lambdaArgument({ start, parameters, body }: LambdaParts, scope: Scope, evaluate: Evaluate): LambdaArgument {
  const { path, uri } = scope.names;
  return {
    kind: 'lambda',
    key: new LazyText(() => `=>${path}${uri}:${start}(${localsKey(scope)})`),
    arity: parameters.length,
    apply: (...values) => {
      scope.names.budget.step();
      const inner = parameters.reduce((outer, parameter, index) => {
        const value = values[index];
        return value ? withLocal(outer, parameter, value) : outer;
      }, scope);
      return evaluate(body, inner);
    },
  };
}

function applyUserFunction(
  defined: UserFunction,
  expression: Call | MethodCall,
  scope: Scope,
  evaluate: Evaluate,
): Value {
  const inner = defined.parameters.reduce<Scope>(
    (outer, parameter, index) => {
      const value = expression.arguments[index];
      const name = defined.names.language === 'arm' ? parameterName(parameter) : parameter;
      return value ? withLocal(outer, name, evaluate(value, scope)) : outer;
    },
    { names: defined.names, locals: undefined },
  );
  const at = placeOf(expression, scope);
  const run = (): Value => evaluate(defined.body, inner);
  // A function that is called by another one, or in a loop, is given up together with that.
  const value = scope.locals ? run() : scope.names.budget.shared(run, () => tooMuch(`call@${at.uri}:${at.start}`));
  return passedOn(value, at, { kind: 'function', name: expression.name.name });
}

function placeOf({ start, end }: Expression, scope: Scope): Place {
  return { uri: scope.names.uri, start, end };
}
