import type { Place } from '../../base/place';
import { ENVIRONMENTS } from '../../data/environments';
import type { EnvironmentFacts } from '../../data/environments';
import type { Cloud } from '../../data/clouds';
import {
  groupScope,
  managementGroupScope,
  resourceGroupObject,
  subscriptionObject,
  subscriptionScope,
  tenantScope,
} from '../identity/locations';
import type { DeploymentScope } from '../identity/locations';
import { joinText, resourceId } from '../identity/resource-id';
import type { Value } from '../values/value';
import { knownText, object, objectOf, text, trailAt, unknown } from '../values/values';

/** What a function of the deployment's place may look at. */
export interface ScopeFunctionContext {
  readonly scope: DeploymentScope;
  readonly cloud: Cloud;
  readonly deploymentName: Value;
}

type ScopeFunction = (values: readonly Value[], context: ScopeFunctionContext, at: Place) => Value | undefined;

/** Functions whose answer depends on where the template is deployed, by name in lower case. Undefined where they cannot say. */
export const SCOPE_FUNCTIONS: Readonly<Record<string, ScopeFunction>> = {
  resourcegroup: (values, { scope }, at) => resourceGroupObject(groupNamed(values, scope), at),
  subscription: ([id], { scope }, at) => {
    const chosen = id ? subscriptionScope(id, scope.tenantId, unknownLocation(id)) : scope;
    return subscriptionObject(chosen, at);
  },
  managementgroup: ([name], { scope }, at) => {
    const chosen = name ? managementGroupScope(name, scope.tenantId, scope.location) : scope;
    return object(objectOf([['id', chosen.id], ...(name ? [['name', name] as const] : [])]).entries, true, trailAt(at));
  },
  tenant: (_values, { scope }, at) => {
    const { id } = tenantScope(scope.tenantId, scope.location);
    return object(objectOf([['id', id], ['tenantId', scope.tenantId]]).entries, true, trailAt(at)); // prettier-ignore
  },
  deployment: (_values, { scope, deploymentName }, at) => {
    const known = objectOf([['name', deploymentName], ['location', scope.location]]); // prettier-ignore
    return object(known.entries, true, trailAt(at));
  },
  deployer: (_values, _context, at) => deployerObject(at),
  environment: (_values, { cloud }, at) => environmentObject(ENVIRONMENTS[cloud], at),
  resourceid: (values, { scope }, at) => idFunction(values, scope, at),
  subscriptionresourceid: (values, { scope }, at) => {
    const { type, names, before } = splitArguments(values);
    const base = joinText(['/subscriptions/', before[0] ?? scope.subscriptionId]);
    return type !== undefined && base ? resourceId(base, type, names, trailAt(at)) : undefined;
  },
  tenantresourceid: (values, _context, at) => {
    const { type, names } = splitArguments(values);
    return type === undefined ? undefined : resourceId(text(''), type, names, trailAt(at));
  },
  managementgroupresourceid: (values, { scope }, at) => {
    const { type, names, before } = splitArguments(values);
    const base = before[0] ? managementGroupScope(before[0], scope.tenantId, scope.location).id : scope.id;
    return type === undefined ? undefined : resourceId(base, type, names, trailAt(at));
  },
  extensionresourceid: ([base, ...rest], _context, at) => {
    const { type, names } = splitArguments(rest);
    return base?.kind === 'text' && type !== undefined ? resourceId(base, type, names, trailAt(at)) : undefined;
  },
};

/** `resourceGroup()`, and Bicep's `resourceGroup('name')` and `resourceGroup('subscription', 'name')`. */
function groupNamed(values: readonly Value[], scope: DeploymentScope): DeploymentScope {
  const [first, second] = values;
  if (!first) return scope;
  const subscriptionId = second ? first : scope.subscriptionId;
  const name = second ?? first;
  return groupScope(subscriptionId, name, scope.tenantId, unknownLocation(name));
}

function unknownLocation(of: Value): Value {
  const name = knownText(of) ?? '?';
  return unknown('the location of another scope is not in the template', `location(${name})`, undefined, 'region');
}

/** `resourceId([subscription], [group], type, name…)`: the first argument with a slash is the type. */
function idFunction(values: readonly Value[], scope: DeploymentScope, at: Place): Value | undefined {
  const { type, names, before } = splitArguments(values);
  if (type === undefined) return undefined;
  const group = before.at(-1);
  const subscription = before.length > 1 ? before[0] : scope.subscriptionId;
  const base =
    group && subscription ? joinText(['/subscriptions/', subscription, '/resourceGroups/', group]) : scope.id;
  return base ? resourceId(base, type, names, trailAt(at)) : undefined;
}

/** The first argument with a namespace and a slash is the type. */
export function isResourceType(value: Value): boolean {
  return /^[\w.]+\.[\w.]*\//.test(knownText(value) ?? '');
}

function splitArguments(values: readonly Value[]): {
  readonly before: readonly Value[];
  readonly type: string | undefined;
  readonly names: readonly Value[];
} {
  const position = values.findIndex(isResourceType);
  if (position < 0) return { before: values, type: undefined, names: [] };
  // Azure takes a type that ends with a slash, as many old templates write it.
  const type = knownText(values[position])?.replace(/\/$/, '');
  return { before: values.slice(0, position), type, names: values.slice(position + 1) };
}

function environmentObject(facts: EnvironmentFacts, at: Place): Value {
  const values = Object.entries(facts).map(([name, fact]): readonly [string, Value] => [
    name,
    typeof fact === 'string' ? text(fact, trailAt(at)) : environmentObject(fact, at),
  ]);
  return object(objectOf(values).entries, true, trailAt(at));
}

/** Who deploys: nobody knows it before. (https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-deployment#deployer) */
function deployerObject(at: Place): Value {
  const members = ['objectId', 'tenantId', 'userPrincipalName'].map((name): readonly [string, Value] => [
    name,
    unknown('who deploys is known at deployment', `deployer().${name}`, trailAt(at)),
  ]);
  return object(objectOf(members).entries, true, trailAt(at));
}
