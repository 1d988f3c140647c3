import type { Span } from '../../base/span';
import type { Cloud } from '../../data/clouds';
import type { GeoLabel } from './geo-label';
import type { KnownZone } from './known-zones';

/** What a DNS name is, as the name of a private DNS zone. */
export type ZoneName = BackupZone | MalformedBackupZone | BackupHost | KnownZone | OtherZone;

/** A well-formed zone of Azure Backup. Whether the geo code is one, and the right one, is told by `geo`. */
export interface BackupZone {
  readonly kind: 'backup';
  /** Undefined where the suffix is not known. */
  readonly cloud: Cloud | undefined;
  /** Undefined where it cannot be told which part of the name is the geo code. */
  readonly geo: GeoLabel | undefined;
}

/** A name that is clearly meant for Azure Backup and cannot work as its zone. */
export interface MalformedBackupZone {
  readonly kind: 'malformedBackup';
  /** All that is wrong, in the order of the name; spans are offsets from 0 in it. */
  readonly mistakes: readonly [ZoneMistake, ...ZoneMistake[]];
  /** The name that is meant, where that can be told. It keeps a hole where the geo code is one. */
  readonly correction: string | undefined;
  readonly cloud: Cloud | undefined;
  readonly geo: GeoLabel | undefined;
}

/** A name below a Backup zone or below the public `<geo>.backup.…`: a vault's name or a service's, no mistake in itself. */
export interface BackupHost {
  readonly kind: 'backupHost';
  /** Whether it is the private name, with `privatelink` in it. */
  readonly privatelink: boolean;
  readonly cloud: Cloud | undefined;
  readonly geo: GeoLabel | undefined;
}

/** Nothing that pelint knows of. */
export interface OtherZone {
  readonly kind: 'other';
}

export interface ZoneMistake extends Span {
  readonly kind: ZoneMistakeKind;
}

export type ZoneMistakeKind =
  /** `*.` in front. */
  | 'wildcard'
  | 'privatelinkMissing'
  /** No geo code, or an empty one. */
  | 'geoMissing'
  /** A mark is left where the geo code or the suffix belongs. */
  | 'placeholder'
  /** Two labels run together: `eusbackup`. */
  | 'dotMissing'
  /** The right labels, the wrong way round: `privatelink.backup.eus.…`. */
  | 'wrongOrder'
  /** More labels than belong there. */
  | 'labelSurplus'
  /** `backup.com` in place of `backup.windowsazure.com`. */
  | 'windowsazureMissing'
  /** Another suffix of Microsoft's, such as `backup.azure.com`, or none of Azure's clouds, such as `windowsazure.net`. */
  | 'wrongSuffix'
  /** A word with a slip of the typist, such as `windowazure`. */
  | 'misspelt';
