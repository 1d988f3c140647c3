import { backupGroups } from '../topology/backup-endpoints';
import type { BackupGroup } from '../topology/backup-endpoints';
import type { GeoLabel } from '../names/geo-label';
import type { Neighbours } from '../resources/neighbours';
import type { RegionTable } from '../names/regions';
import { locationOf } from '../resources/resource-location';
import type { LocatedIn } from '../resources/resource-location';
import type { Endpoint, Topology } from '../topology/topology';
import { vaultOf } from '../vaults/vault-of-connection';
import type { TargetVault } from '../vaults/vault-of-connection';
import { boundZone } from './zone-references';
import type { ZoneReference } from './zone-references';

/** A code, or what stands in its place, in the name of a zone that a Backup endpoint is bound to. */
export interface BoundCode {
  readonly it: BoundEndpoint;
  readonly reference: ZoneReference;
  readonly geo: GeoLabel;
  readonly expected: ExpectedCodes;
}

/** An endpoint for Azure Backup, and the vault that it is for. */
export interface BoundEndpoint {
  readonly endpoint: Endpoint;
  readonly group: BackupGroup;
  readonly vault: TargetVault;
  readonly regions: RegionTable;
}

/** What the zone's code is measured against. */
export interface ExpectedCodes {
  readonly located: LocatedIn;
  readonly owner: 'vault' | 'endpoint';
  /** Codes that are right, in lower case. */
  readonly codes: readonly string[];
}

/** What can tell where vaults are. */
interface Surroundings {
  readonly topology: Topology;
  readonly regions: RegionTable;
  readonly neighbours: Neighbours;
}

/** The codes of all zones that endpoints for Azure Backup are bound to, where something tells which codes are right. */
export function* boundCodes(surroundings: Surroundings): Iterable<BoundCode> {
  for (const bound of boundLabels(surroundings)) if (bound.geo.meaning.kind === 'code') yield bound;
}

/** The same for all that stands where the code belongs. */
export function* boundLabels(surroundings: Surroundings): Iterable<BoundCode> {
  const { topology, regions } = surroundings;
  for (const endpoint of topology.endpoints) {
    for (const connection of endpoint.connections) {
      const vault = vaultOf(connection, surroundings);
      for (const group of backupGroups(connection)) yield* labelsOf({ endpoint, group, vault, regions }, topology);
    }
  }
}

/** Whether a code is one of those that are expected. An alias of a region's code is as right as the code. */
export function isRightCode({ geo, expected }: Pick<BoundCode, 'geo' | 'expected'>): boolean {
  if (expected.codes.includes(geo.text)) return true;
  const { meaning } = geo;
  return meaning.kind === 'code' && !meaning.paired && expected.codes.includes(meaning.region.geoCode);
}

function* labelsOf(it: BoundEndpoint, topology: Topology): Iterable<BoundCode> {
  const expected = expectation(it);
  if (!expected) return;
  for (const zoneGroup of it.endpoint.zoneGroups) {
    for (const binding of zoneGroup.bindings) {
      const reference = boundZone(binding, topology, it.regions);
      if (!reference) continue;
      const geo = reference.meaning.kind === 'backup' ? reference.meaning.geo : undefined;
      if (geo) yield { it, reference, geo, expected };
    }
  }
}

function expectation({ endpoint, group, vault, regions }: BoundEndpoint): ExpectedCodes | undefined {
  const ofEndpoint = locationOf(endpoint.resource, regions);
  const located = vault.located ?? ofEndpoint;
  if (!located) return undefined;
  const owner = vault.located ? 'vault' : 'endpoint';
  if (group === 'azurebackup') return { located, owner, codes: [located.region.geoCode] };
  // Without the vault's region, the secondary endpoint's own region does not tell which code is right.
  if (!vault.located) return undefined;
  const { geoCode, pairedGeoCode, pairedRegion } = vault.located.region;
  const other = ofEndpoint?.region ?? (pairedRegion === undefined ? undefined : regions.byName.get(pairedRegion));
  const codes = [geoCode, pairedGeoCode, other?.geoCode];
  return { located, owner, codes: codes.filter((code) => code !== undefined) };
}
