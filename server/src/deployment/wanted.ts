import { DEPLOYMENT_TYPE } from '../data/resource-types';
import type { ModuleDefinition, ResourceDefinition, Template } from '../model/template';
import { moduleTypes, type TemplateTypes } from './project/template-types';
import type { World } from './world';

/** What of a deployment is worked out. */
export interface Wanted {
  readonly resource: (definition: ResourceDefinition) => boolean;
  readonly module: (definition: ModuleDefinition, template: Template) => boolean;
}

export const EVERYTHING: Wanted = { resource: () => true, module: () => true };

/** The resources of some types (in lower case) where they are certainly declared: what cannot be read is passed over. */
export function declarationsOf(types: ReadonlySet<string>, { sources, types: known }: World): Wanted {
  return {
    resource: (definition) => types.has(definition.type.toLowerCase()),
    module: (definition, template) => mayDeploy(moduleTypes(definition, template, sources, known), types),
  };
}

/** What has to do with some types (in lower case), and whatever keeps a deployment from being seen as a whole. */
export function wantedFor(types: ReadonlySet<string>, { sources, types: known }: World): Wanted {
  return {
    resource: (definition) => types.has(definition.type.toLowerCase()) || isDeployment(definition),
    module: (definition, template) => {
      const inner = moduleTypes(definition, template, sources, known);
      return !inner.whole || mayDeploy(inner, types);
    },
  };
}

function mayDeploy(template: TemplateTypes, types: ReadonlySet<string>): boolean {
  return [...types].some((type) => template.types.has(type));
}

/** A deployment that Bicep code declares as a resource, with a template written as an object: it is no resource of its own. */
export function isDeployment({ type, existing }: ResourceDefinition): boolean {
  return !existing && type.toLowerCase() === DEPLOYMENT_TYPE;
}
