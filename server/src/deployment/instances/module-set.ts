import type { Place } from '../../base/place';
import type { ModuleDefinition } from '../../model/template';
import { turnsOf } from '../expressions/loop-items';
import type { Turn } from '../expressions/loop-items';
import type { DeployedTemplate, ModuleInstance } from './module-instance';
import { idKey } from '../identity/resource-id';
import type { Evaluate, Scope } from '../expressions/scope';
import type { Entry, Value } from '../values/value';
import { deferredArray, deferredEntry, deferredObject, nullValue, passedOn, trailAt, unknown } from '../values/values';

/** A module's deployment, and what it deploys where that could be read. */
export interface UsedModule {
  readonly module: ModuleInstance;
  readonly deployed: DeployedTemplate | undefined;
}

/** The modules of one use of a template, each made when it is first asked for. */
export class ModuleSet<T extends UsedModule> {
  private readonly made = new Map<ModuleDefinition, readonly T[]>();
  private readonly making = new Set<ModuleDefinition>();

  constructor(
    private readonly definitions: readonly ModuleDefinition[],
    private readonly scope: Scope,
    private readonly evaluate: Evaluate,
    private readonly make: (definition: ModuleDefinition, turn: Turn, symbolic: boolean) => T,
  ) {}

  all(): readonly T[] {
    return this.suchAs(() => true);
  }

  /** The modules of the definitions that are wanted. */
  suchAs(isWanted: (definition: ModuleDefinition) => boolean): readonly T[] {
    return this.definitions.filter(isWanted).flatMap((definition) => this.instancesOf(definition));
  }

  /** What a module's symbolic name stands for: an object with its outputs, or an array of them for a loop. */
  symbol(name: string, at: Place): Value | undefined {
    const definition = this.definitions.find((candidate) => candidate.symbol === name);
    if (!definition) return undefined;
    const used = this.instancesOf(definition);
    const values = used.map((instance) => moduleValue(instance, at));
    const [only] = values;
    if (!definition.loop && only) return only;
    return deferredArray(
      values,
      used.some(({ module }) => module.symbolic),
      trailAt(at),
    );
  }

  /** The module whose deployment an ID names. */
  find(id: string): T | undefined {
    // Working out a module's ID is dear, and may need the very value that is being looked up.
    if (!id.includes('/providers/microsoft.resources/deployments/')) return undefined;
    for (const definition of this.definitions) {
      const found = this.instancesOf(definition).find(({ module }) => idKey(module.id) === id);
      if (found) return found;
    }
    return undefined;
  }

  /** The modules written under a name: a symbol of language version 2. */
  named(symbol: string): readonly T[] {
    return this.definitions.filter((it) => it.symbol === symbol).flatMap((it) => this.instancesOf(it));
  }

  private instancesOf(definition: ModuleDefinition): readonly T[] {
    const known = this.made.get(definition);
    if (known) return known;
    if (this.making.has(definition)) return [];
    this.making.add(definition);
    try {
      const { turns, complete } = turnsOf(definition.loop, this.scope, this.evaluate);
      const used = turns.map((turn) => this.make(definition, turn, !complete && turn.index === undefined));
      this.made.set(definition, used);
      return used;
    } finally {
      this.making.delete(definition);
    }
  }
}

/** A module's outputs as an object. Each is worked out when it is read. */
export function outputsObject(used: UsedModule, at: Place): Value {
  const { deployed, module } = used;
  if (!deployed) return unknown('the module could not be read', `outputs(${module.path})`, trailAt(at));
  const entries = new Map<string, Entry>();
  for (const name of deployed.outputNames())
    entries.set(
      name,
      deferredEntry(() => outputValue(deployed, name, at)),
    );
  return deferredObject(entries, false, `outputs(${module.path})`, trailAt(at));
}

export function outputValue(deployed: DeployedTemplate, name: string, at: Place): Value {
  const value = deployed.output(name);
  return value
    ? passedOn(value, at, { kind: 'output', name })
    : unknown(`there is no output '${name}'`, `output(${name})`);
}

function moduleValue(used: UsedModule, at: Place): Value {
  const { module } = used;
  const entries = new Map<string, Entry>();
  entries.set('name', { value: module.name, key: undefined });
  entries.set('id', { value: module.id, key: undefined });
  // What is not deployed has no outputs: `.?outputs` is null.
  const outputs = (): Value => (module.existence.kind === 'no' ? nullValue(trailAt(at)) : outputsObject(used, at));
  entries.set('outputs', deferredEntry(outputs));
  return deferredObject(entries, true, `module(${module.path})`, trailAt(at));
}
