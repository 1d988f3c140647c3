import { samePlace } from '../base/place';
import type { Place } from '../base/place';
import { VAULT_TYPE } from '../data/resource-types';
import { sources } from '../data/links';
import type { DeployedResource } from '../deployment/deployment';
import { existsWith } from '../deployment/values/existence';
import { isChosenAtDeployment } from '../deployment/identity/locations';
import { idKey, parseResourceId } from '../deployment/identity/resource-id';
import type { TextValue, Trail } from '../deployment/values/value';
import { textKey } from '../deployment/values/values';
import { mayBeSame } from '../domain/resources/same-resource';
import type { Connection, Topology } from '../domain/topology/topology';
import { endpointsInTwoGroups } from './examples/endpoints-in-two-groups';
import { mistake } from './examples/mistake';
import { nameInId, nameOf, placeOfName, relatedResource, wayOf } from './related';
import type { RelatedPlace } from './report';
import type { Rule } from './rule';

export const duplicateEndpointName: Rule = {
  id: 'PE105',
  name: 'duplicate-endpoint-name',
  about: 'backup',
  severity: 'error',
  summary: 'Two private endpoints of one vault, in different resource groups or subscriptions, have the same name.',
  docs: {
    why: 'A vault knows its private endpoints by their names, and Azure Backup does not support several with one name, even where they are in different resource groups or subscriptions. The templates look right, for to Azure Resource Manager they are different resources.',
    howToFix:
      'Give each endpoint of the vault a name of its own, for example with the name of its network in it. Names that differ in case alone are the same.',
    sources: [sources.overview],
    examples: [
      mistake('bicep', endpointsInTwoGroups, ["'pep-rsv-backup-spoke'", "‹'pep-rsv-backup-hub'›"]),
      mistake('json', endpointsInTwoGroups, ['"pep-rsv-backup-spoke"', '‹"pep-rsv-backup-hub"›']),
    ],
  },
  *check({ topology }) {
    for (const endpoints of endpointsByVaultAndName(topology)) {
      for (const [index, { endpoint, targetId }] of endpoints.entries()) {
        const first = endpoints.slice(0, index).find((it) => isAnother(it.endpoint, endpoint))?.endpoint;
        if (!first) continue;
        const vault = topology.index.byId(targetId);
        yield {
          place: placeOfDuplicate(endpoint, first),
          message: `The private endpoint ${nameOf(endpoint)} has the name of another one of the vault${nameInId(targetId)}. Azure Backup does not support several private endpoints of one name for a vault, in whatever resource group they are: give it a name of its own.`,
          related: [
            ...wayOf(endpoint.name.trail),
            ...leading(endpoint),
            relatedResource(endpoint, 'the private endpoint'),
            ...leading(first),
            relatedResource(first, 'the other private endpoint'),
            ...(vault ? [relatedResource(vault, 'the vault')] : []),
          ],
        };
      }
    }
  },
};

/** Endpoints that go to one vault and have one name: one connection of each. */
function endpointsByVaultAndName({ endpoints }: Topology): Iterable<readonly Connection[]> {
  const found = new Map<string, Connection[]>();
  for (const connection of endpoints.flatMap(({ connections }) => connections)) {
    const { endpoint, targetId, targetType } = connection;
    // An uncounted loop stands for a number of endpoints, and that may be none.
    if (!targetId || targetType !== VAULT_TYPE || endpoint.symbolic) continue;
    const name = parseResourceId(endpoint.id)?.names[0];
    if (!name) continue;
    const key = JSON.stringify([idKey(targetId), textKey(name).toLowerCase()]);
    const known = found.get(key);
    if (known) known.push(connection);
    else found.set(key, [connection]);
  }
  return found.values();
}

/** Whether they are two resources that are there at once: where one is, the other is for certain. */
function isAnother(one: DeployedResource, other: DeployedResource): boolean {
  if (idKey(one.id) === idKey(other.id) || !isApart(one.id, other.id)) return false;
  return existsWith(one.existence, other.existence) || existsWith(other.existence, one.existence);
}

/**
 * Whether two IDs certainly lie in different groups or subscriptions. A group that is named is taken to be another one than the group
 * that the template is deployed to; two that only parameters name may be one, and then it is one endpoint.
 */
function isApart(one: TextValue, other: TextValue): boolean {
  const [a, b] = [parseResourceId(one), parseResourceId(other)];
  if (!mayBeSame(a, b)) return true;
  return isOwn(a?.subscription) !== isOwn(b?.subscription) || isOwn(a?.resourceGroup) !== isOwn(b?.resourceGroup);
}

function isOwn(name: TextValue | undefined): boolean {
  return name !== undefined && isChosenAtDeployment(name);
}

/** Where the second name is written; where the first one comes from there, too, the place at which their ways part. */
function placeOfDuplicate(endpoint: DeployedResource, first: DeployedResource): Place {
  const own = stepsOf(endpoint.name.trail);
  const others = stepsOf(first.name.trail);
  const parting = own.findIndex((step, index) => !samePlace(step, others[index]));
  const place = own[Math.max(parting, 0)] ?? placeOfName(endpoint);
  return { uri: place.uri, start: place.start, end: place.end };
}

function stepsOf(trail: Trail | undefined): readonly Trail[] {
  const steps: Trail[] = [];
  for (let step = trail; step; step = step.from) steps.push(step);
  return steps.reverse();
}

/** The module statements that lead to an endpoint: two endpoints may be written in one place. */
function leading({ through }: DeployedResource): readonly RelatedPlace[] {
  return through.map((place) => ({ place, message: 'in this module' }));
}
