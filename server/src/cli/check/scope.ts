import type { Uri } from '../../base/uri';
import type { ReportedShard } from '../../formats/findings/report';
import type { Finding } from '../../lint/finding';

/** What options leave of the findings that would be reported without them. What is read and joined stays the same. */
export interface Scope {
  readonly isReported: (finding: Finding) => boolean;
  /** The files in which findings may be reported although nobody knew before that they would have to be looked at. */
  readonly mayReach: ReadonlySet<Uri>;
  /** Which part of the whole it is, where that was divided. */
  readonly shard: ReportedShard | undefined;
}

/** What holds without such options. */
export const wholeScope: Scope = { isReported: () => true, mayReach: new Set(), shard: undefined };
