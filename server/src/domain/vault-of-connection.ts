import type { DeployedResource } from '../deployment/deployment';
import type { Declaration, Neighbours } from './neighbours';
import type { RegionTable } from './regions';
import { locationOf } from './resource-location';
import type { LocatedIn } from './resource-location';
import type { Connection, Topology } from './topology';

/** The vault that a connection goes to, and where it is. */
export interface TargetVault {
  /** The vault as this deployment declares it or refers to it; undefined where only its ID is given. */
  readonly resource: DeployedResource | undefined;
  readonly located: LocatedIn | undefined;
  /** Where another deployment declares it, if the region comes from there. */
  readonly declaration: Declaration | undefined;
}

/** The vault of a connection. Its region is the one declared here, else the one that all declarations elsewhere agree on. */
export function vaultOf(
  connection: Connection,
  {
    topology,
    regions,
    neighbours,
  }: { readonly topology: Topology; readonly regions: RegionTable; readonly neighbours: Neighbours },
): TargetVault {
  const resource = topology.index.byId(connection.targetId);
  const own = resource && !resource.existing ? locationOf(resource, regions) : undefined;
  const isDeclared = resource !== undefined && !resource.existing;
  if (isDeclared || !connection.targetId) return { resource, located: own, declaration: undefined };
  const declarations = neighbours.declarationsOf(connection.targetId);
  const located = declarations.map((declaration) => locationOf(declaration.resource, regions));
  const [first] = located;
  const agreed = first !== undefined && located.every((it) => it?.region.name === first.region.name);
  return { resource, located: agreed ? first : undefined, declaration: agreed ? declarations[0] : undefined };
}
