import type { Place } from '../../base/place';
import type { ModuleDefinition, Template } from '../../model/template';
import type { Expression, ObjectExpression } from '../../syntax/expression';
import { propertiesOf, propertyValue } from '../../syntax/properties';
import { reasonOf } from '../expressions/access';
import { underCondition } from '../values/existence';
import type { Existence } from '../values/existence';
import { uniqueStringOf } from '../functions/identity';
import { distribute } from '../values/guards';
import { groupScope, idOfScopeObject, rootScope, scopeOfId } from '../identity/locations';
import type { DeploymentScope } from '../identity/locations';
import { countOf } from '../expressions/loop-items';
import type { LoopCount } from '../expressions/loop-items';
import { joinText } from '../identity/resource-id';
import type { Evaluate, Names, Scope } from '../expressions/scope';
import type { TextValue, Value } from '../values/value';
import { getEntry, knownText, runtime, text, textKey, unknown, valueKey } from '../values/values';

/** What a template is given when it is put to use. */
export interface TemplateInputs {
  readonly path: string;
  readonly scope: DeploymentScope;
  readonly existence: Existence;
  readonly deploymentName: Value;
  /** The value given for a parameter (name in lower case); undefined where none is given. */
  readonly argument: (name: string) => Value | undefined;
  /** The module statements that lead here, the outermost first. */
  readonly through: readonly Place[];
  /** The loops of these statements, from the innermost on. */
  readonly counts: () => readonly LoopCount[];
}

/** What a deployed template can be asked from outside. */
export interface DeployedTemplate {
  readonly names: Names;
  output(name: string): Value | undefined;
  outputNames(): readonly string[];
}

export interface ModuleSurroundings {
  readonly scope: DeploymentScope;
  readonly existence: Existence;
  readonly through: readonly Place[];
  readonly counts: () => readonly LoopCount[];
  readonly evaluate: Evaluate;
  /** The template that the module deploys; undefined where it cannot be read. */
  readonly template: Template | undefined;
}

/** One deployment of a module: one turn of its loop. */
export class ModuleInstance {
  private knownParameters: Value | undefined;
  private readonly knownArguments = new Map<string, Value>();
  private knownName: Value | undefined;
  private knownScope: DeploymentScope | undefined;
  private knownExistence: Existence | undefined;
  /** Guards against a name or scope that needs itself. */
  private readonly inProgress = new Set<string>();

  constructor(
    readonly definition: ModuleDefinition,
    readonly nameScope: Scope,
    readonly index: number | undefined,
    readonly symbolic: boolean,
    private readonly surroundings: ModuleSurroundings,
  ) {}

  get template(): Template | undefined {
    return this.surroundings.template;
  }

  get place(): Place {
    const { start, end } = this.definition.nameSpan;
    return { uri: this.nameScope.names.uri, start, end };
  }

  get existence(): Existence {
    const { condition } = this.definition;
    const { existence, evaluate } = this.surroundings;
    this.knownExistence ??= underCondition(existence, condition ? evaluate(condition, this.nameScope) : undefined);
    return this.knownExistence;
  }

  /** The deployment's name; Bicep makes one up where none is written. */
  get name(): Value {
    if (this.knownName) return this.knownName;
    const { name } = this.definition;
    const known = this.guarded('name', () =>
      name ? this.surroundings.evaluate(name, this.nameScope) : this.generatedName(),
    );
    if (known) this.knownName = known;
    return known ?? this.hidden('name');
  }

  /** The ID of the deployment resource. */
  get id(): TextValue {
    const { id } = this.scope;
    return joinText([id, '/providers/Microsoft.Resources/deployments/', this.name]) ?? text('');
  }

  get path(): string {
    const key = `${this.definition.symbol ?? this.definition.span.start}${this.index === undefined ? '' : `[${this.index}]`}`;
    return `${this.nameScope.names.path}${key}/`;
  }

  /** Where the module's template is deployed to. */
  get scope(): DeploymentScope {
    if (this.knownScope) return this.knownScope;
    const known = this.guarded('scope', () => this.computeScope());
    if (known) this.knownScope = known;
    return known ?? this.unknownScope();
  }

  get inputs(): TemplateInputs {
    return {
      path: this.path,
      scope: this.scope,
      existence: this.existence,
      deploymentName: this.name,
      argument: (name) => this.argument(name),
      through: [...this.surroundings.through, this.place],
      counts: () => this.counts(),
    };
  }

  /** All that is given for parameters, by their names as they are written: whoever knows the template asks for each by its name. */
  get given(): ReadonlyMap<string, Value> {
    return new Map(
      this.givenNames().flatMap((name): [string, Value][] => {
        const value = this.argument(name.toLowerCase());
        return value ? [[name, value]] : [];
      }),
    );
  }

  private givenNames(): readonly string[] {
    const { parameters } = this.definition;
    if (!parameters) return [];
    if (isWrittenOut(parameters)) return propertiesOf(parameters).flatMap(({ name }) => name ?? []);
    this.knownParameters ??= this.surroundings.evaluate(parameters, this.nameScope);
    return this.knownParameters.kind === 'object' ? [...this.knownParameters.entries.keys()] : [];
  }

  private counts(): readonly LoopCount[] {
    const { loop } = this.definition;
    const { counts, evaluate } = this.surroundings;
    return loop ? [countOf(loop, this.nameScope, evaluate), ...counts()] : counts();
  }

