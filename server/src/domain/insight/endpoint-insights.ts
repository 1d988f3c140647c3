import { vaultGroupIds } from '../../data/backup-endpoint';
import { privateLinkServices, type PrivateLinkService } from '../../data/private-link-services';
import type { Cloud } from '../../data/clouds';
import { knownText } from '../../deployment/values';
import { largestDemand } from '../address-demand';
import { backupGroups, isBackupEndpoint } from '../backup-endpoints';
import { expectedFqdns } from '../expected-fqdns';
import { flatText, originOf } from '../flat-text';
import { settled } from '../options';
import { readableName } from '../readable-name';
import type { Region } from '../regions';
import { locationOf, type LocatedIn } from '../resource-location';
import type { Connection, Endpoint, Vault } from '../topology';
import type { DeployedResource } from '../../deployment/deployment';
import { vaultOf } from '../vault-of-connection';
import { hole, lowerCaseName } from '../zone-labels';
import { expectedZones } from '../zones';
import type { GroupIdTopic, Insight, Reach, Surroundings, Topic } from './insight';
import { stepsOf, together } from './places';

/** What there is to say of the vaults of a deployment. */
export function vaultInsights({ topology, regions }: Surroundings): readonly Insight[] {
  return topology.vaults.map(({ resource, connections }: Vault) => {
    const endpoints = topology.endpoints.filter((endpoint) =>
      connections.some((it) => it.endpoint === endpoint.resource && backupGroups(it).length > 0),
    );
    const located = locationOf(resource, regions);
    return atName(resource, {
      kind: 'vault',
      name: readableName(resource),
      existing: resource.existing,
      located,
      endpoints: endpoints.map((endpoint) => readableName(endpoint.resource)),
      fqdns: located && countFqdns(located.region),
      ...reachOf(endpoints),
    });
  });
}

/** What there is to say of the endpoints for Azure Backup. */
export function endpointInsights(surroundings: Surroundings): readonly Insight[] {
  return surroundings.topology.endpoints.filter(isBackupEndpoint).map((endpoint) => {
    const { resource, connections } = endpoint;
    return atName(resource, {
      kind: 'endpoint',
      name: readableName(resource),
      groupIds: connections.flatMap(({ groupIds }) => groupIds.items.flatMap((item) => knownText(item) ?? [])),
      located: connections.map((it) => vaultOf(it, surroundings).located).find((it) => it !== undefined),
      ...reachOf([endpoint]),
    });
  });
}

/** What there is to say of the group IDs that endpoints ask for. */
export function groupIdInsights(surroundings: Surroundings): readonly Insight[] {
  const { cloud } = surroundings.deployment;
  return surroundings.topology.endpoints.flatMap(({ connections }) =>
    connections.flatMap((connection) =>
      connection.groupIds.items.flatMap((item): Insight[] => {
        const groupId = knownText(item);
        const services = groupId === undefined ? [] : servicesOf(groupId, connection, cloud);
        if (groupId === undefined || services.length === 0) return [];
        const located = vaultOf(connection, surroundings).located;
        const topic = { kind: 'groupId', groupId, services, zones: zonesOf(services, located) } as const;
        return [{ topic, origin: originOf(item.trail), places: stepsOf(item.trail) }];
      }),
    ),
  );
}

/** The rows of a group ID. Where the target is not known, only Recovery Services vaults have IDs that no other service has. */
function servicesOf(groupId: string, { targetType }: Connection, cloud: Cloud): readonly PrivateLinkService[] {
  const isId = (other: string): boolean => other.toLowerCase() === groupId.toLowerCase();
  if (targetType === undefined && !vaultGroupIds.some(isId)) return [];
  return privateLinkServices.filter(
    (row) =>
      row.cloud === cloud &&
      row.groupIds.some(isId) &&
      (targetType === undefined || row.resourceType.toLowerCase() === targetType),
  );
}

function zonesOf(services: readonly PrivateLinkService[], located: LocatedIn | undefined): GroupIdTopic['zones'] {
  const own = services.some(({ groupIds }) => groupIds.includes('AzureBackup'));
  const exact = own && located ? expectedZones(located.region) : undefined;
  return exact ? [exact.backup, exact.blob, exact.queue] : [...new Set(services.flatMap(({ zones }) => zones))];
}

function reachOf(endpoints: readonly Endpoint[]): Reach {
  const groups = endpoints.flatMap(({ zoneGroups }) => zoneGroups);
  const names = groups.flatMap(({ bindings }) => bindings.map(({ zoneName }) => zoneName && flatText(zoneName).text));
  const known = names.filter((name) => name !== undefined && !name.includes(hole));
  const { addresses = 0 } = largestDemand(endpoints) ?? {};
  return {
    zones: [...new Set(known.map((name) => lowerCaseName(name ?? '')))],
    zonesOpen: groups.some(({ open }) => open) || known.length < names.length,
    addresses,
    addressesOpen: endpoints.some(({ resource }) => resource.symbolic),
  };
}

function countFqdns(region: Region): number | undefined {
  const list = expectedFqdns(region);
  return list.kind === 'entries' ? list.entries.length : undefined;
}

/** Where a resource is declared, and where its name comes from. */
function atName(resource: DeployedResource, topic: Topic): Insight {
  const name = settled(resource.name, resource);
  const places = together([resource.place], stepsOf(name?.trail));
  return { topic, origin: resource.place, places };
}
