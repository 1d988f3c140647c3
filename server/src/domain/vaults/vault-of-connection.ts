import type { DeployedResource } from '../../deployment/deployment';
import { idKey } from '../../deployment/identity/resource-id';
import type { TextValue } from '../../deployment/values/value';
import type { Declaration, Neighbours } from '../resources/neighbours';
import { canExistTogether } from '../resources/options';
import type { RegionTable } from '../names/regions';
import { locationOf } from '../resources/resource-location';
import type { LocatedIn } from '../resources/resource-location';
import type { Connection, Topology } from '../topology/topology';

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
  const { targetId } = connection;
  const declared = targetId ? declaredFor(connection, targetId, topology) : [];
  const resource = declared[0] ?? topology.index.byId(targetId);
  const isDeclared = resource !== undefined && !resource.existing;
  const own = isDeclared ? agreedRegion(declared, regions) : undefined;
  if (isDeclared || !targetId) return { resource, located: own, declaration: undefined };
  const declarations = neighbours.declarationsOf(targetId);
  const located = agreedRegion(
    declarations.map((declaration) => declaration.resource),
    regions,
  );
  return { resource, located, declaration: located && declarations[0] };
}

/** The declarations of a vault that can exist together with an endpoint: a template may declare it twice, under conditions that exclude each other. */
function declaredFor({ endpoint }: Connection, targetId: TextValue, { vaults }: Topology): readonly DeployedResource[] {
  const key = idKey(targetId);
  return vaults
    .map(({ resource }) => resource)
    .filter((it) => !it.existing && idKey(it.id) === key && canExistTogether(it, endpoint));
}

/** The region that all declarations of a vault name. */
function agreedRegion(vaults: readonly DeployedResource[], regions: RegionTable): LocatedIn | undefined {
  const located = vaults.map((vault) => locationOf(vault, regions));
  const [first] = located;
  return located.every((it) => it?.region.name === first?.region.name) ? first : undefined;
}
