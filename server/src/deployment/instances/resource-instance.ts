import type { Place } from '../../base/place';
import type { ResourceDefinition } from '../../model/template';
import { underCondition } from '../values/existence';
import type { Existence } from '../values/existence';
import { idOfScopeObject, scopeOfId } from '../identity/locations';
import type { DeploymentScope } from '../identity/locations';
import { countOf } from '../expressions/loop-items';
import type { LoopCount } from '../expressions/loop-items';
import { oneName } from '../identity/one-name';
import { joinText, resourceId, splitName } from '../identity/resource-id';
import type { Evaluate, Scope } from '../expressions/scope';
import type { ObjectValue, TextValue, Value } from '../values/value';
import { getEntry, object, text, textKey, textOf, tooMuch, toSegments, unknown } from '../values/values';

/** What a resource needs of the template that it stands in. */
export interface ResourceSurroundings {
  readonly scope: DeploymentScope;
  readonly existence: Existence;
  readonly evaluate: Evaluate;
}

/** One resource of one deployment: one turn of its loop. What it asks for is worked out when it is asked for, and once. */
export class ResourceInstance {
  private knownName: Value | undefined;
  private knownId: TextValue | undefined;
  private knownBody: ObjectValue | undefined;
  private knownExistence: Existence | undefined;
  /** Guards against a name or body that needs itself. */
  private readonly inProgress = new Set<string>();

  constructor(
    readonly definition: ResourceDefinition,
    readonly nameScope: Scope,
    /** The turn of the loop, from 0; undefined outside a loop and where the loop is not unrolled. */
    readonly index: number | undefined,
    /** Stands for an unknown number of resources. */
    readonly symbolic: boolean,
    readonly enclosing: ResourceInstance | undefined,
    private readonly surroundings: ResourceSurroundings,
  ) {}

  /** Where people look for it in the text. */
  get place(): Place {
    const { start, end } = this.definition.nameSpan;
    return { uri: this.nameScope.names.uri, start, end };
  }

  /** The name as it is written: the last segment alone where the parent is named apart. */
  get writtenName(): Value {
    this.knownName ??= this.guarded('name', () => {
      const { name } = this.definition;
      return name ? this.surroundings.evaluate(name, this.nameScope) : this.unknownPart('name');
    });
    return this.knownName;
  }

  get id(): TextValue {
    this.knownId ??= this.guardedId();
    return this.knownId;
  }

  /** What stands between the braces, evaluated: `name`, `location`, `properties`, … */
  get body(): ObjectValue {
    if (this.knownBody) return this.knownBody;
    const value = this.guarded('body', () => this.surroundings.evaluate(this.definition.body, this.nameScope));
    const body = value.kind === 'object' ? value : object(new Map(), true);
    if (!this.inProgress.has('body')) this.knownBody = body;
    return body;
  }

  get existence(): Existence {
    this.knownExistence ??= this.computeExistence();
    return this.knownExistence;
  }

  /** What decides how many of it the template deploys: for each loop around it, from the innermost on. */
  get counts(): readonly LoopCount[] {
    const { loop } = this.definition;
    const outer = this.enclosing?.counts ?? [];
    return loop ? [countOf(loop, this.nameScope, this.surroundings.evaluate), ...outer] : outer;
  }

  /** A top-level property of the body. */
  property(name: string): Value | undefined {
    return getEntry(this.body, name)?.value;
  }

  private computeExistence(): Existence {
    const { condition } = this.definition;
    // A Bicep resource nested in another is compiled under its parent's condition; in ARM a parent's condition is its own alone.
    const inherits = this.definition.nested && this.nameScope.names.language === 'bicep';
    const outer = inherits && this.enclosing ? this.enclosing.existence : this.surroundings.existence;
    return underCondition(outer, condition ? this.surroundings.evaluate(condition, this.nameScope) : undefined);
  }

  private guardedId(): TextValue {
    if (this.inProgress.has('id')) return this.unknownId();
    this.inProgress.add('id');
    try {
      return this.computeId() ?? this.unknownId();
    } finally {
      this.inProgress.delete('id');
    }
  }

  private computeId(): TextValue | undefined {
    const { type } = this.definition;
    const name = oneName(this.writtenName);
    const trail = name.trail;
    const parent = this.parentId();
    if (parent) return this.idBelow(parent, name);
    const lower = type.toLowerCase();
    const base = this.scopeId();
    if (lower === 'microsoft.management/managementgroups') return joinText([`/providers/${type}/`, name], trail);
    const segments = toSegments(name);
    return segments ? resourceId(base, type, splitName(textOf(segments)), trail) : undefined;
  }

  /** A type nested as `providers/locks` goes with a name such as `Microsoft.Authorization/lock`, as any type of several parts does. */
  private idBelow(parent: TextValue, name: Value): TextValue | undefined {
    const { type, nested } = this.definition;
    const above = nested ? this.enclosing?.definition.type : undefined;
    const types = type.slice(above === undefined ? type.lastIndexOf('/') + 1 : above.length + 1).split('/');
    const names = name.kind === 'text' && types.length > 1 ? splitName(name) : [name];
    const parts = types.flatMap((part, index): (string | Value)[] => [`/${part}/`, names[index] ?? text('')]);
    return joinText([parent, ...parts], name.trail);
  }

  private parentId(): TextValue | undefined {
    if (this.enclosing && this.definition.nested) return this.enclosing.id;
    const { parent } = this.definition;
    if (!parent) return undefined;
    const value = this.surroundings.evaluate(parent, this.nameScope);
    return idOfScopeObject(value) ?? this.unknownId('parent');
  }

  /** The ID that the resource's own begins with: a deployment's scope, or the resource that it extends. */
  private scopeId(): TextValue {
    const { scope } = this.definition;
    const { scope: own } = this.surroundings;
    if (!scope) return own.id;
    const id = idOfScopeObject(this.surroundings.evaluate(scope, this.nameScope));
    if (!id) return this.unknownId('scope');
    if (id.segments.length === 0) return id;
    const absolute = textKey(id).startsWith('/') || id.segments[0]?.kind === 'hole';
    if (!absolute) return joinText([own.id, '/providers/', id]) ?? this.unknownId('scope');
    return scopeOfId(id, own)?.id ?? id;
  }

  private unknownId(what = 'id'): TextValue {
    return textOf([{ kind: 'hole', value: this.unknownPart(what) }]);
  }

  private guarded(what: string, compute: () => Value): Value {
    if (this.inProgress.has(what)) return this.unknownPart(what);
    this.inProgress.add(what);
    try {
      return this.nameScope.names.budget.shared(compute, () => tooMuch(`${what}@${this.key}`));
    } finally {
      this.inProgress.delete(what);
    }
  }

  private unknownPart(what: string): ReturnType<typeof unknown> {
    return unknown(`the resource’s ${what} cannot be worked out`, `${what}@${this.key}`);
  }

  /** Tells it from all other resources of the deployment. */
  private get key(): string {
    const { uri, start } = this.place;
    return `${this.nameScope.names.path}${uri}:${start}#${this.index ?? ''}`;
  }
}
