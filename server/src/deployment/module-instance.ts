import type { Place } from '../base/place';
import type { ModuleDefinition, Template } from '../model/template';
import { underCondition } from './existence';
import type { Existence } from './existence';
import { groupScope, idOfScopeObject, rootScope, scopeOfId } from './locations';
import type { DeploymentScope } from './locations';
import { joinText } from './resource-id';
import type { Evaluate, Names, Scope } from './scope';
import type { TextValue, Value } from './value';
import { getEntry, knownText, text, unknown } from './values';

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
  readonly evaluate: Evaluate;
  /** The template that the module deploys; undefined where it cannot be read. */
  readonly template: Template | undefined;
}

/** One deployment of a module: one turn of its loop. */
export class ModuleInstance {
  private knownArguments: Value | undefined;
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
    const known = name
      ? this.guarded('name', () => this.surroundings.evaluate(name, this.nameScope))
      : this.hidden('name');
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
    };
  }

  private computeScope(): DeploymentScope {
    const { scope, evaluate } = this.surroundings;
    const { definition } = this;
    if (definition.scope) {
      const value = evaluate(definition.scope, this.nameScope);
      const id = idOfScopeObject(value);
      const named = id && scopeOfId(id, scope);
      const location = named && this.nameScope.names.runtimeMember(value, 'location');
      return (location ? { ...named, location } : named) ?? this.unknownScope();
    }
    if (!definition.resourceGroup && !definition.subscriptionId) return scope;
    const subscription = definition.subscriptionId
      ? evaluate(definition.subscriptionId, this.nameScope)
      : scope.subscriptionId;
    const name = definition.resourceGroup && evaluate(definition.resourceGroup, this.nameScope);
    // Azure takes an empty name for none: older verified modules rely on it.
    const own = knownText(name) === '' || name?.kind === 'null';
    if (own && !definition.subscriptionId) return scope;
    if (!name || own) return scopeOfId(joinText(['/subscriptions/', subscription]) ?? text(''), scope) ?? scope;
    const group = groupScope(subscription, name, scope.tenantId, scope.location);
    return scopeOfId(group.id, scope) ?? group;
  }

  private argument(name: string): Value | undefined {
    const { parameters } = this.definition;
    if (!parameters) return undefined;
    this.knownArguments ??= this.surroundings.evaluate(parameters, this.nameScope);
    const given = this.knownArguments;
    if (given.kind !== 'object') return this.unknownArgument(name);
    const value = getEntry(given, name)?.value;
    if (!value) return given.open ? this.unknownArgument(name) : undefined;
    if (this.nameScope.names.language !== 'arm') return value;
    const inner = value.kind === 'object' ? getEntry(value, 'value')?.value : undefined;
    return inner ?? this.unknownArgument(name);
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
