import type { Place } from '../base/place';
import type { Uri } from '../base/uri';
import type { Cloud } from '../data/clouds';
import type { FileReference, ResourceDefinition, TargetScope } from '../model/template';
import type { DependencyGraph } from './dependencies';
import type { Existence } from './values/existence';
import type { LoopCount } from './expressions/loop-items';
import type { ObjectValue, TextValue, Value } from './values/value';

/** What one template with one set of parameters would deploy: modules expanded, loops unrolled, what does not exist left out. */
export interface Deployment {
  readonly root: Uri;
  /** The parameter file; undefined for the deployment by defaults. */
  readonly parameters: Uri | undefined;
  readonly cloud: Cloud;
  /** Some expression asks `environment()`: values depend on the cloud. */
  readonly asksCloud: boolean;
  readonly scope: TargetScope;
  readonly resources: readonly DeployedResource[];
  /** Modules and linked templates that could not be read, or not as a whole: what is missing may be in them. */
  readonly unread: readonly UnreadModule[];
  /** What waits for what. */
  readonly dependencies: DependencyGraph;
  /** The evaluation was given up because it is too large: there may be more resources than are listed. */
  readonly incomplete: boolean;
  /**
   * The same with fewer defaults: parameters of the root that are empty, null or a switch by default count as not known. Such a default
   * says that a caller may give something, so what is absent by it alone is not certain to be. Itself where a parameter file tells.
   */
  readonly withoutPlaceholders: () => Deployment;
}

/** A resource as Azure would get it. */
export interface DeployedResource {
  readonly id: TextValue;
  /** The type without the version, as written. */
  readonly type: string;
  readonly apiVersion: string;
  /** The name as written: without the parent's where that is named apart. */
  readonly name: Value;
  /** The evaluated body: `name`, `location`, `properties`, … */
  readonly body: ObjectValue;
  readonly existing: boolean;
  readonly existence: Existence;
  /** Stands for an unknown number of resources: a loop that cannot be counted. */
  readonly symbolic: boolean;
  /** Where its name is written; the file may be a module's. */
  readonly place: Place;
  /** The module statements that lead to it, the outermost first. */
  readonly through: readonly Place[];
  /** What decides how often it is deployed: for each loop around it, from the innermost on. */
  readonly counts: readonly LoopCount[];
  /** What was written: several resources of one loop share it. */
  readonly definition: ResourceDefinition;
}

export interface UnreadModule {
  readonly reference: FileReference | undefined;
  /** What is given for its parameters, by their names as they are written. Worked out when it is first asked for; without modules as a whole. */
  readonly given: () => ReadonlyMap<string, Value>;
  /** Why what it names was not found; undefined where something else kept it from being read. */
  readonly missing: MissingTemplate | undefined;
  readonly place: Place;
  readonly existence: Existence;
  /** A description of the module stood in for it: its endpoints, zones and vaults are among the resources, and not what else it deploys. */
  readonly standIn: boolean;
}

/** A template that could not be found. */
export interface MissingTemplate {
  /** Where it is named. */
  readonly place: Place;
  /** Why it cannot be looked for, in a clause; undefined for a file or module that was looked for in vain. */
  readonly reason: string | undefined;
}
