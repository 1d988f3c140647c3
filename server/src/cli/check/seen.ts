import type { Uri } from '../../base/uri';

/** What a run has read: only where this is another, another run can come to something else. */
export interface Seen {
  /** Every text, as it is after the fixes. */
  readonly texts: ReadonlyMap<Uri, string>;
  /** Every file that something was deployed from, whether it is there or not. */
  readonly files: ReadonlySet<Uri>;
  /** The root folders of the projects. */
  readonly roots: ReadonlySet<string>;
}

/** What a run came to. */
export interface CheckRun {
  readonly status: number;
  readonly seen: Seen;
}

export const nothingSeen: Seen = { texts: new Map(), files: new Set(), roots: new Set() };
