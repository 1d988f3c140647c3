import type { Place } from '../../base/place';
import { vaultGroupIds } from '../../data/backup-endpoint';
import type { Cloud } from '../../data/clouds';
import { privateLinkServices, type PrivateLinkService } from '../../data/private-link-services';
import type { DeployedResource } from '../../deployment/deployment';
import { knownText, originOf } from '../../deployment/values/values';
import { backupGroups, isBackupEndpoint } from '../topology/backup-endpoints';
import { expectedFqdns } from '../fqdns/expected-fqdns';
import { settled } from '../resources/options';
import { readableName } from '../names/readable-name';
import type { Region } from '../names/regions';
import { locationOf, type LocatedIn } from '../resources/resource-location';
import type { Connection, Vault } from '../topology/topology';
import { vaultOf } from '../vaults/vault-of-connection';
import { expectedZones } from '../names/zones';
import type { GroupIdTopic, Insight, Surroundings, Topic } from './insight';
import { stepsOf, together } from './places';
import { reachOf } from './reach';

/** What there is to say of the vaults of a deployment. */
export function vaultInsights({ deployment, topology, regions }: Surroundings): readonly Insight[] {
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
      endpoints,
      reach: reachOf(endpoints, deployment),
      fqdns: located && countFqdns(located.region),
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
      endpoints: [endpoint],
      reach: reachOf([endpoint], surroundings.deployment),
      groupIds: connections.flatMap(({ groupIds }) => groupIds.items.flatMap((item) => knownText(item) ?? [])),
      located: connections.map((it) => vaultOf(it, surroundings).located).find((it) => it !== undefined),
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

function countFqdns(region: Region): number | undefined {
  const list = expectedFqdns(region);
  return list.kind === 'entries' ? list.entries.length : undefined;
}

/** Where a resource is declared, and where its name comes from. */
function atName(resource: DeployedResource, topic: Topic): Insight {
  const name = settled(resource.name, resource);
  const places = together([resource.place], stepsOf(name?.trail));
  return { topic, origin: resource.place, head: headOf(resource), places };
}

/** A name that stands before the body is in the first line; one among the body's properties may be in any. */
function headOf({ place, definition: { span, body } }: DeployedResource): Place {
  const isWithin = body.start <= place.start && place.end <= body.end;
  return isWithin ? { uri: place.uri, start: span.start, end: span.start } : place;
}
