import type { Place } from '../base/place';
import type { TextEdit } from '../base/text-edit';
import type { DeployedResource } from '../deployment/deployment';

export type Severity = 'error' | 'warning' | 'info';

/** What a rule says of one place. */
export interface Report {
  /** Where the user must type. */
  readonly place: Place;
  readonly message: string;
  /** Where a rule has two levels: the one that counts here. */
  readonly severity?: Severity;
  /** The way from the place to the resource that suffers, link by link. */
  readonly related?: readonly RelatedPlace[];
  /** The preferred one first. */
  readonly fixes?: readonly Fix[];
}

export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
  /** The resource at the place. Where that is in a module from elsewhere, the way to it tells where the user meets it. */
  readonly resource?: DeployedResource;
}

export interface Fix {
  readonly title: string;
  /** Whether it cannot change what is reachable; others are applied only when the user asks for it. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}
