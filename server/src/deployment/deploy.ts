import { finish, type Steps } from '../base/steps';
import type { Uri } from '../base/uri';
import type { Cloud } from '../data/clouds';
import type { ParameterFile, Template } from '../model/template';
import { Budget } from './expressions/budget';
import { collect, Collected, declare, deployedResource, wasMissed } from './collect';
import { dependencyGraph } from './dependencies';
import type { Deployment } from './deployment';
import { EXISTS } from './values/existence';
import { rootScope } from './identity/locations';
import type { KnownScope } from './identity/locations';
import type { TemplateInputs } from './instances/module-instance';
import { regionParameters } from './project/natures';
import type { RegionParameters } from './project/natures';
import { asTemplate, readParameters } from './parameter-file';
import { placeholder } from './values/placeholders';
import type { Sources } from './project/sources';
import { TemplateInstance } from './template-instance';
import { templateTypes } from './project/template-types';
import type { Value } from './values/value';
import { text, unknown } from './values/values';
import { declarationsOf, EVERYTHING, wantedFor } from './wanted';
import type { FreeParameter, World } from './world';

/** Far beyond any real template: the largest verified module with all of its modules takes about a hundredth of it. */
const MOST_STEPS = 2_000_000;
const MOST_DEPTH = 400;

const GROUPS: ReadonlySet<string> = new Set(['microsoft.resources/resourcegroups']);

export interface DeployRequest {
  readonly template: Template;
  /** The parameter file, if any. */
  readonly parameters: Uri | undefined;
  readonly cloud: Cloud;
  readonly known: KnownScope;
  readonly deploymentName: string | undefined;
  /** A parameter whose default does not count. */
  readonly free?: FreeParameter;
  /** The types of the resources that are wanted, in lower case; without them all are. Leaving the others out saves most of the work. */
  readonly types?: ReadonlySet<string> | undefined;
}

/** Works out what a template would deploy. Never throws; what is too large is given up and marked incomplete. */
export function deploy(request: DeployRequest, sources: Sources): Deployment {
  return finish(deployInSteps(request, sources));
}

/** The same in steps: a module or a resource each. */
export function* deployInSteps(request: DeployRequest, sources: Sources): Steps<Deployment> {
  const { types } = request;
  const world = createWorld(request.cloud, sources, request.free);
  const deployment = yield* deployIn(world, request, sources);
  if (types === undefined || world.missed.size === 0) return deployment;
  const also = [...declaredTypes(request.template, world)].filter((type) => !types.has(type));
  if (also.length === 0) return deployment;
  // A value asks for a resource of another type. It must not depend on what was wanted.
  const more = yield* deployInSteps({ ...request, types: new Set([...types, ...also]) }, sources);
  return { ...more, resources: more.resources.filter(({ type }) => types.has(type.toLowerCase())) };
}

/** The types of what was looked up in vain that the template or one of its modules declares. */
function declaredTypes(template: Template, { missed, sources, types: known }: World): ReadonlySet<string> {
  const { types } = templateTypes(template, sources, known);
  return new Set([...missed.values()].flatMap((type) => (type !== undefined && types.has(type) ? [type] : [])));
}

function* deployIn(world: World, request: DeployRequest, sources: Sources): Steps<Deployment> {
  const { template, parameters, cloud } = request;
  const given = parameters === undefined ? undefined : readParameters(parameters, world);
  const deployment = yield* deployWith(request, world, (name) => given?.value(name));
  let cautious: Deployment | undefined;
  return {
    ...deployment,
    withoutPlaceholders() {
      if (given) return this;
      cautious ??= finish(deployWith(request, createWorld(cloud, sources), (name) => placeholder(name, template)));
      return cautious;
    },
  };
}

/** What is known where a parameter file's template is not there: what it is given, as for a module that cannot be read. */
export function deployUnread(file: ParameterFile, cloud: Cloud, sources: Sources): Deployment {
  const { uri, using } = file;
  const world = createWorld(cloud, sources);
  const request = { template: asTemplate(file), parameters: uri, cloud, known: {}, deploymentName: undefined };
  const deployment = finish(deployWith(request, world, () => undefined));
  let known: ReadonlyMap<string, Value> | undefined;
  const given = (): ReadonlyMap<string, Value> =>
    (known ??= world.budget.whole(
      () => valuesOf(uri, world),
      () => new Map<string, Value>(),
    ));
  const place = { uri, ...(using?.span ?? { start: 0, end: 0 }) };
  const template = { reference: using, given, missing: undefined, place, existence: EXISTS, standIn: false };
  return { ...deployment, unread: [template] };
}

function valuesOf(uri: Uri, world: World): ReadonlyMap<string, Value> {
  const values = readParameters(uri, world);
  return new Map(
    [...(values?.names ?? [])].flatMap(([key, name]): [string, Value][] => {
      const value = values?.value(key);
      return value ? [[name, value]] : [];
    }),
  );
}

/** Makes the resource groups known that a template and its modules declare. */
function* declareGroups(root: TemplateInstance, world: World): Steps<void> {
  const groups = new Collected();
  yield* collect(root, groups, declarationsOf(GROUPS, world), world);
  declare(groups, world);
}

/** Deploys a template with the given arguments of its parameters. */
function* deployWith(
  { template, parameters, cloud, known, deploymentName, types }: DeployRequest,
  world: World,
  argument: (name: string) => Value | undefined,
): Steps<Deployment> {
  const use = (): TemplateInstance => new TemplateInstance(world, template, inputs);
  const inputs: TemplateInputs = {
    path: '',
    scope: rootScope(template.scope, known),
    existence: EXISTS,
    deploymentName:
      deploymentName === undefined ? unknown('the deployment has no name yet', 'deployment()') : text(deploymentName),
    argument,
    through: [],
    counts: () => [],
  };
  let root = use();
  const mayDeclareGroups = template.scope !== 'resourceGroup';
  const wanted = types === undefined ? EVERYTHING : wantedFor(types, world);
  let collected = new Collected();
  function* work(): Steps<void> {
    // Nearly every module asks for the location of its resource group. Known beforehand, that is no reason to begin anew.
    if (mayDeclareGroups) yield* declareGroups(use(), world);
    yield* collect(root, collected, wanted, world);
    declare(collected, world);
    if (wasMissed(world)) {
      root = use();
      collected = new Collected();
      // What was worked out of a group meanwhile may lack what is known now.
      if (mayDeclareGroups) yield* declareGroups(use(), world);
      yield* collect(root, collected, wanted, world);
      declare(collected, world);
    }
    for (const found of collected.found) {
      yield;
      collected.resources.push(deployedResource(found, world));
    }
  }
  yield* world.budget.asFarAsItGoes(work());
  return {
    root: template.uri,
    parameters,
    cloud,
    asksCloud: world.asked.has('environment'),
    scope: template.scope,
    resources: collected.resources,
    unread: collected.unread,
    dependencies: dependencyGraph(root),
    incomplete: world.budget.exceeded,
    withoutPlaceholders() {
      return this;
    },
  };
}

export function createWorld(cloud: Cloud, sources: Sources, free?: FreeParameter): World {
  const natures: RegionParameters = new Map();
  return {
    sources,
    cloud,
    asked: new Set(),
    free,
    budget: new Budget(MOST_STEPS, MOST_DEPTH),
    libraries: new Map(),
    declared: new Map(),
    missed: new Map(),
    types: new Map(),
    regionParameters: (template) => regionParameters(template, sources, natures),
  };
}
