import { CONNECTION_TYPE } from '../../data/resource-types';
import type { DeployedResource } from '../../deployment/deployment';
import { parentId, parseResourceId } from '../../deployment/identity/resource-id';
import type { TextValue } from '../../deployment/values/value';
import { knownText } from '../../deployment/values/values';
import type { Declaration, Neighbours } from '../resources/neighbours';
import { settled } from '../resources/options';
import type { Surroundings } from '../topology/possible-endpoints';
import { deepValue, property } from '../resources/resource-properties';
import { mayBeSame } from '../resources/same-resource';

/** Whether a template of the project may approve connections to a vault. */
export function mayBeApproved(vaultId: TextValue, { topology, neighbours }: Surroundings): boolean {
  const vault = parseResourceId(vaultId);
  const elsewhere = neighbours
    .declarationsOfType(CONNECTION_TYPE)
    .filter((declaration) => !isForOwnVault(declaration, neighbours))
    .map(({ resource }) => resource);
  return [...topology.index.ofType(CONNECTION_TYPE), ...elsewhere].some((connection) => {
    const parent = parentId(connection.id);
    return !connection.existing && mayBeSame(vault, parent && parseResourceId(parent)) && approves(connection);
  });
}

/** Whether the vault is declared beside the approval: two templates often deploy things of one name to different places. */
function isForOwnVault({ root, resource }: Declaration, neighbours: Neighbours): boolean {
  const vault = parentId(resource.id);
  return vault !== undefined && neighbours.declarationsOf(vault).some((declaration) => declaration.root === root);
}

function approves(connection: DeployedResource): boolean {
  const state = property(connection, 'privateLinkServiceConnectionState');
  const status = knownText(settled(deepValue(state, connection, 'status'), connection));
  return status === undefined || status.toLowerCase() === 'approved';
}
