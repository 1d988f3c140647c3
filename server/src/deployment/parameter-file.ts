import type { Uri } from '../base/uri';
import type { ParameterFile, Template } from '../model/template';
import { EXISTS } from './existence';
import { rootScope } from './locations';
import { TemplateInstance } from './template-instance';
import type { Value } from './value';
import { object, objectOf, passedOn, text } from './values';
import type { World } from './world';

/** `extends` chains longer than this are not followed. */
const MOST_EXTENDS = 16;

/** The values that a parameter file gives, by name in lower case. */
export function parameterArguments(
  uri: Uri,
  world: World,
  depth = 0,
): ((name: string) => Value | undefined) | undefined {
  const file = world.sources.parameterFile(uri);
  if (!file || depth > MOST_EXTENDS) return undefined;
  const baseUri = file.extends && world.sources.resolve(uri, file.extends.path);
  const base = baseUri === undefined ? undefined : parameterArguments(baseUri, world, depth + 1);
  const instance = new TemplateInstance(world, asTemplate(file), {
    path: `${uri}:`,
    scope: rootScope('resourceGroup', {}),
    existence: EXISTS,
    deploymentName: text(''),
    argument: (name) => (name === 'base' && base ? baseObject(file, base) : undefined),
    through: [],
  });
  return (name) => {
    const assignment = file.assignments.get(name);
    const value = assignment && instance.variable(name);
    if (!assignment || !value) return base?.(name);
    return passedOn(value, { uri, ...assignment.nameSpan }, { kind: 'file', name: assignment.name });
  };
}

/** A parameter file's names behave like a template's variables. */
function asTemplate(file: ParameterFile): Template {
  const base = { name: 'base', nameSpan: { start: 0, end: 0 }, span: { start: 0, end: 0 }, type: 'object' };
  const baseParameter = { ...base, default: undefined, allowed: undefined, secure: false, nullable: true };
  return {
    uri: file.uri,
    language: file.language === 'bicepparam' ? 'bicep' : 'arm',
    span: { start: 0, end: 0 },
    scope: 'resourceGroup',
    parameters: file.extends ? new Map([['base', baseParameter]]) : new Map(),
    variables: new Map([...file.variables, ...file.assignments]),
    outputs: new Map(),
    functions: file.functions,
    imports: file.imports,
    resources: [],
    modules: [],
    references: file.references,
    directives: file.directives,
    problems: file.problems,
    generatedByBicep: false,
  };
}

/** What `base` means in a file that extends another: the values of the parameters that both may give. */
function baseObject(file: ParameterFile, base: (name: string) => Value | undefined): Value {
  const names = [...file.assignments.values()].map((assignment) => assignment.name);
  const entries = names.flatMap((name): (readonly [string, Value])[] => {
    const value = base(name.toLowerCase());
    return value ? [[name, value]] : [];
  });
  return object(objectOf(entries).entries, true);
}
