import type { Steps } from '../base/steps';
import type { ModuleDefinition, Template } from '../model/template';
import type { DeployedResource, MissingTemplate, UnreadModule } from './deployment';
import { workOf } from './functions/results';
import { isStandIn } from './project/known-modules';
import type { ModuleInstance, TemplateInputs } from './instances/module-instance';
import { idKey } from './identity/resource-id';
import type { ResourceInstance } from './instances/resource-instance';
import { sizeOf } from './values/sizes';
import type { TemplateInstance } from './template-instance';
import type { Value } from './values/value';
import { getEntry } from './values/values';
import { isDeployment, type Wanted } from './wanted';
import type { World } from './world';

interface FoundResource {
  readonly resource: ResourceInstance;
  readonly inputs: TemplateInputs;
}

/** What was found of a deployment. */
export class Collected {
  readonly found: FoundResource[] = [];
  readonly resources: DeployedResource[] = [];
  readonly unread: UnreadModule[] = [];
}

/** Notes the resources that all templates may look up. */
export function declare({ found }: Collected, { declared }: World): void {
  for (const { resource } of found)
    if (!resource.definition.existing && !resource.symbolic) declared.set(idKey(resource.id), resource);
}

/**
 * Whether something was looked up, for a name or a condition, before it was known what the templates declare. All is worked out once
 * more then: a value must not depend on the order in which templates are looked at.
 */
export function wasMissed({ declared, missed }: World): boolean {
  return [...missed.keys()].some((key) => declared.has(key));
}

/** Finds what is wanted of a template and its modules, as far as it exists. Throws BudgetExceeded. */
export function* collect(instance: TemplateInstance, into: Collected, wanted: Wanted, world: World): Steps<void> {
  for (const resource of instance.resources.suchAs(wanted.resource)) {
    yield;
    const { existence, place, definition } = resource;
    if (existence.kind === 'no') continue;
    if (!isDeployment(definition)) into.found.push({ resource, inputs: instance.inputs });
    else if (!deploysNothing(resource))
      into.unread.push({ reference: undefined, given: nothing, missing: undefined, place, existence, standIn: false });
  }
  const isWanted = (definition: ModuleDefinition): boolean => wanted.module(definition, instance.template);
  for (const { module, deployed } of instance.modules.suchAs(isWanted)) {
    yield;
    const { existence } = module;
    if (existence.kind === 'no') continue;
    if (deployed) yield* collect(deployed, into, wanted, world);
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

/** Verified modules count their uses with such deployments. */
function deploysNothing(deployment: ResourceInstance): boolean {
  let value: Value | undefined = deployment.body;
  for (const name of ['properties', 'template', 'resources']) {
    value = value?.kind === 'object' ? getEntry(value, name)?.value : undefined;
  }
  return value?.kind === 'array' && value.items.length === 0 && !value.open;
}

/** A resource with all that it is made of worked out. Throws BudgetExceeded. */
export function deployedResource({ resource, inputs }: FoundResource, { budget }: World): DeployedResource {
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
