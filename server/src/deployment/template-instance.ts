import type { Place } from '../base/place';
import type { Uri } from '../base/uri';
import type { Cloud } from '../data/clouds';
import type { ImportDefinition, ModuleDefinition, ParameterDefinition, Template } from '../model/template';
import type { Budget } from './expressions/budget';
import { declaredMember } from './instances/declared-member';
import { evaluate } from './expressions/evaluate';
import { guard, oneOf } from './values/guards';
import type { Turn } from './expressions/loop-items';
import { ModuleInstance } from './instances/module-instance';
import type { DeployedTemplate, TemplateInputs } from './instances/module-instance';
import { ModuleSet, outputValue, outputsObject } from './instances/module-set';
import type { UsedModule } from './instances/module-set';
import { moduleTemplate } from './project/natures';
import { fullId, idKey, joinText, parseResourceId, splitName, startsAsId } from './identity/resource-id';
import { ResourceSet } from './instances/resource-set';
import { SCOPE_FUNCTIONS } from './expressions/scope-functions';
import type { LoadedFile, Names, Scope, UserFunction } from './expressions/scope';
import type { Nature, TextValue, Value } from './values/value';
import {
  hole,
  knownText,
  nullValue,
  object,
  objectOf,
  passedOn,
  runtime,
  text,
  textKey,
  textOf,
  tooMuch,
  trailAt,
  unknown,
} from './values/values';
import type { World } from './world';

/** Modules nested deeper than this are not followed: a template that deploys itself would never end. */
const MOST_MODULES_DEEP = 24;

/** A use of a template takes memory before it is asked for anything: modules that use modules twice each soon are millions. */
const STEPS_A_TEMPLATE = 100;

export interface UsedTemplate extends UsedModule {
  readonly deployed: TemplateInstance | undefined;
}

/** One use of a template in a deployment: what its names mean there. */
export class TemplateInstance implements Names, DeployedTemplate {
  readonly uri: Uri;
  readonly path: string;
  readonly language: Template['language'];
  readonly budget: Budget;
  readonly cloud: Cloud;
  readonly resources: ResourceSet;
  readonly modules: ModuleSet<UsedTemplate>;
  private readonly known = new Map<string, Value>();
  private readonly inProgress = new Set<string>();

  constructor(
    private readonly world: World,
    readonly template: Template,
    readonly inputs: TemplateInputs,
    /** The template around this one whose names its expressions mean: a nested deployment with outer scope. */
    private readonly outer: TemplateInstance | undefined = undefined,
    /** What the loop around a nested deployment with outer scope adds to its names. */
    private readonly outerLocals: Scope['locals'] = undefined,
  ) {
    this.uri = template.uri;
    this.path = inputs.path;
    this.language = template.language;
    this.budget = world.budget;
    this.cloud = world.cloud;
    this.budget.step(STEPS_A_TEMPLATE);
    const { scope, existence, through } = inputs;
    this.resources = new ResourceSet(template.resources, this.ownScope, { scope, existence, evaluate });
    this.modules = new ModuleSet(template.modules, this.ownScope, evaluate, (definition, turn, symbolic) =>
      this.useModule(definition, turn, symbolic, through),
    );
  }

  get names(): Names {
    return this;
  }

  get ownScope(): Scope {
    return { names: this, locals: this.outerLocals };
  }

  /** The template whose names the expressions mean: with outer scope, that around all nested deployments. */
  private get meaning(): TemplateInstance {
    return this.outer?.meaning ?? this;
  }

  identifier(name: string, at: Place): Value | undefined {
    const own =
      this.parameterAt(name, at) ??
      this.variableAt(name, at) ??
      this.resources.symbol(name, at) ??
      this.modules.symbol(name, at) ??
      this.imported(name, at);
    return own ?? this.outer?.identifier(name, at);
  }

  resourceTurn(symbol: string, position: Value, at: Place): Value | undefined {
    return this.resources.turn(symbol, position, at) ?? this.outer?.resourceTurn(symbol, position, at);
  }

  nestedResource(parent: Value, name: string): Value | undefined {
    return this.resources.nested(parent, name);
  }

