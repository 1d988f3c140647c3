import { COLLECTION_GROUP_TYPE, FIREWALL_POLICY_TYPE, FIREWALL_TYPE } from '../../data/resource-types';
import type { DeployedResource, Deployment } from '../../deployment/deployment';
import { idKey } from '../../deployment/identity/resource-id';
import { mayHaveChildElsewhere } from '../resources/children-elsewhere';
import { firewallRules } from './firewall-rules';
import type { FirewallRule } from './firewall-rules';
import type { Neighbours } from '../resources/neighbours';
import { isNothing, settled } from '../resources/options';
import { deepValue, property } from '../resources/resource-properties';
import type { ResourceIndex } from '../resources/resource-index';
import type { Topology } from '../topology/topology';
import { mayHoldMore } from '../resources/visibility';

/** A classic firewall or a policy with all rules that hold for it. */
export interface RuleOwner {
  readonly owner: DeployedResource;
  readonly rules: readonly FirewallRule[];
}

/** What can tell whether all rules are seen. */
interface Surroundings {
  readonly deployment: Deployment;
  readonly topology: Topology;
  readonly neighbours: Neighbours;
}

/** The firewalls and policies of a deployment whose rules are all visible. A policy that others build on counts with each of them. */
export function ruleOwners({ deployment, topology, neighbours }: Surroundings): readonly RuleOwner[] {
  if (mayHoldMore(deployment)) return [];
  const { index } = topology;
  const declared = (type: string): readonly DeployedResource[] =>
    index.ofType(type).filter(({ existing }) => !existing);
  const policies = declared(FIREWALL_POLICY_TYPE);
  const bases = new Set(policies.map((policy) => basePolicy(policy, index)));
  const own = policies
    .filter((policy) => !bases.has(policy))
    .map((policy) => ({ owner: policy, rules: rulesOfPolicy(policy, index, neighbours) }));
  const classic = declared(FIREWALL_TYPE).map((owner) => ({ owner, rules: rulesIn([owner]) }));
  return [...own, ...classic].flatMap(({ owner, rules }) => (rules ? [{ owner, rules }] : []));
}

/** The rules of a policy and of those that it builds on; undefined where some are not visible. */
function rulesOfPolicy(
  policy: DeployedResource,
  index: ResourceIndex,
  neighbours: Neighbours,
): readonly FirewallRule[] | undefined {
  const rules: FirewallRule[] = [];
  const seen = new Set<DeployedResource>();
  for (let next: DeployedResource | undefined = policy; next;) {
    const own = rulesIn(index.childrenOf(next, COLLECTION_GROUP_TYPE));
    if (!own || seen.has(next) || next.existing || hasMore(next, index, neighbours)) return undefined;
    seen.add(next);
    rules.push(...own);
    const base: DeployedResource | undefined = basePolicy(next, index);
    if (!base && !isNothing(property(next, 'basePolicy'))) return undefined;
    next = base;
  }
  return rules;
}

/** Whether a policy has groups of the old kind, or groups that another deployment adds. */
function hasMore(policy: DeployedResource, index: ResourceIndex, neighbours: Neighbours): boolean {
  if (index.childrenOf(policy, `${FIREWALL_POLICY_TYPE}/ruleGroups`).length > 0) return true;
  return mayHaveChildElsewhere(policy, COLLECTION_GROUP_TYPE, neighbours);
}

function rulesIn(holders: readonly DeployedResource[]): readonly FirewallRule[] | undefined {
  const found = holders.map(firewallRules);
  if (found.some((it) => !it || it.open)) return undefined;
  return found.flatMap((it) => it?.rules ?? []);
}

function basePolicy(policy: DeployedResource, index: ResourceIndex): DeployedResource | undefined {
  const id = settled(deepValue(property(policy, 'basePolicy'), policy, 'id'), policy);
  const base = id?.kind === 'text' ? index.byId(id) : undefined;
  return base && idKey(base.id) !== idKey(policy.id) ? base : undefined;
}
