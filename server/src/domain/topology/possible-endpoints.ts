import type { Uri } from '../../base/uri';
import { ENDPOINT_TYPE, VAULT_TYPE } from '../../data/resource-types';
import type { DeployedResource, Deployment } from '../../deployment/deployment';
import { parseResourceId } from '../../deployment/identity/resource-id';
import { getEntry, knownText } from '../../deployment/values/values';
import type { BackupGroup } from './backup-endpoints';
import { connectionsOf } from './find-topology';
import type { Neighbours } from '../resources/neighbours';
import { isNothing, possible, settled } from '../resources/options';
import { mayBeSame } from '../resources/same-resource';
import type { Connection, Endpoint, Topology } from './topology';
import { mayHoldMore } from '../resources/visibility';

/** What can tell that a vault has no endpoint. */
export interface Surroundings {
  readonly deployment: Deployment;
  readonly topology: Topology;
  readonly neighbours: Neighbours;
}

/**
 * Whether a vault may have a private endpoint, for one group ID or for any: one that is there, one that may be meant for it, or one that
 * nobody can see from here. Only where this is false is an endpoint certainly missing.
 */
export function mayHaveEndpoint(vault: DeployedResource, group: BackupGroup | undefined, all: Surroundings): boolean {
  const { deployment, topology, neighbours } = all;
  // A stand-in shows all endpoints of its module.
  if (mayHoldMore(deployment)) return true;
  // What an existing endpoint is connected to is not to be seen.
  if (topology.index.ofType(ENDPOINT_TYPE).some(({ existing }) => existing)) return true;
  const mayServe = (it: Connection): boolean => mayReach(it, vault) && mayAskFor(it, group);
  if (topology.endpoints.some((it) => isUnread(it) || it.connections.some(mayServe))) return true;
  return neighbours
    .declarationsOfType(ENDPOINT_TYPE)
    .some(({ root, resource }) =>
      connectionsOf(resource).some((it) => mayServe(it) && isMeant(it, group) && !isForOwnVault(it, root, neighbours)),
    );
}

/** Whether the vault of a connection is declared beside it: two templates often deploy things of one name to different places. */
function isForOwnVault({ targetId }: Connection, root: Uri, neighbours: Neighbours): boolean {
  return targetId !== undefined && neighbours.declarationsOf(targetId).some((declaration) => declaration.root === root);
}

/** Whether an endpoint may have connections that could not be read. */
function isUnread({ resource, connections }: Endpoint): boolean {
  const properties = settled(getEntry(resource.body, 'properties')?.value, resource);
  if (properties?.kind !== 'object' || properties.open) return true;
  const lists = ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections'].flatMap((name) =>
    possible(getEntry(properties, name)?.value, resource).filter(({ value }) => !isNothing(value)),
  );
  const counts = lists.map(({ value }) => (value.kind === 'array' && !value.open ? value.items.length : Infinity));
  return counts.reduce((sum, count) => sum + count, 0) !== connections.length;
}

function mayReach({ targetId, targetType }: Connection, vault: DeployedResource): boolean {
  if (targetType === undefined || !targetId) return true;
  return targetType === VAULT_TYPE && mayBeSame(parseResourceId(targetId), parseResourceId(vault.id));
}

function mayAskFor({ groupIds }: Connection, group: BackupGroup | undefined): boolean {
  if (group === undefined || groupIds.open) return true;
  return groupIds.items.some((item) => (knownText(item) ?? group).toLowerCase() === group);
}

/** Whether an endpoint of another deployment says at least what it is for: templates for any endpoint are found in many projects. */
function isMeant(connection: Connection, group: BackupGroup | undefined): boolean {
  if (connection.targetType === VAULT_TYPE) return true;
  const known = connection.groupIds.items.map((item) => knownText(item)?.toLowerCase());
  return group === undefined ? known.some((id) => id?.startsWith('azurebackup')) : known.includes(group);
}