  scopeFunction(name: string, values: readonly Value[], at: Place): Value | undefined {
    if (name === 'parameters' || name === 'variables') return this.named(name, values[0], at);
    if (name === 'reference' || name === 'references') return this.reference(values, at);
    if (name === 'listoutputswithsecurevalues') return this.outputsOf(values, at);
    this.world.asked.add(name);
    const { scope, deploymentName } = this.meaning.inputs;
    return Object.hasOwn(SCOPE_FUNCTIONS, name)
      ? SCOPE_FUNCTIONS[name]?.(values, { scope, cloud: this.cloud, deploymentName }, at)
      : undefined;
  }

  userFunction(qualifier: string | undefined, name: string): UserFunction | undefined {
    const key = (qualifier === undefined ? name : `${qualifier}.${name}`).toLowerCase();
    const own = this.template.functions.get(key);
    if (own) return { parameters: own.parameters, body: own.body, names: this };
    return this.importedFunction(qualifier, name) ?? this.outer?.userFunction(qualifier, name);
  }

  runtimeMember(resource: Value, path: string): Value | undefined {
    if (resource.kind !== 'runtime') return undefined;
    const used = this.modules.find(idKey(resource.resource));
    if (used) return moduleMember(used, path, resource.trail);
    const found = this.resources.find(resource);
    const own = found ? declaredMember(found, path) : this.outer?.runtimeMember(resource, path);
    if (own) return own;
    const key = idKey(resource.resource);
    const elsewhere = this.world.declared.get(key);
    // What this template declares itself will be no other resource then.
    if (!elsewhere && (!found || found.definition.existing))
      this.world.missed.set(key, parseResourceId(resource.resource)?.type.toLowerCase());
    return elsewhere && elsewhere !== found ? declaredMember(elsewhere, path) : undefined;
  }

  isAbsent(resource: Value): boolean {
    return this.resources.find(resource)?.existence.kind === 'no';
  }

  loadedText(path: string): LoadedFile | undefined {
    const { sources } = this.world;
    const uri = sources.resolve(this.uri, path);
    const content = uri === undefined ? undefined : sources.text(uri);
    if (uri === undefined || content === undefined) return undefined;
    return { uri, text: content, yaml: () => sources.yaml?.(uri) };
  }

  output(name: string): Value | undefined {
    const definition = this.template.outputs.get(name.toLowerCase());
    return definition && this.once(`output ${name.toLowerCase()}`, () => evaluate(definition.value, this.ownScope));
  }

  outputNames(): readonly string[] {
    return [...this.template.outputs.values()].map((output) => output.name);
  }

  /** The value of a parameter (name in any case); undefined where there is no such parameter. */
  parameter(name: string): Value | undefined {
    const definition = this.template.parameters.get(name.toLowerCase());
    return definition && this.once(`parameter ${name.toLowerCase()}`, () => this.parameterValue(definition));
  }

  variable(name: string): Value | undefined {
    const definition = this.template.variables.get(name.toLowerCase());
    return definition && this.once(`variable ${name.toLowerCase()}`, () => evaluate(definition.value, this.ownScope));
  }

  private parameterAt(name: string, at: Place): Value | undefined {
    const value = this.parameter(name);
    if (!value) return undefined;
    const nature = this.natureOf(name);
    const byDefault = !this.givenFor(this.template.parameters.get(name.toLowerCase()));
    return passedOn(value, at, {
      kind: 'parameter',
      name,
      ...(nature ? { nature } : {}),
      ...(byDefault ? { byDefault } : {}),
    });
  }

  private variableAt(name: string, at: Place): Value | undefined {
    const value = this.variable(name);
    return value && passedOn(value, at, { kind: 'variable', name });
  }

  /** ARM's `parameters('name')` and `variables('name')`. */
  private named(kind: 'parameters' | 'variables', name: Value | undefined, at: Place): Value | undefined {
    if (this.outer) return this.meaning.named(kind, name, at);
    const wanted = knownText(name);
    if (wanted === undefined) return undefined;
    return kind === 'parameters' ? this.parameterAt(wanted, at) : this.variableAt(wanted, at);
  }

