import type { Place } from '../base/place';
import { getEntry } from '../deployment/values/values';
import { backupGroups } from '../domain/topology/backup-endpoints';
import type { BackupGroup } from '../domain/topology/backup-endpoints';
import type { LiteralUse } from '../domain/resources/literal-uses';
import { networkOfSubnet } from '../domain/topology/networks';
import { settled } from '../domain/resources/options';
import type { Region } from '../domain/names/regions';
import { locationOf } from '../domain/resources/resource-location';
import type { LocatedIn } from '../domain/resources/resource-location';
import { deepValue, property } from '../domain/resources/resource-properties';
import type { Connection } from '../domain/topology/topology';
import { placeOfValue } from '../domain/resources/trails';
import { vaultOf } from '../domain/vaults/vault-of-connection';
import type { TargetVault } from '../domain/vaults/vault-of-connection';
import { nameInId, relatedResource, wayOf } from './related';
import type { Fix, RelatedPlace } from './report';
import type { RuleContext } from './rule';

/** A Backup endpoint in a region, and the one where it belongs. */
export interface MisplacedEndpoint {
  readonly connection: Connection;
  readonly located: LocatedIn;
  readonly vault: TargetVault;
  readonly wanted: Region;
}

/** The endpoints that have nothing but one of Backup's groups and are not where the region of their vault wants them. */
export function misplacedEndpoints(
  group: BackupGroup,
  context: RuleContext,
  wantedFor: (vault: Region) => Region | undefined,
): readonly MisplacedEndpoint[] {
  const connections = context.topology.endpoints.flatMap((endpoint) => endpoint.connections);
  return connections.flatMap((connection) => {
    const groups = backupGroups(connection);
    if (groups.length === 0 || groups.some((it) => it !== group)) return [];
    const vault = vaultOf(connection, context);
    const located = locationOf(connection.endpoint, context.regions);
    const wanted = vault.located && wantedFor(vault.located.region);
    return located && wanted && located.region.name !== wanted.name ? [{ connection, located, vault, wanted }] : [];
  });
}

/** Where the region is written that the endpoint is in. */
export function placeOfLocation({ connection }: MisplacedEndpoint): Place {
  const { endpoint } = connection;
  const value = settled(getEntry(endpoint.body, 'location')?.value, endpoint);
  return (value && placeOfValue(value)) ?? endpoint.place;
}

/** The vault for a message, with its name where that is known. */
export function itsVault({ connection }: MisplacedEndpoint): string {
  return `its vault${nameInId(connection.targetId)}`;
}

/** A region for a message: `North Europe`, with the words for a default where it rests on one. */
export function inRegion({ region, byDefault }: LocatedIn): string {
  return byDefault === undefined
    ? `in ${region.displayName}`
    : `in ${region.displayName} (for the default value of '${byDefault}')`;
}

export function relatedPlaces({ connection, vault }: MisplacedEndpoint): readonly RelatedPlace[] {
  const { endpoint } = connection;
  const location = settled(getEntry(endpoint.body, 'location')?.value, endpoint);
  const region = vault.located?.region.displayName ?? '';
  const declared = vault.declaration?.resource ?? vault.resource;
  return [
    ...wayOf(location?.trail),
    relatedResource(endpoint, 'the private endpoint'),
    ...(declared ? [relatedResource(declared, `the vault, in ${region}`)] : []),
  ];
}

/**
 * The region put right, unless the same letters are right for something else. An endpoint lies in its network's region, so there is no
 * fix where the network is known to be elsewhere.
 */
export function regionFix(
  misplaced: MisplacedEndpoint,
  all: readonly MisplacedEndpoint[],
  { editor, uses, topology, regions }: RuleContext,
): readonly Fix[] {
  const { endpoint } = misplaced.connection;
  const { name, displayName } = misplaced.wanted;
  const network = topology.index.byId(networkOfSubnet(subnetId(endpoint)));
  const around = network && locationOf(network, regions);
  const place = placeOfLocation(misplaced);
  const wantsSame = ({ resource, path }: LiteralUse): boolean =>
    path === 'location' &&
    all.some(({ connection, wanted }) => connection.endpoint === resource && wanted.name === name);
  if ((around && around.region.name !== name) || uses.isShared(place, wantsSame)) return [];
  const edit = editor.replaceValue(place, name);
  return edit ? [{ title: `Change to '${name}' (${displayName})`, safe: false, edits: [edit] }] : [];
}

function subnetId(endpoint: Connection['endpoint']): ReturnType<typeof settled> {
  return settled(deepValue(property(endpoint, 'subnet'), endpoint, 'id'), endpoint);
}
