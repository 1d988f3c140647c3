import type { Place } from '../../base/place';
import type { TargetScope } from '../../model/template';
import { idKey, joinText, parseResourceId } from './resource-id';
import type { ObjectValue, TextValue, Value } from '../values/value';
import { getEntry, knownText, object, objectOf, segmentsOf, text, textKey, trailAt, unknown } from '../values/values';

/** Where a template is deployed to. What is not known of it stands as a hole with a key of its own, so that it stays equal to itself. */
export interface DeploymentScope {
  readonly kind: TargetScope;
  /** The scope's own ID; resource IDs begin with it. Empty for the tenant. */
  readonly id: TextValue;
  readonly subscriptionId: Value;
  readonly tenantId: Value;
  /** The resource group's name, or null outside one. */
  readonly resourceGroup: Value;
  /** The resource group's or the deployment's location. */
  readonly location: Value;
}

/** What the user says of the scope that a root template is deployed to. */
export interface KnownScope {
  readonly tenantId?: string;
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  readonly managementGroup?: string;
  readonly location?: string;
}

export function rootScope(kind: TargetScope, known: KnownScope): DeploymentScope {
  const subscriptionId = given(known.subscriptionId, SUBSCRIPTION_KEY, 'the subscription is chosen at deployment');
  const resourceGroup = given(known.resourceGroup, GROUP_KEY, 'the resource group is chosen at deployment');
  const managementGroup = given(
    known.managementGroup,
    'managementGroup()',
    'the management group is chosen at deployment',
  );
  const tenantId = given(known.tenantId, 'tenant()', 'the tenant is chosen at deployment');
  const location = known.location
    ? text(known.location)
    : unknown('the location is chosen at deployment', 'location()', undefined, 'region');
  switch (kind) {
    case 'resourceGroup':
      return groupScope(subscriptionId, resourceGroup, tenantId, location);
    case 'subscription':
      return subscriptionScope(subscriptionId, tenantId, location);
    case 'managementGroup':
      return managementGroupScope(managementGroup, tenantId, location);
    case 'tenant':
      return tenantScope(tenantId, location);
  }
}

/** The scope that an ID names: a resource group, a subscription, a management group. Undefined for anything else. */
export function scopeOfId(id: TextValue, from: DeploymentScope): DeploymentScope | undefined {
  const parts = parseResourceId(id);
  if (parts?.type === 'Microsoft.Resources/resourceGroups' && parts.subscription && parts.resourceGroup) {
    const same = idKey(id) === idKey(from.id);
    const location = same ? from.location : unknownLocation(id);
    return groupScope(parts.subscription, parts.resourceGroup, from.tenantId, location);
  }
  if (parts?.type.toLowerCase() === 'microsoft.management/managementgroups' && parts.names[0]) {
    return managementGroupScope(parts.names[0], from.tenantId, from.location);
  }
  const key = textKey(id);
  if (key === '' || key === '/') return tenantScope(from.tenantId, from.location);
  const subscription = /^\/subscriptions\/[^/]+$/i.test(key) ? subscriptionOf(id) : undefined;
  return subscription ? subscriptionScope(subscription, from.tenantId, from.location) : undefined;
}

export function groupScope(
  subscriptionId: Value,
  resourceGroup: Value,
  tenantId: Value,
  location: Value,
): DeploymentScope {
  const id = joinText(['/subscriptions/', subscriptionId, '/resourceGroups/', resourceGroup]) ?? text('');
  return { kind: 'resourceGroup', id, subscriptionId, tenantId, resourceGroup, location };
}

export function subscriptionScope(subscriptionId: Value, tenantId: Value, location: Value): DeploymentScope {
  const id = joinText(['/subscriptions/', subscriptionId]) ?? text('');
  return { kind: 'subscription', id, subscriptionId, tenantId, resourceGroup: text(''), location };
}

export function managementGroupScope(name: Value, tenantId: Value, location: Value): DeploymentScope {
  const id = joinText(['/providers/Microsoft.Management/managementGroups/', name]) ?? text('');
  return { kind: 'managementGroup', id, subscriptionId: text(''), tenantId, resourceGroup: text(''), location };
}

export function tenantScope(tenantId: Value, location: Value): DeploymentScope {
  return { kind: 'tenant', id: text(''), subscriptionId: text(''), tenantId, resourceGroup: text(''), location };
}

/** What `resourceGroup()` returns. */
export function resourceGroupObject(scope: DeploymentScope, at: Place): ObjectValue {
  const known = objectOf([
    ['id', scope.id],
    ['name', scope.resourceGroup],
    ['type', text('Microsoft.Resources/resourceGroups')],
    ['location', scope.location],
  ]);
  return object(known.entries, true, trailAt(at));
}

/** What `subscription()` returns. */
export function subscriptionObject(scope: DeploymentScope, at: Place): ObjectValue {
  const id = joinText(['/subscriptions/', scope.subscriptionId]) ?? text('');
  const known = objectOf([
    ['id', id],
    ['subscriptionId', scope.subscriptionId],
    ['tenantId', scope.tenantId],
  ]);
  return object(known.entries, true, trailAt(at));
}

/** The ID in what `resourceGroup()`, `subscription()` and their like return. */
export function idOfScopeObject(value: Value): TextValue | undefined {
  if (value.kind === 'runtime' && value.path === '') return value.resource;
  const id = value.kind === 'object' ? getEntry(value, 'id')?.value : value;
  return id?.kind === 'text' ? id : undefined;
}

/** Whether a text is nothing but the name of the resource group, or the ID of the subscription, that only the deployment chooses. */
export function isChosenAtDeployment({ segments: [only, ...others] }: TextValue): boolean {
  if (only?.kind !== 'hole' || only.value.kind !== 'unknown' || others.length > 0) return false;
  return only.value.key === SUBSCRIPTION_KEY || only.value.key === GROUP_KEY;
}

const SUBSCRIPTION_KEY = 'subscription()';
const GROUP_KEY = 'resourceGroup()';

function given(value: string | undefined, key: string, reason: string): Value {
  return value === undefined ? unknown(reason, key, undefined, 'name') : text(value);
}

function unknownLocation(id: TextValue): Value {
  return unknown('the resource group’s location is not in the template', `location(${idKey(id)})`, undefined, 'region');
}

function subscriptionOf(id: TextValue): TextValue | undefined {
  const segments = segmentsOf(id);
  const first = segments[0];
  if (first?.kind !== 'known') return undefined;
  const known = knownText(id);
  if (known !== undefined) return text(known.split('/')[2] ?? '');
  const rest = first.text.slice('/subscriptions/'.length);
  return { kind: 'text', segments: [...text(rest).segments, ...segments.slice(1)], trail: undefined };
}