  private parameterValue(definition: ParameterDefinition): Value {
    const name = definition.name.toLowerCase();
    const given = this.givenFor(definition);
    if (given) return given;
    if (definition.default && !this.isFree(name)) return evaluate(definition.default, this.ownScope);
    const at = { uri: this.uri, ...definition.nameSpan };
    if (definition.nullable) return nullValue(trailAt(at));
    const key = `param(${this.path}${name})`;
    const allowed = definition.allowed?.map((expression) => evaluate(expression, this.ownScope));
    if (allowed && allowed.length > 0) {
      return oneOf(allowed.map((value) => ({ value, guard: guard(key, knownText(value) ?? 'other') })));
    }
    return unknown(`the parameter '${definition.name}' has no value here`, key, trailAt(at), this.natureOf(name));
  }

  private isFree(name: string): boolean {
    const { free } = this.world;
    return free?.uri === this.uri && free.depth === this.inputs.through.length && free.name.toLowerCase() === name;
  }

  /** The value that a parameter is given. Null stands for nothing wherever there is a default. */
  private givenFor(definition: ParameterDefinition | undefined): Value | undefined {
    const given = definition && this.inputs.argument(definition.name.toLowerCase());
    return given?.kind === 'null' && definition?.default ? undefined : given;
  }

  private natureOf(name: string): Nature | undefined {
    const lower = name.toLowerCase();
    if (this.template.parameters.get(lower)?.secure) return 'secret';
    return this.world.regionParameters(this.template).has(lower) ? 'region' : undefined;
  }

  private imported(name: string, at: Place): Value | undefined {
    for (const definition of this.template.imports) {
      const library = this.library(definition);
      if (!library) continue;
      if (definition.wildcard === name) return library.exportedVariables(at);
      const item = definition.items.find((candidate) => candidate.alias === name);
      const value = item && library.variable(item.name);
      if (value) return passedOn(value, at, { kind: 'variable', name });
    }
    return undefined;
  }

  private importedFunction(qualifier: string | undefined, name: string): UserFunction | undefined {
    for (const definition of this.template.imports) {
      const wanted =
        qualifier === undefined
          ? definition.items.find((item) => item.alias === name)?.name
          : definition.wildcard === qualifier
            ? name
            : undefined;
      const found = wanted === undefined ? undefined : this.library(definition)?.userFunction(undefined, wanted);
      if (found) return found;
    }
    return undefined;
  }

  /** The file behind an import, as names alone: it deploys nothing. */
  private library(definition: ImportDefinition): TemplateInstance | undefined {
    const uri = this.world.sources.resolve(this.uri, definition.from.path);
    if (uri === undefined) return undefined;
    const made = this.world.libraries.get(uri);
    if (made instanceof TemplateInstance) return made;
    const template = this.world.sources.template(uri);
    if (!template) return undefined;
    const library = new TemplateInstance(this.world, template, {
      ...this.inputs,
      path: `${uri}:`,
      argument: () => undefined,
    });
    this.world.libraries.set(uri, library);
    return library;
  }

  private exportedVariables(at: Place): Value {
    const exported = [...this.template.variables.values()].filter((it) => it.exported || this.language === 'arm');
    const values = exported.flatMap((it): (readonly [string, Value])[] => {
      const value = this.variable(it.name);
      return value ? [[it.name, value]] : [];
    });
    return object(objectOf(values).entries, false, trailAt(at));
  }

  private useModule(
    definition: ModuleDefinition,
    turn: Turn,
    symbolic: boolean,
    through: readonly Place[],
  ): UsedTemplate {
    const template = moduleTemplate(definition, this.template, this.world.sources);
    const { scope, existence, counts } = this.inputs;
    const module = new ModuleInstance(definition, turn.scope, turn.index, symbolic, {
      scope,
      existence,
      through,
      counts,
      evaluate,
      template,
    });
    const around = [this.uri, ...through.map((place) => place.uri)];
    const cyclic = definition.source.kind === 'file' && around.includes(template?.uri ?? '');
    if (!template || cyclic || through.length >= MOST_MODULES_DEEP) return { module, deployed: undefined };
    const outer = definition.source.kind === 'inline' && definition.source.expressions === 'outer' ? this : undefined;
    const locals = outer && turn.scope.locals;
    return { module, deployed: new TemplateInstance(this.world, template, module.inputs, outer, locals) };
  }

