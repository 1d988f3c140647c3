import type { Cloud } from '../data/clouds';
import type { Uri } from '../base/uri';
import type { ParameterFile, ResourceDefinition, Template } from '../model/template';
import { Budget } from './budget';
import { dependencyGraph } from './dependencies';
import type { DeployedResource, Deployment, MissingTemplate, UnreadModule } from './deployment';
import { EXISTS } from './existence';
import { isStandIn } from './known-modules';
import { workOf } from './functions/results';
import { rootScope } from './locations';
import type { KnownScope } from './locations';
import type { ModuleInstance, TemplateInputs } from './module-instance';
import { regionParameters } from './natures';
import type { RegionParameters } from './natures';
import { asTemplate, readParameters } from './parameter-file';
import { idKey } from './resource-id';
import type { ResourceInstance } from './resource-instance';
import { sizeOf } from './sizes';
import type { Sources } from './sources';
import { TemplateInstance } from './template-instance';
import type { Value } from './value';
import { getEntry, text, unknown } from './values';
import { placeholder } from './placeholders';
import type { FreeParameter, World } from './world';

/** Far beyond any real template: the largest verified module with all of its modules takes about a hundredth of it. */
const MOST_STEPS = 2_000_000;
const MOST_DEPTH = 400;

export interface DeployRequest {
  readonly template: Template;
  /** The parameter file, if any. */
  readonly parameters: Uri | undefined;
  readonly cloud: Cloud;
  readonly known: KnownScope;
  readonly deploymentName: string | undefined;
  /** A parameter whose default does not count. */
  readonly free?: FreeParameter;
}

/** Works out what a template would deploy. Never throws; what is too large is given up and marked incomplete. */
export function deploy(request: DeployRequest, sources: Sources): Deployment {
  const { template, parameters, cloud } = request;
  const world = createWorld(cloud, sources, request.free);
  const given = parameters === undefined ? undefined : readParameters(parameters, world);
  const deployment = deployWith(request, world, (name) => given?.value(name));
  let cautious: Deployment | undefined;
  return {
    ...deployment,
    withoutPlaceholders() {
      if (given) return this;
      cautious ??= deployWith(request, createWorld(cloud, sources), (name) => placeholder(name, template));
      return cautious;
    },
  };
}

