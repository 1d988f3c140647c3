import type { ModuleDefinition, ResourceDefinition } from '../model/template';
import type { Expression } from '../syntax/expression';
import { evaluate } from './expressions/evaluate';
import type { ModuleInstance } from './instances/module-instance';
import { idKey, joinText } from './identity/resource-id';
import type { ResourceInstance } from './instances/resource-instance';
import type { Scope } from './expressions/scope';
import type { TemplateInstance } from './template-instance';
import type { TextValue, Value } from './values/value';
import { knownText } from './values/values';
import { usedNames } from './project/used-names';

/** What waits for what when a template is deployed: as written in `dependsOn`, and as references imply. */
export interface DependencyGraph {
  /**
   * Whether one resource waits for another, directly or through others. Both are keys of IDs (`idKey`). Where the deployment is too large
   * for an answer, every resource waits for every other: nobody is told of a missing dependency that may be there.
   */
  waitsFor(resource: string, other: string): boolean;
  /** Whether it waits for something that may be anything: a module that could not be read, or what nobody knows in `dependsOn`. */
  waitsForUnknown(resource: string): boolean;
}

/** The graph of a deployment. It is built when it is first asked. */
export function dependencyGraph(root: TemplateInstance): DependencyGraph {
  let edges: Edges | 'too many' | undefined;
  const waitsFor = (resource: string, other: string): boolean => {
    edges ??= root.budget.whole<Edges | 'too many'>(
      () => new GraphBuilder().build(root),
      () => 'too many',
    );
    return edges === 'too many' || isReached(edges, resource, other);
  };
  return { waitsFor, waitsForUnknown: (resource) => waitsFor(resource, UNKNOWN) };
}

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

function isReached(edges: Edges, from: string, to: string): boolean {
  const seen = new Set<string>();
  const pending = [...(edges.get(from) ?? [])];
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    if (key === to) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    pending.push(...(edges.get(key) ?? []));
  }
  return false;
}

/** Stands for whatever cannot be known. No ID and no module has this key. */
const UNKNOWN = 'unknown';

/** A module as a whole: whoever waits for it waits for everything in it. */
function wholeModule(module: ModuleInstance): string {
  return `module ${module.path}`;
}

/** What stands inside a module waits for whatever the module waits for. */
function insideModule(module: ModuleInstance): string {
  return `inside ${module.path}`;
}

class GraphBuilder {
  private readonly edges = new Map<string, Set<string>>();
  /** The keys that each entry of ARM's `dependsOn` may mean. */
  private readonly written: { readonly from: string; readonly to: readonly string[] }[] = [];

  build(root: TemplateInstance): Edges {
    this.addTemplate(root, undefined);
    // Only now it is known what there is to wait for.
    for (const { from, to } of this.written) if (!to.some((key) => this.edges.has(key))) this.add(from, [UNKNOWN]);
    return this.edges;
  }

  private addTemplate(instance: TemplateInstance, around: ModuleInstance | undefined): void {
    for (const resource of instance.resources.all()) {
      const key = idKey(resource.id);
      this.add(key, this.resourceNeeds(resource, instance));
      this.addWritten(key, resource.definition.dependsOn, resource.nameScope, instance);
      if (resource.enclosing) this.add(key, [idKey(resource.enclosing.id)]);
      this.addPlace(key, around);
    }
    for (const { module, deployed } of instance.modules.all()) {
      const inside = insideModule(module);
      this.add(inside, this.moduleNeeds(module, instance));
      this.addWritten(inside, module.definition.dependsOn, module.nameScope, instance);
      this.add(wholeModule(module), [inside]);
      this.addPlace(inside, around);
      if (around) this.add(wholeModule(around), [wholeModule(module)]);
      if (deployed) this.addTemplate(deployed, module);
      else this.add(wholeModule(module), [UNKNOWN]);
    }
  }

  private addPlace(key: string, around: ModuleInstance | undefined): void {
    if (!around) return;
    this.add(key, [insideModule(around)]);
    this.add(wholeModule(around), [key]);
  }

  private resourceNeeds(resource: ResourceInstance, instance: TemplateInstance): readonly string[] {
    const { body, parent, scope, condition, loop } = resource.definition;
    return this.needs(
      resource.definition,
      [body, parent, scope, condition, loopValue(loop)],
      resource.nameScope,
      instance,
    );
  }

