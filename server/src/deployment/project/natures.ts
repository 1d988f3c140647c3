import { LINK_TYPE, ZONE_TYPE } from '../../data/resource-types';
import type { ModuleDefinition, ResourceDefinition, Template } from '../../model/template';
import type { Expression } from '../../syntax/expression';
import { literalText, propertiesOf, propertyValue } from '../../syntax/properties';
import type { Sources } from './sources';

/** Modules deeper than this are not followed when asking what a parameter is for. */
const MOST_MODULES_DEEP = 24;

/** What was found of templates before: many modules are used more than once. */
export type RegionParameters = Map<Template, ReadonlySet<string>>;

/** Resources of no region: their location is `global`, so a parameter that they alone take tells of no region. */
const GLOBAL_TYPES: ReadonlySet<string> = new Set([ZONE_TYPE, LINK_TYPE]);

/** The parameters (names in lower case) that some resource of the template, or of a module it uses, takes as the region it is in. */
export function regionParameters(
  template: Template,
  sources: Sources,
  known: RegionParameters,
  depth = 0,
): ReadonlySet<string> {
  const before = known.get(template);
  if (before) return before;
  const result = new Set<string>();
  // A template that deploys itself, through whichever modules, finds here what is known so far.
  known.set(template, result);
  const add = (expression: Expression | undefined): void => {
    const name = parameterName(expression, template);
    if (name !== undefined) result.add(name);
  };
  for (const { type, body } of allResources(template.resources))
    if (!GLOBAL_TYPES.has(type.toLowerCase())) add(propertyValue(body, 'location'));
  for (const module of template.modules) {
    if (depth < MOST_MODULES_DEEP) addPassedOn(module, template, { sources, known, depth }, add);
  }
  return result;
}

export function* allResources(resources: readonly ResourceDefinition[]): Iterable<ResourceDefinition> {
  for (const resource of resources) {
    yield resource;
    yield* allResources(resource.children);
  }
}

/** The parameter that an expression hands on as it is (`location`, `toLower(location)`, a variable that is it), in lower case. */
function parameterName(expression: Expression | undefined, template: Template, depth = 0): string | undefined {
  if (!expression || depth > 4) return undefined;
  const name = expression.kind === 'identifier' ? expression.name.toLowerCase() : undefined;
  if (name !== undefined) {
    if (template.parameters.has(name)) return name;
    return parameterName(template.variables.get(name)?.value, template, depth + 1);
  }
  if (expression.kind === 'parenthesized') return parameterName(expression.inner, template, depth + 1);
  if (expression.kind !== 'call') return undefined;
  const [argument] = expression.arguments;
  const named = literalText(argument)?.toLowerCase() ?? '';
  switch (expression.name.name.toLowerCase()) {
    case 'parameters':
      return template.parameters.has(named) ? named : undefined;
    case 'variables':
      return parameterName(template.variables.get(named)?.value, template, depth + 1);
    case 'tolower':
      return parameterName(argument, template, depth + 1);
    default:
      return undefined;
  }
}

function addPassedOn(
  module: ModuleDefinition,
  template: Template,
  { sources, known, depth }: { readonly sources: Sources; readonly known: RegionParameters; readonly depth: number },
  add: (expression: Expression | undefined) => void,
): void {
  const inner = moduleTemplate(module, template, sources);
  if (!inner || module.parameters?.kind !== 'object') return;
  const wanted = regionParameters(inner, sources, known, depth + 1);
  for (const property of propertiesOf(module.parameters)) {
    if (!wanted.has(property.name?.toLowerCase() ?? '')) continue;
    add(template.language === 'arm' ? propertyValue(property.value, 'value') : property.value);
  }
}

/** The template that a module deploys, where it can be read. */
export function moduleTemplate(module: ModuleDefinition, template: Template, sources: Sources): Template | undefined {
  if (module.source.kind === 'inline') return module.source.template;
  if (module.source.kind === 'unknown') return undefined;
  const uri = sources.resolve(template.uri, module.source.reference.path);
  return uri === undefined ? undefined : sources.template(uri);
}