/** What is known where a parameter file's template is not there: what it is given, as for a module that cannot be read. */
export function deployUnread(file: ParameterFile, cloud: Cloud, sources: Sources): Deployment {
  const { uri, using } = file;
  const world = createWorld(cloud, sources);
  const request = { template: asTemplate(file), parameters: uri, cloud, known: {}, deploymentName: undefined };
  const deployment = deployWith(request, world, () => undefined);
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

/** Deploys a template with the given arguments of its parameters. */
function deployWith(
  { template, parameters, cloud, known, deploymentName }: DeployRequest,
  world: World,
  argument: (name: string) => Value | undefined,
): Deployment {
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
  let collected = new Collected();
  world.budget.whole(
    () => {
      collect(root, collected, world);
      declare(collected, world);
      if (wasMissed(world)) {
        root = use();
        collected = new Collected();
        collect(root, collected, world);
        declare(collected, world);
      }
      for (const found of collected.found) collected.resources.push(deployedResource(found, world));
    },
    () => undefined,
  );
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

interface FoundResource {
  readonly resource: ResourceInstance;
  readonly inputs: TemplateInputs;
}

class Collected {
  readonly found: FoundResource[] = [];
  readonly resources: DeployedResource[] = [];
  readonly unread: UnreadModule[] = [];
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
    missed: new Set(),
    regionParameters: (template) => regionParameters(template, sources, natures),
  };
}

/** Notes the resources that all templates may look up. */
function declare({ found }: Collected, { declared }: World): void {
  for (const { resource } of found)
    if (!resource.definition.existing && !resource.symbolic) declared.set(idKey(resource.id), resource);
}

/**
 * Whether something was looked up, for a name or a condition, before it was known what the templates declare. All is worked out once
 * more then: a value must not depend on the order in which templates are looked at.
 */
function wasMissed({ declared, missed }: World): boolean {
  return [...missed].some((key) => declared.has(key));
}

function collect(instance: TemplateInstance, into: Collected, world: World): void {
  for (const resource of instance.resources.all()) {
    const { existence, place, definition } = resource;
    if (existence.kind === 'no') continue;
    if (!isDeployment(definition)) into.found.push({ resource, inputs: instance.inputs });
    else if (!deploysNothing(resource))
      into.unread.push({ reference: undefined, given: nothing, missing: undefined, place, existence, standIn: false });
  }
  for (const { module, deployed } of instance.modules.all()) {
    const { existence } = module;
    if (existence.kind === 'no') continue;
    if (deployed) collect(deployed, into, world);
    const standIn = deployed !== undefined && isStandIn(deployed.template.uri) && !isStandIn(instance.template.uri);
    if (deployed && !standIn) continue;
    const reference = referenceOf(module.definition.source);
    const given = givenTo(module, world);
    into.unread.push({ reference, given, missing: missingTemplate(module), place: module.place, existence, standIn });
  }
}

const NOTHING_GIVEN: ReadonlyMap<string, Value> = new Map();
const nothing = (): ReadonlyMap<string, Value> => NOTHING_GIVEN;

/** What takes more work than is left is not known to be given. */
function givenTo(module: ModuleInstance, { budget }: World): UnreadModule['given'] {
  let known: ReadonlyMap<string, Value> | undefined;
  return () => {
    known ??= budget.whole(() => {
      // A module as a whole is worked out bit by bit, and none of it is written where it is given.
      const given = [...module.given].filter(([, value]) => sizeOf(value) < Number.POSITIVE_INFINITY);
      for (const [, value] of given) budget.step(workOf(value));
      return new Map(given);
    }, nothing);
    return known;
  };
}

/** A deployment that Bicep code declares as a resource, with a template written as an object: it is no resource of its own. */
function isDeployment({ type, existing }: ResourceDefinition): boolean {
  return !existing && type.toLowerCase() === 'microsoft.resources/deployments';
}

/** Verified modules count their uses with such deployments. */
function deploysNothing(deployment: ResourceInstance): boolean {
  let value: Value | undefined = deployment.body;
  for (const name of ['properties', 'template', 'resources']) {
    value = value?.kind === 'object' ? getEntry(value, name)?.value : undefined;
  }
  return value?.kind === 'array' && value.items.length === 0 && !value.open;
}

function deployedResource({ resource, inputs }: FoundResource, { budget }: World): DeployedResource {
  const { definition, existence, symbolic, place } = resource;
  // Whoever looks at resources walks through their bodies, and many may share one large value.
  budget.step(workOf(resource.body));
  return {
    id: resource.id,
    type: definition.type,
    apiVersion: definition.apiVersion,
    name: resource.writtenName,
    body: resource.body,
    existing: definition.existing,
    existence,
    symbolic,
    place,
    through: inputs.through,
    // Few ask for it, and a long list is dear to go through for every one of its turns.
    get counts(): DeployedResource['counts'] {
      return [...resource.counts, ...inputs.counts()];
    },
    definition,
  };
}

function referenceOf(source: TemplateSource): UnreadModule['reference'] {
  return source.kind === 'file' ? source.reference : undefined;
}

/** A template that is there may still be passed over, as one that leads back to itself. */
function missingTemplate({
  definition: { source },
  template,
  place: { uri },
}: ModuleInstance): MissingTemplate | undefined {
  if (template || source.kind === 'inline') return undefined;
  const span = source.kind === 'file' ? source.reference.span : source.link;
  const reason = source.kind === 'file' ? undefined : source.reason;
  return span && { place: { uri, start: span.start, end: span.end }, reason };
}

type TemplateSource = Template['modules'][number]['source'];
