import type { Span } from '../../base/span';
import type { Uri } from '../../base/uri';
import type { Deployment } from '../../deployment/deployment';
import type { RegionTable } from '../../domain/names/regions';
import type { Slot } from './slot';

/** Something that may be written at a place. */
export interface Completion {
  readonly kind: 'value' | 'property';
  /** What the user reads, in a list. */
  readonly label: string;
  /** A few words beside it. */
  readonly detail: string | undefined;
  /** Markdown. */
  readonly documentation: string | undefined;
  /** What `newText` takes the place of: a stretch of one line with the offset in it or at its end. */
  readonly span: Span;
  readonly newText: string;
  /** What the text of the span is compared with while the user types on. */
  readonly filter: string;
}

/** What may stand at a place; everywhere else there is nothing to offer. */
export type CompletionPlace =
  /** An item of a connection's `groupIds`; `key` is the property's name. */
  | { readonly kind: 'groupId'; readonly slot: Slot; readonly key: Span }
  /** The name of a private DNS zone as a whole value. */
  | { readonly kind: 'zoneName'; readonly slot: Slot }
  /** The ID of a zone as a whole value of JSON. (In Bicep it is that of a declared zone, which the official extension offers.) */
  | { readonly kind: 'zoneId'; readonly slot: Slot }
  /** The name of a zone as a part of a text: of an ID. */
  | { readonly kind: 'zoneInText'; readonly span: Span }
  /** The label behind `privatelink.` of a Backup zone. */
  | { readonly kind: 'geoCode'; readonly span: Span }
  /** A rule in what suppresses findings; `used` are those that it names already. */
  | RulePlace;

export interface RulePlace {
  readonly kind: 'rule';
  readonly span: Span;
  /** Where a whole value is written, in metadata. */
  readonly slot?: Slot;
  readonly used: readonly string[];
}

/** What is known of the document around a place. */
export interface CompletionContext {
  readonly uri: Uri;
  readonly language: 'bicep' | 'json';
  /** The deployments that the document is a part of. */
  readonly deployments: readonly Deployment[];
  readonly regions: RegionTable;
  /** The IDs of the rules that have findings in the document. */
  readonly broken: ReadonlySet<string>;
}
