import type { Cloud } from '../data/clouds';
import type { Uri } from '../base/uri';
import type { Template } from '../model/template';
import type { Budget } from './budget';
import type { Names } from './scope';
import type { Sources } from './sources';

/** What all templates of one deployment share. */
export interface World {
  readonly sources: Sources;
  readonly budget: Budget;
  readonly cloud: Cloud;
  /** The names that a file exports to `import`, made once for each file. */
  readonly libraries: Map<Uri, Names>;
  /** The parameters of a template that some resource takes as its location. */
  readonly regionParameters: (template: Template) => ReadonlySet<string>;
}
