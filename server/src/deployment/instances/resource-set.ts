import type { Place } from '../../base/place';
import type { ResourceDefinition } from '../../model/template';
import { allResources } from '../project/natures';
import { idKey } from '../identity/resource-id';
import { ResourceInstance } from './resource-instance';
import type { ResourceSurroundings } from './resource-instance';
import { turnAt, turnsOf } from '../expressions/loop-items';
import type { Scope } from '../expressions/scope';
import type { RuntimeValue, Value } from '../values/value';
import { array, runtime, trailAt } from '../values/values';

/** The resources of one use of a template, each made when it is first asked for. */
export class ResourceSet {
  private readonly bySymbol = new Map<string, ResourceDefinition>();
  private readonly parents = new Map<ResourceDefinition, ResourceDefinition>();
  private readonly made = new Map<ResourceDefinition, readonly ResourceInstance[]>();
  private readonly making = new Set<ResourceDefinition>();
  /** Instances by the key of their ID, as far as somebody has referred to them. */
  private readonly byId = new Map<string, ResourceInstance>();

  constructor(
    private readonly definitions: readonly ResourceDefinition[],
    private readonly scope: Scope,
    private readonly surroundings: ResourceSurroundings,
  ) {
    // An outer resource's name wins over a nested one's, wherever the two stand: the nested one is reached through `::`.
    for (const definition of [...definitions, ...allResources(definitions)]) {
      if (definition.symbol !== undefined && !this.bySymbol.has(definition.symbol)) {
        this.bySymbol.set(definition.symbol, definition);
      }
      for (const child of definition.children) this.parents.set(child, definition);
    }
  }

  /** Every resource, nested ones after their parents. */
  all(): readonly ResourceInstance[] {
    return this.suchAs(() => true);
  }

  /** The resources of the definitions that are wanted. */
  suchAs(isWanted: (definition: ResourceDefinition) => boolean): readonly ResourceInstance[] {
    return [...allResources(this.definitions)].filter(isWanted).flatMap((definition) => this.instancesOf(definition));
  }

  /** What a symbolic name stands for: a resource, or an array of them for a loop. */
  symbol(name: string, at: Place): Value | undefined {
    const definition = this.bySymbol.get(name);
    return definition && this.reference(definition, at);
  }

  /** The resources that a symbolic name stands for, existing ones included. */
  named(symbol: string): readonly ResourceInstance[] {
    const definition = this.bySymbol.get(symbol);
    return definition ? this.instancesOf(definition) : [];
  }

  /** `symbol[position]` where it is not known which of the turns that is: the one that it stands for. */
  turn(symbol: string, position: Value, at: Place): Value | undefined {
    const definition = this.bySymbol.get(symbol);
    if (definition?.loop?.kind !== 'items' || definition.nested) return undefined;
    const isComplete = !this.instancesOf(definition).some(({ symbolic }) => symbolic);
    if (position.kind === 'number' && isComplete) return undefined;
    const list = this.surroundings.evaluate(definition.loop.iterable, this.scope);
    const scope = turnAt(definition.loop, list, position, this.scope);
    const instance = new ResourceInstance(definition, scope, undefined, true, undefined, this.surroundings);
    this.byId.set(idKey(instance.id), instance);
    return runtime(instance.id, '', trailAt(at));
  }

  /** `parent::name`. */
  nested(parent: Value, name: string): Value | undefined {
    const owner = this.find(parent);
    const definition = owner?.definition.children.find((child) => child.symbol === name);
    return owner && definition ? this.reference(definition, owner.place) : undefined;
  }

  /** The resource of this template that a value refers to. */
  find(value: Value): ResourceInstance | undefined {
    if (value.kind !== 'runtime') return undefined;
    const key = idKey(value.resource);
    // What was referred to is found without asking the others for their IDs, which may need the very value that is being looked up.
    const known = this.byId.get(key);
    if (known) return known;
    for (const definition of allResources(this.definitions)) {
      if (!key.endsWith('}') && !mayHaveType(key, definition.type)) continue;
      const found = this.instancesOf(definition).find((instance) => idKey(instance.id) === key);
      if (found) return found;
    }
    return undefined;
  }

  instancesOf(definition: ResourceDefinition): readonly ResourceInstance[] {
    const known = this.made.get(definition);
    if (known) return known;
    if (this.making.has(definition)) return [];
    this.making.add(definition);
    try {
      const parent = this.parents.get(definition);
      const owners: readonly (ResourceInstance | undefined)[] = parent ? this.instancesOf(parent) : [undefined];
      const instances = owners.flatMap((owner) => this.turnsBelow(definition, owner));
      this.made.set(definition, instances);
      return instances;
    } finally {
      this.making.delete(definition);
    }
  }

  private turnsBelow(definition: ResourceDefinition, owner: ResourceInstance | undefined): readonly ResourceInstance[] {
    const scope = owner?.nameScope ?? this.scope;
    const { turns, complete } = turnsOf(definition.loop, scope, this.surroundings.evaluate);
    return turns.map((turn) => {
      const symbolic = (!complete && turn.index === undefined) || (owner?.symbolic ?? false);
      const index = definition.loop ? turn.index : owner?.index;
      return new ResourceInstance(definition, turn.scope, index, symbolic, owner, this.surroundings);
    });
  }

  private reference(definition: ResourceDefinition, at: Place): Value {
    const instances = this.instancesOf(definition);
    for (const instance of instances) this.byId.set(idKey(instance.id), instance);
    const values = instances.map((instance): RuntimeValue => runtime(instance.id, '', trailAt(at)));
    const [only] = values;
    if (!definition.loop && only) return only;
    return array(
      values,
      instances.some((instance) => instance.symbolic),
      trailAt(at),
    );
  }
}

function mayHaveType(key: string, type: string): boolean {
  const last = type.slice(type.lastIndexOf('/') + 1).toLowerCase();
  return last === '' || key.includes(`/${last}/`);
}
