import type { Place } from '../base/place';
import type { Uri } from '../base/uri';
import type { Fix, RelatedPlace, Severity } from '../rules/report';

export type { Fix, RelatedPlace, Severity } from '../rules/report';

/** One mistake at one place, as the user sees it. */
export interface Finding {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where the user must type. */
  readonly place: Place;
  /** The way from the place to the resource that suffers, link by link. */
  readonly related: readonly RelatedPlace[];
  /** The preferred one first. */
  readonly fixes: readonly Fix[];
  /** The parameter files with which the finding occurs; empty where there are only defaults. Sorted. */
  readonly deployments: readonly Uri[];
  /** There are deployments of the same template without it. */
  readonly partial: boolean;
  /** Why the finding is hidden; undefined for one that counts. */
  readonly suppression: Suppression | undefined;
}

export interface Suppression {
  /** Whether it stands in the file, in the configuration or in a baseline; the first two words are SARIF's. */
  readonly kind: 'inSource' | 'external' | 'baseline';
  readonly reason: string | undefined;
  readonly place: Place;
  /** The last day on which it counts, as `2027-06-30`; undefined where it has no end. */
  readonly until: string | undefined;
}

/** What tells the cause of a finding from others: findings of several deployments, or projects, may have one. */
export function causeOf({ ruleId, place }: Finding): string {
  return `${ruleId} ${place.start} ${place.end} ${place.uri}`;
}
