import type { Uri } from '../base/uri';
import type { ParameterFile, Template } from '../model/template';
import { EXISTS } from './values/existence';
import { rootScope } from './identity/locations';
import { TemplateInstance } from './template-instance';
import type { Value } from './values/value';
import { objectOf, passedOn, text } from './values/values';
import type { World } from './world';

/** `extends` chains longer than this are not followed: a file that extends itself would never end. */
const MOST_EXTENDS = 16;

/** What a parameter file gives, together with the files that it extends. */
export interface ParameterValues {
  /** The parameters that have a value, by name in lower case and as they are spelled. */
  readonly names: ReadonlyMap<string, string>;
  /** The value for a parameter (name in lower case); undefined where none is given. */
  readonly value: (name: string) => Value | undefined;
}

/** Reads a parameter file. Undefined where there is none. */
export function readParameters(uri: Uri, world: World, depth = 0): ParameterValues | undefined {
  const file = world.sources.parameterFile(uri);
  if (!file || depth > MOST_EXTENDS) return undefined;
  const baseUri = file.extends && world.sources.resolve(uri, file.extends.path);
  const base = baseUri === undefined ? undefined : readParameters(baseUri, world, depth + 1);
  const instance = new TemplateInstance(world, asTemplate(file), {
    path: `${uri}:`,
    scope: rootScope('resourceGroup', {}),
    existence: EXISTS,
    deploymentName: text(''),
    argument: (name) => (name === BASE && base ? baseObject(base) : undefined),
    through: [],
    counts: () => [],
  });
  const own = [...file.assignments].map(([name, assignment]) => [name, assignment.name] as const);
  return {
    names: new Map([...(base?.names ?? []), ...own]),
    value: (name) => {
      const assignment = file.assignments.get(name);
      const value = assignment && instance.variable(name);
      if (!assignment || !value) return base?.value(name);
      return passedOn(value, { uri, ...assignment.nameSpan }, { kind: 'file', name: assignment.name });
    },
  };
}

/** The name under which a file sees the values of the one that it extends. */
const BASE = 'base';

/** A parameter file's names behave like a template's variables. */
export function asTemplate(file: ParameterFile): Template {
  const base = { name: BASE, nameSpan: { start: 0, end: 0 }, span: { start: 0, end: 0 }, type: 'object' };
  const baseParameter = { ...base, default: undefined, allowed: undefined, secure: false, nullable: true };
  return {
    uri: file.uri,
    language: file.language === 'bicepparam' ? 'bicep' : 'arm',
    span: { start: 0, end: 0 },
    scope: 'resourceGroup',
    parameters: file.extends ? new Map([[BASE, baseParameter]]) : new Map(),
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

/** All parameters of the file that is extended, whether the extending file gives them anew or not. */
function baseObject({ names, value }: ParameterValues): Value {
  return objectOf(
    [...names].flatMap(([key, name]): (readonly [string, Value])[] => {
      const given = value(key);
      return given ? [[name, given]] : [];
    }),
  );
}
