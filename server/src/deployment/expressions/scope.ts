import type { Cloud } from '../../data/clouds';
import type { Place } from '../../base/place';
import type { Uri } from '../../base/uri';
import type { Expression } from '../../syntax/expression';
import type { Budget } from './budget';
import type { Value } from '../values/value';
import { valueKey } from '../values/values';

/** What an expression is evaluated in: the names of its template and, inside a loop or a lambda, the names that these add. */
export interface Scope {
  readonly names: Names;
  readonly locals: Locals | undefined;
}

/** The names that loops, lambdas and functions add, the innermost first. */
export interface Locals {
  readonly name: string;
  readonly value: Value;
  readonly outer: Locals | undefined;
}

/** Evaluates an expression in a scope. Handed to what must evaluate without knowing the evaluator. */
export type Evaluate = (expression: Expression, scope: Scope) => Value;

/** What names and functions mean in one template of a deployment. */
export interface Names {
  readonly uri: Uri;
  /** Tells one use of a template from another within the deployment: part of the keys of what is unknown. */
  readonly path: string;
  readonly language: 'bicep' | 'arm';
  readonly budget: Budget;
  readonly cloud: Cloud;
  /** A parameter, variable, resource, module or import of the template; undefined for a name that is none. */
  identifier(name: string, at: Place): Value | undefined;
  /** `symbol[position]` for a loop of resources and a position that is not known; undefined for a name that is no such loop. */
  resourceTurn(symbol: string, position: Value, at: Place): Value | undefined;
  /** `parent::name`: a resource nested in another one; undefined where there is none. */
  nestedResource(parent: Value, name: string): Value | undefined;
  /** A function that depends on the template or on where it is deployed (`parameters`, `resourceId`, `reference`, …); undefined for others. */
  scopeFunction(name: string, values: readonly Value[], at: Place): Value | undefined;
  /** A user-defined function, with the scope its body belongs to; the qualifier is a namespace or an import's alias. */
  userFunction(qualifier: string | undefined, name: string): UserFunction | undefined;
  /** What is known of a member of a resource that the deployment declares, or of a deployment's output; undefined where nothing is. */
  runtimeMember(resource: Value, path: string): Value | undefined;
  /** Whether a resource of the template is certainly not deployed. */
  isAbsent(resource: Value): boolean;
  /** The text of a file that a load function names; undefined where it cannot be read. */
  loadedText(path: string): LoadedFile | undefined;
}

/** A file that a load function reads. */
export interface LoadedFile {
  readonly uri: Uri;
  readonly text: string;
  /** The text read as YAML; undefined for what is none, or where nothing here can read YAML. */
  yaml(): Expression | undefined;
}

export interface UserFunction {
  readonly parameters: readonly string[];
  readonly body: Expression;
  readonly names: Names;
}

export function withLocal(scope: Scope, name: string, value: Value): Scope {
  return { names: scope.names, locals: { name, value, outer: scope.locals } };
}

export function findLocal(scope: Scope, name: string): Value | undefined {
  for (let local = scope.locals; local; local = local.outer) if (local.name === name) return local.value;
  return undefined;
}

/** The name under which a function of ARM keeps an argument: `parameters()` alone may see it. */
export function parameterName(name: string): string {
  return `parameter ${name.toLowerCase()}`;
}

/** The name under which a loop of ARM keeps its index among the locals; no identifier can be spelled like this. */
export function copyIndexName(loop: string): string {
  return `copyIndex ${loop.toLowerCase()}`;
}

/** A key of all that loops and lambdas add here: what an expression comes to depends on it. */
export function localsKey(scope: Scope): string {
  const keys: string[] = [];
  for (let local = scope.locals; local; local = local.outer) keys.push(`${local.name}:${valueKey(local.value)}`);
  return keys.join(',');
}
