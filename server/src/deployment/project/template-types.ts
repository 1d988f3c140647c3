import { DEPLOYMENT_TYPE } from '../../data/resource-types';
import type { ModuleDefinition, Template } from '../../model/template';
import { allResources, moduleTemplate } from './natures';
import type { Sources } from './sources';

/** What a template may deploy, whatever its parameters are. */
export interface TemplateTypes {
  /** The types of its resources and of those of its modules, in lower case. */
  readonly types: ReadonlySet<string>;
  /** All of its modules could be read. Otherwise it may deploy anything. */
  readonly whole: boolean;
}

/** What was found of templates before: many modules are used more than once. */
export type KnownTypes = Map<Template, TemplateTypes>;

/** Looks through a template and its modules without working anything out. */
export function templateTypes(template: Template, sources: Sources, known: KnownTypes): TemplateTypes {
  const before = known.get(template);
  if (before) return before;
  // A template that deploys itself, through whichever modules, is not followed: what that deploys is not known.
  known.set(template, UNREAD);
  const own = [...allResources(template.resources)].map(({ type }) => type.toLowerCase());
  const inner = template.modules.map((module) => moduleTypes(module, template, sources, known));
  const found = {
    types: new Set([...own, ...inner.flatMap(({ types }) => [...types])]),
    // What a deployment that is written as a resource deploys is not looked at.
    whole: !own.includes(DEPLOYMENT_TYPE) && inner.every(({ whole }) => whole),
  };
  known.set(template, found);
  return found;
}

/** The same of a module of a template. */
export function moduleTypes(
  module: ModuleDefinition,
  template: Template,
  sources: Sources,
  known: KnownTypes,
): TemplateTypes {
  const inner = moduleTemplate(module, template, sources);
  return inner === undefined ? UNREAD : templateTypes(inner, sources, known);
}

const UNREAD: TemplateTypes = { types: new Set(), whole: false };