  private moduleNeeds(module: ModuleInstance, instance: TemplateInstance): readonly string[] {
    const { name, parameters, scope, condition, loop } = module.definition;
    return this.needs(
      module.definition,
      [name, parameters, scope, condition, loopValue(loop)],
      module.nameScope,
      instance,
    );
  }

  private needs(
    { dependsOn }: ResourceDefinition | ModuleDefinition,
    expressions: Parameters<typeof usedNames>[0],
    scope: Scope,
    instance: TemplateInstance,
  ): readonly string[] {
    const isBicep = instance.language === 'bicep';
    const { symbols, asked } = usedNames(isBicep ? [...expressions, dependsOn] : expressions, instance.template);
    const implied = asked.flatMap((expression) => textsOf(evaluate(expression, scope)));
    return [
      ...[...symbols].flatMap((symbol) => keysOfSymbol(symbol, instance)),
      ...implied.flatMap((value) => keysOfText(value, instance)),
    ];
  }

  /** The entries of ARM's `dependsOn`; Bicep's are symbols like any other. */
  private addWritten(from: string, dependsOn: Expression | undefined, scope: Scope, instance: TemplateInstance): void {
    if (!dependsOn || instance.language === 'bicep') return;
    const value = evaluate(dependsOn, scope);
    if (!isKnownList(value)) this.add(from, [UNKNOWN]);
    for (const entry of textsOf(value)) {
      const to = keysOfText(entry, instance);
      this.add(from, to);
      this.written.push({ from, to });
    }
  }

  private add(from: string, to: readonly string[]): void {
    const known = this.edges.get(from);
    if (known) for (const key of to) known.add(key);
    else this.edges.set(from, new Set(to));
  }
}

function loopValue(loop: ResourceDefinition['loop']): Parameters<typeof usedNames>[0][number] {
  return loop?.kind === 'items' ? loop.iterable : loop?.count;
}

/** Whether every entry of a list, and of lists in it, is a text: with holes it may still name a resource whose name has the same ones. */
function isKnownList(value: Value): boolean {
  if (value.kind !== 'array') return false;
  return !value.open && value.items.every((item) => item.kind === 'text' || isKnownList(item));
}

function textsOf(value: Value): readonly TextValue[] {
  if (value.kind === 'array') return value.items.flatMap(textsOf);
  if (value.kind === 'runtime') return [value.resource];
  return value.kind === 'text' ? [value] : [];
}

function keysOfSymbol(symbol: string, instance: TemplateInstance): readonly string[] {
  const resources = instance.resources.named(symbol).map((resource) => idKey(resource.id));
  return [...resources, ...instance.modules.named(symbol).map(({ module }) => wholeModule(module))];
}

/** What an entry of ARM's `dependsOn` means: an ID, its end from the provider on, a symbolic name, or the name of a resource or loop. */
function keysOfText(value: TextValue, instance: TemplateInstance): readonly string[] {
  const name = knownText(value);
  if (name !== undefined && !name.includes('/'))
    return [...keysOfSymbol(name, instance), ...keysOfName(name, instance)];
  const absolute = value.segments[0]?.kind === 'hole' || (name ?? firstText(value)).startsWith('/');
  const id = absolute ? value : joinText([instance.inputs.scope.id, '/providers/', value]);
  if (!id) return [];
  const key = idKey(id);
  const used = instance.modules.find(key);
  return used ? [wholeModule(used.module)] : [key];
}

function keysOfName(name: string, instance: TemplateInstance): readonly string[] {
  const wanted = name.toLowerCase();
  const all = instance.resources.all();
  instance.budget.step(all.length);
  const resources = all
    .filter(({ definition, writtenName }) => {
      const loop = definition.loop?.kind === 'count' ? definition.loop.name.toLowerCase() : undefined;
      return loop === wanted || knownText(writtenName)?.toLowerCase() === wanted;
    })
    .map((resource) => idKey(resource.id));
  const modules = instance.modules.all().filter(({ module }) => {
    const { loop } = module.definition;
    const isLoop = loop?.kind === 'count' && loop.name.toLowerCase() === wanted;
    return isLoop || knownText(module.name)?.toLowerCase() === wanted;
  });
  return [...resources, ...modules.map(({ module }) => wholeModule(module))];
}

function firstText({ segments }: TextValue): string {
  return segments[0]?.kind === 'known' ? segments[0].text : '';
}
