import type { Deployment } from '../../deployment/deployment';
import { backupGroups } from '../topology/backup-endpoints';
import { crossRegionRestore } from './cross-region-restore';
import { findTopology } from '../topology/find-topology';
import { readableName } from '../names/readable-name';
import type { Region, RegionTable } from '../names/regions';
import { locationOf } from '../resources/resource-location';
import type { Vault } from '../topology/topology';

/** The Recovery Services vaults of a deployment in one region. */
export interface VaultsOfRegion {
  readonly region: Region;
  /** Their names, with `…` for what is not known of them. */
  readonly names: readonly string[];
  /** Data of a vault is restored in the region's pair: it has a secondary endpoint, or cross-region restore is on. */
  readonly secondary: boolean;
}

export interface PlacedVaults {
  readonly regions: readonly VaultsOfRegion[];
  /** The names of vaults whose region is not known. */
  readonly unplaced: readonly string[];
}

/** Where the vaults of deployments are, those that a deployment only refers to included if their region is known. */
export function placeVaults(deployments: readonly Deployment[], table: RegionTable): PlacedVaults {
  const regions = new Map<Region, { names: Set<string>; secondary: boolean }>();
  const unplaced = new Set<string>();
  for (const deployment of deployments) {
    for (const vault of findTopology(deployment).vaults) {
      const region = locationOf(vault.resource, table)?.region;
      const name = readableName(vault.resource);
      if (region === undefined) {
        if (!vault.resource.existing) unplaced.add(name);
        continue;
      }
      const known = regions.get(region) ?? { names: new Set(), secondary: false };
      known.names.add(name);
      known.secondary ||= isRestoredElsewhere(vault, deployment);
      regions.set(region, known);
    }
  }
  return {
    regions: [...regions].map(([region, { names, secondary }]) => ({ region, names: [...names], secondary })),
    unplaced: [...unplaced],
  };
}

function isRestoredElsewhere({ resource, connections }: Vault, deployment: Deployment): boolean {
  const groups = connections.flatMap(backupGroups);
  return groups.includes('azurebackup_secondary') || crossRegionRestore(resource, deployment) !== undefined;
}
