import type { DeployedResource, Deployment } from '../../deployment/deployment';
import { parseResourceId } from '../../deployment/identity/resource-id';
import { knownText } from '../../deployment/values/values';
import { isBackupEndpoint } from '../topology/backup-endpoints';
import { findTopology } from '../topology/find-topology';
import { flatText } from '../names/flat-text';
import { isNothing } from '../resources/options';
import type { Region, RegionTable } from '../names/regions';
import { locationOf } from '../resources/resource-location';
import { deepValue, property } from '../resources/resource-properties';
import type { Endpoint, Vault } from '../topology/topology';
import { hole } from '../names/zone-labels';

/** What a template tells of the things that the readiness list asks about. Undefined stands for what it does not tell. */
export interface ReadinessFacts {
  readonly vaults: readonly VaultFacts[];
  /** The names of networks with DNS servers of their own. */
  readonly networksWithOwnDns: readonly string[];
}

export interface VaultFacts {
  readonly name: string | undefined;
  readonly resourceGroup: string | undefined;
  readonly region: Region | undefined;
  /** Its endpoints for Azure Backup. */
  readonly endpoints: readonly EndpointFacts[];
}

export interface EndpointFacts {
  readonly name: string | undefined;
  readonly resourceGroup: string | undefined;
  /** Somebody has to approve it. */
  readonly isManual: boolean;
  /** Azure keeps its records in private DNS zones. */
  readonly hasZoneGroup: boolean;
}

/** The facts of several deployments of one template; what two of them say alike is said once. */
export function readinessFacts(deployments: readonly Deployment[], regions: RegionTable): ReadinessFacts {
  const all = deployments.map((deployment) => factsOf(deployment, regions));
  return {
    vaults: distinct(all.flatMap(({ vaults }) => vaults)),
    networksWithOwnDns: distinct(all.flatMap(({ networksWithOwnDns }) => networksWithOwnDns)),
  };
}

function factsOf(deployment: Deployment, regions: RegionTable): ReadinessFacts {
  const topology = findTopology(deployment);
  const endpointsOf = (vault: Vault): readonly Endpoint[] => {
    const resources = new Set(vault.connections.map(({ endpoint }) => endpoint));
    return topology.endpoints.filter((endpoint) => resources.has(endpoint.resource) && isBackupEndpoint(endpoint));
  };
  return {
    vaults: topology.vaults.map((vault) => ({
      ...named(vault.resource),
      region: locationOf(vault.resource, regions)?.region,
      endpoints: endpointsOf(vault).map(endpointFacts),
    })),
    networksWithOwnDns: topology.networks
      .filter(({ resource }) => !isNothing(deepValue(property(resource, 'dhcpOptions'), resource, 'dnsServers')))
      .flatMap(({ resource }) => named(resource).name ?? []),
  };
}

function endpointFacts({ resource, connections, zoneGroups }: Endpoint): EndpointFacts {
  return {
    ...named(resource),
    isManual: connections.some(({ manual }) => manual),
    hasZoneGroup: zoneGroups.length > 0,
  };
}

function named(resource: DeployedResource): Pick<VaultFacts, 'name' | 'resourceGroup'> {
  const name = resource.name.kind === 'text' ? flatText(resource.name).text : hole;
  const group = parseResourceId(resource.id)?.resourceGroup;
  return { name: name.includes(hole) ? undefined : name, resourceGroup: knownText(group) };
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
