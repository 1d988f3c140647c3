import type { Cloud } from '../data/clouds';
import type { Uri } from '../base/uri';
import type { Template } from '../model/template';
import type { Budget } from './expressions/budget';
import type { ResourceInstance } from './instances/resource-instance';
import type { Names } from './expressions/scope';
import type { Sources } from './project/sources';
import type { KnownTypes } from './project/template-types';

/** A parameter by the template that declares it, with its name in any case. */
export interface FreeParameter {
  readonly uri: Uri;
  readonly name: string;
  /** How many modules are around the template: a nested deployment has the same URI as the template around it. */
  readonly depth: number;
}

/** What all templates of one deployment share. */
export interface World {
  readonly sources: Sources;
  readonly budget: Budget;
  readonly cloud: Cloud;
  /** The functions of the deployment's place that have been asked, by name in lower case. */
  readonly asked: Set<string>;
  /** The parameter whose default does not count, if any. */
  readonly free: FreeParameter | undefined;
  /** The names that a file exports to `import`, made once for each file. */
  readonly libraries: Map<Uri, Names>;
  /**
   * What all templates of the deployment declare, by the key of its ID. Empty until every resource's ID is known, so that no value
   * depends on the order in which templates are looked at.
   */
  readonly declared: Map<string, ResourceInstance>;
  /** What was looked up among them and not found: its key, and its type in lower case where the ID shows that. */
  readonly missed: Map<string, string | undefined>;
  /** What templates may deploy, as far as somebody has asked. */
  readonly types: KnownTypes;
  /** The parameters of a template that some resource takes as its location. */
  readonly regionParameters: (template: Template) => ReadonlySet<string>;
}