  /** As the Bicep compiler names a module without `name`: `symbol-index-hash`, of at most 64 letters. */
  private generatedName(): Value {
    const { names } = this.nameScope;
    const symbol = this.definition.symbol ?? '';
    const around = names.scopeFunction('deployment', [], this.place);
    const name = around?.kind === 'object' ? getEntry(around, 'name')?.value : undefined;
    const key = (): string => `uniqueString(${symbol},${valueKey(name ?? text(''))})`;
    const hash = name && (uniqueStringOf([text(symbol), name]) ?? unknown(reasonOf(name), key, undefined, 'name'));
    if (!hash || (this.definition.loop && this.index === undefined)) return this.hidden('name');
    const start = this.index === undefined ? symbol.slice(0, 50) : `${symbol.slice(0, 46)}-${this.index}`;
    return joinText([`${start}-`, hash]) ?? this.hidden('name');
  }

  /** A resource group that is declared beside the module gives it its location. */
  private computeScope(): DeploymentScope {
    const named = this.writtenScope();
    if (named.kind !== 'resourceGroup' || named === this.surroundings.scope) return named;
    const location = this.nameScope.names.runtimeMember(runtime(named.id, ''), 'location');
    return location ? { ...named, location } : named;
  }

  private writtenScope(): DeploymentScope {
    const { scope, evaluate } = this.surroundings;
    const { definition } = this;
    if (definition.scope) {
      const id = idOfScopeObject(evaluate(definition.scope, this.nameScope));
      return (id && scopeOfId(absoluteId(id), scope)) ?? this.unknownScope();
    }
    if (!definition.resourceGroup && !definition.subscriptionId) return scope;
    const part = (what: string, written: Expression): Value => {
      const value = evaluate(written, this.nameScope);
      return value.kind === 'oneOf' ? this.hidden(what) : value;
    };
    const { subscriptionId } = definition;
    const subscription = subscriptionId ? part('subscription', subscriptionId) : scope.subscriptionId;
    const name = definition.resourceGroup && part('resourceGroup', definition.resourceGroup);
    // Azure takes an empty name for none: older verified modules rely on it.
    const own = knownText(name) === '' || name?.kind === 'null';
    if (own && !definition.subscriptionId) return scope;
    if (!name || own) return scopeOfId(joinText(['/subscriptions/', subscription]) ?? text(''), scope) ?? scope;
    const group = groupScope(subscription, name, scope.tenantId, scope.location);
    return scopeOfId(group.id, scope) ?? group;
  }

  /**
   * What is given for a parameter. Arguments that are written one by one are worked out one by one: one may need what another one of them
   * brings about.
   */
  private argument(name: string): Value | undefined {
    const { parameters } = this.definition;
    if (!parameters) return undefined;
    const known = this.knownArguments.get(name);
    if (known) return known;
    const value = isWrittenOut(parameters) ? this.writtenArgument(name, parameters) : this.givenIn(parameters, name);
    if (value) this.knownArguments.set(name, value);
    return value;
  }

  private writtenArgument(name: string, parameters: Expression): Value | undefined {
    const written = propertyValue(parameters, name);
    return written && this.argumentOf(name, this.surroundings.evaluate(written, this.nameScope));
  }

  private givenIn(parameters: Expression, name: string): Value | undefined {
    this.knownParameters ??= this.surroundings.evaluate(parameters, this.nameScope);
    const given = this.knownParameters;
    if (given.kind !== 'object') return this.unknownArgument(name);
    const value = getEntry(given, name)?.value;
    if (!value) return given.open ? this.unknownArgument(name) : undefined;
    return this.argumentOf(name, value);
  }

  private argumentOf(name: string, value: Value): Value {
    if (this.nameScope.names.language !== 'arm') return value;
    // The compiler chooses between whole arguments: `if(…, createObject('value', …), createObject('value', null()))`.
    return distribute([value], ([argument]) => {
      const inner = argument?.kind === 'object' ? getEntry(argument, 'value')?.value : undefined;
      return inner ?? this.unknownArgument(name);
    });
  }

  private unknownArgument(name: string): Value {
    return unknown(`what is given for '${name}' is not known`, `argument(${this.path}${name})`);
  }

  private unknownScope(): DeploymentScope {
    const { template } = this;
    const kind = template?.scope ?? 'resourceGroup';
    const scope = rootScope(kind, {});
    return kind === 'resourceGroup'
      ? groupScope(this.hidden('subscription'), this.hidden('resourceGroup'), scope.tenantId, scope.location)
      : scope;
  }

  private hidden(what: string): Value {
    return unknown(`the module’s ${what} is not known`, `${what}(${this.path})`, undefined, 'name');
  }

  /** Undefined where the answer is being worked out already: it would need itself. */
  private guarded<T>(what: string, compute: () => T): T | undefined {
    if (this.inProgress.has(what)) return undefined;
    this.inProgress.add(what);
    try {
      return compute();
    } finally {
      this.inProgress.delete(what);
    }
  }
}

/** Whether each argument stands in the text with its name: nothing is spread or taken from elsewhere. */
function isWrittenOut(parameters: Expression): parameters is ObjectExpression {
  if (parameters.kind !== 'object') return false;
  return parameters.members.every((member) => member.kind === 'property' && member.name !== undefined);
}

/** ARM names a management group without the slash and the providers before it. */
function absoluteId(id: TextValue): TextValue {
  const isRelative = /^Microsoft\.Management\//i.test(textKey(id));
  return (isRelative ? joinText(['/providers/', id]) : undefined) ?? id;
}
