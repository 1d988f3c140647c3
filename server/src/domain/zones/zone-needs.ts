import type { Cloud } from '../../data/clouds';
import type { DeployedResource } from '../../deployment/deployment';
import { bothGuards } from '../../deployment/values/guards';
import type { Code } from '../../model/edit/new-value';
import { hole } from '../names/backup-zone';
import type { RegionTable } from '../names/regions';
import type { ZoneGroup } from '../topology/topology';
import type { ZoneName } from '../names/zone-name';
import { readReference } from './zone-references';
import { blobZone, queueZone } from '../names/zones';

/** The zones that an endpoint for Azure Backup needs, by what they are for. */
export const neededZones = ['backup', 'blob', 'queue'] as const;

export type NeededZone = (typeof neededZones)[number];

/** Which of the needed zones a zone is. A zone that is meant for Backup and malformed is still the one for Backup. */
export function needOf(zone: ZoneName): NeededZone | undefined {
  switch (zone.kind) {
    case 'backup':
    case 'malformedBackup':
    case 'backupHost':
      return 'backup';
    case 'blob':
    case 'queue':
      return zone.kind;
    default:
      return undefined;
  }
}

/** The zone of blob or queue storage in a cloud, by what it is needed for; undefined for Backup's own, whose name differs by region. */
export function neededStorageZone(need: NeededZone, cloud: Cloud): string | undefined {
  if (need === 'backup') return undefined;
  return need === 'blob' ? blobZone(cloud) : queueZone(cloud);
}

/** The same as templates write it, with the suffix of whichever cloud they are deployed to. */
export function storageZoneCode(need: Exclude<NeededZone, 'backup'>, cloud: Cloud): Code {
  const text = neededStorageZone(need, cloud);
  return {
    bicep: `'privatelink.${need}.\${environment().suffixes.storage}'`,
    arm: `concat('privatelink.${need}.', environment().suffixes.storage)`,
    ...(text === undefined ? {} : { text }),
  };
}

/** The needed zones that a zone group certainly lacks, together with the others of its endpoint; none where some zone is not known. */
export function lackingZones(group: ZoneGroup, all: readonly ZoneGroup[], regions: RegionTable): readonly NeededZone[] {
  const groups = all.filter((other) => canExistTogether(group.resource, other.resource));
  const found = new Set<NeededZone>();
  for (const { resource, bindings, open } of groups) {
    if (open) return [];
    for (const { zoneName } of bindings) {
      const reference = zoneName && readReference(zoneName, resource, regions);
      if (!reference) return [];
      const need = needOf(reference.meaning);
      if (need) found.add(need);
      else if (reference.name.text.includes(hole)) return [];
    }
  }
  return neededZones.filter((need) => !found.has(need));
}

function canExistTogether({ existence: one }: DeployedResource, { existence: other }: DeployedResource): boolean {
  if (one.kind !== 'maybe' || other.kind !== 'maybe') return true;
  return bothGuards(one.guard, other.guard) !== undefined;
}