  /** `reference(name or ID, [version], ['Full'])`: what Azure knows of a resource at run time. */
  private reference(values: readonly Value[], at: Place): Value | undefined {
    const [target, , full] = values;
    // A resource itself, as a lambda or a loop hands it on.
    if (target?.kind === 'runtime' && target.path === '') return target;
    const path = knownText(full)?.toLowerCase() === 'full' ? '' : 'properties';
    if (target?.kind === 'unknown' || target?.kind === 'runtime')
      return runtime(textOf([hole(target)]), path, trailAt(at));
    if (target?.kind !== 'text') return undefined;
    const name = knownText(target);
    const id = startsAsId(target)
      ? target
      : name === undefined
        ? this.idOfPattern(target)
        : this.idOfName(name, target, at);
    return id && runtime(id, path, trailAt(at));
  }

  /** `listOutputsWithSecureValues(deployment, version)`: how the compiler reads a module's outputs where one of them is secure. */
  private outputsOf([deployment]: readonly Value[], at: Place): Value | undefined {
    const found = deployment && this.reference([deployment], at);
    return found?.kind === 'runtime'
      ? this.runtimeMember(runtime(found.resource, '', trailAt(at)), 'outputs')
      : undefined;
  }

  /** What a name without an ID means: a symbolic name of language version 2, or the name of a resource of the template. */
  private idOfName(name: string, target: TextValue, at: Place): TextValue | undefined {
    const [, symbol = '', index] = /^(.+?)(?:\[(\d+)\])?$/.exec(name) ?? [];
    const named = this.resources.symbol(symbol, at);
    const resource = named?.kind === 'array' ? named.items[Number(index)] : named;
    if (resource?.kind === 'runtime') return resource.resource;
    const module = this.modules.named(symbol)[Number(index ?? 0)]?.module;
    if (module) return module.id;
    return (
      this.idByWrittenName(target) ??
      fullId(target, this.inputs.scope.id) ??
      joinText([this.inputs.scope.id, '/providers/Microsoft.Resources/deployments/', text(name)])
    );
  }

  /** What a text with holes means: an ID, its end from the provider on, or the name of a resource that has the same holes. */
  private idOfPattern(target: TextValue): TextValue {
    return this.idByWrittenName(target) ?? fullId(target, this.inputs.scope.id) ?? target;
  }

  private idByWrittenName(name: TextValue): TextValue | undefined {
    const all = this.resources.all();
    this.budget.step(all.length);
    const parts = splitName(name).length;
    const key = textKey(name);
    const found = all.find(({ definition, writtenName }) => {
      const isLong = definition.type.split('/').length === parts + 1;
      return isLong && writtenName.kind === 'text' && textKey(writtenName) === key;
    });
    return found?.id;
  }

  private once(key: string, compute: () => Value): Value {
    const known = this.known.get(key);
    if (known) return known;
    if (this.inProgress.has(key)) return unknown('it refers to itself', `itself(${this.path}${key})`);
    this.inProgress.add(key);
    try {
      const value = this.budget.shared(compute, () => tooMuch(this.path + key));
      this.known.set(key, value);
      return value;
    } finally {
      this.inProgress.delete(key);
    }
  }
}

/** A member of a deployment resource: its outputs, as `reference(…).outputs.name.value` reads them. */
function moduleMember({ module, deployed }: UsedTemplate, path: string, trail: Value['trail']): Value | undefined {
  const at = trail ?? module.place;
  if (/^properties\.outputs$/i.test(path)) {
    if (!deployed) return undefined;
    const entries = deployed
      .outputNames()
      .map((name) => [name, objectOf([['value', outputValue(deployed, name, at)]])] as const);
    return objectOf(entries, trail);
  }
  return /^outputs$/i.test(path) ? outputsObject({ module, deployed }, at) : undefined;
}
