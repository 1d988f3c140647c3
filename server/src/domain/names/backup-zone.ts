import { clouds, type Cloud } from '../../data/clouds';
import { readBackupName, type BackupName } from './backup-name';
import { knownZone } from './known-zones';
import type { Region, RegionTable } from './regions';
import { canBecome, hole, lowerCaseName } from './zone-labels';
import type { BackupHost, BackupZone, MalformedBackupZone, ZoneName } from './zone-name';
import { zoneNameFor } from './zones';

export { hole } from './zone-labels';
export type * from './zone-name';

/**
 * Tells what a name is, as the name of a private DNS zone. Names compare without case, a dot at the end is allowed, and the character
 * `hole` stands for text that is not known: a name that may turn out right is never called malformed. A name that merely holds the word
 * "backup" is `other`.
 */
export function classifyZone(name: string, regions: RegionTable): ZoneName {
  if (name.length > longestName) return { kind: 'other' };
  const text = lowerCaseName(name).replace(/\.$/, '');
  const known = knownZone(text);
  if (known !== undefined) return known;
  const read = readBackupName(text, regions);
  if (read === undefined) return { kind: 'other' };
  const { cloud, geo } = read;
  const [first, ...others] = read.mistakes;
  if (canBecomeRight(text, regions)) return { kind: 'backup', cloud, geo };
  if (read.host !== undefined) return { kind: 'backupHost', privatelink: read.host === 'private', cloud, geo };
  if (first === undefined) return { kind: 'backup', cloud, geo };
  return { kind: 'malformedBackup', mistakes: [first, ...others], correction: correctedName(text, read), cloud, geo };
}

/** The region that a Backup zone's code or label names; the region itself for the code of its secondary side. */
export function regionOfZone(zone: BackupZone | MalformedBackupZone | BackupHost): Region | undefined {
  const meaning = zone.geo?.meaning;
  return meaning?.kind === 'code' || meaning?.kind === 'regionName' ? meaning.region : undefined;
}

/** The most characters that a DNS name has, with a dot at its end; what is longer is none, whatever its holes hold. */
const longestName = 254;

/** Whether the holes of a name can be filled so that it is a zone of Azure Backup. */
function canBecomeRight(name: string, regions: RegionTable): boolean {
  if (!name.includes(hole)) return false;
  return clouds.some(({ cloud }) => [...regions.byGeoCode.keys()].some((code) => canBecomeZone(name, code, cloud)));
}

function canBecomeZone(name: string, code: string, cloud: Cloud): boolean {
  const zone = zoneNameFor(code, cloud);
  return zone !== undefined && canBecome(name, zone);
}

/** The zone that a malformed name means, if its geo code can be told; the cloud is the suffix's, else the region's. */
function correctedName(name: string, { mistakes, geo, cloud, likelyCloud }: BackupName): string | undefined {
  if (mistakes.every(({ kind }) => kind === 'wildcard')) return name.replace(/^(?:\*\.)+/, '');
  if (geo === undefined) return undefined;
  const { meaning } = geo;
  if (meaning.kind === 'placeholder' || meaning.kind === 'unknown') return undefined;
  if (meaning.kind === 'hole') {
    const target = cloud ?? likelyCloud;
    return geo.text === hole && target !== undefined ? zoneNameFor(hole, target) : undefined;
  }
  const code = meaning.kind === 'code' ? geo.text : meaning.region.geoCode;
  const { cloud: home } = meaning.region;
  return zoneNameFor(code, cloud ?? (home === 'airgapped' ? (likelyCloud ?? home) : home));
}
