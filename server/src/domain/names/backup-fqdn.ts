import type { Cloud } from '../../data/clouds';
import { classifyZone } from './backup-zone';
import type { RegionTable } from './regions';
import { lowerCaseName } from './zone-labels';
import type { ZoneMistake } from './zone-name';

/**
 * What a name is where names of hosts and whole domains stand: in a firewall's list, in a forwarding rule or in a record. A star in
 * front, a missing geo code and a missing `privatelink` are right there, for the public names have none.
 */
export type BackupFqdn = RightBackupFqdn | MalformedBackupFqdn | { readonly kind: 'other' };

export interface RightBackupFqdn {
  readonly kind: 'right';
  /** Undefined where the suffix is not known. */
  readonly cloud: Cloud | undefined;
}

/** A name that is clearly meant for Azure Backup and that no name of it has. */
export interface MalformedBackupFqdn {
  readonly kind: 'malformed';
  /** All that is wrong, in the order of the name; spans are offsets from 0 in it. */
  readonly mistakes: readonly [ZoneMistake, ...ZoneMistake[]];
  /** The name that is meant, where that can be told; with what stands in front of it, and the dot at its end. */
  readonly correction: string | undefined;
  readonly cloud: Cloud | undefined;
}

/** Reads a name, in which the character `hole` stands for text that is not known. */
export function readBackupFqdn(name: string, regions: RegionTable): BackupFqdn {
  const text = lowerCaseName(name);
  const dot = text.endsWith('.') ? '.' : '';
  const head = headOf(text);
  const zone = classifyZone(text.slice(head.length), regions);
  if (zone.kind === 'backup' || zone.kind === 'backupHost') return { kind: 'right', cloud: zone.cloud };
  if (zone.kind !== 'malformedBackup') return { kind: 'other' };
  const { cloud } = zone;
  const isPublic = zone.mistakes.some(({ kind }) => kind === 'privatelinkMissing');
  const [first, ...others] = zone.mistakes
    .filter(({ kind }) => !isPublic || !RIGHT_IN_PUBLIC_NAMES.has(kind))
    .map(({ kind, start, end }) => ({ kind, start: start + head.length, end: end + head.length }));
  if (!first) return { kind: 'right', cloud };
  // What stands before a public name's geo code cannot be told from the code itself.
  const isTold = !isPublic || zone.mistakes.every(({ kind }) => kind !== 'labelSurplus');
  const wanted = isTold ? zone.correction?.replace(isPublic ? /^privatelink\./ : /^$/, '') : undefined;
  return { kind: 'malformed', mistakes: [first, ...others], correction: wanted && head + wanted + dot, cloud };
}

const RIGHT_IN_PUBLIC_NAMES: ReadonlySet<ZoneMistake['kind']> = new Set([
  'privatelinkMissing',
  'geoMissing',
  'labelSurplus',
]);

/** What stands before the name of the domain: a star, and before `privatelink` the names of a vault and a service. */
function headOf(text: string): string {
  const [star = ''] = /^\*\.?/.exec(text) ?? [];
  const rest = text.slice(star.length);
  const [before = ''] = rest.startsWith('privatelink') ? [] : (/^.*?\.(?=privatelink)/.exec(rest) ?? []);
  return star + before;
}
