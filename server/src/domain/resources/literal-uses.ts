import { append } from '../../base/append';
import type { Place } from '../../base/place';
import type { Uri } from '../../base/uri';
import { ZONE_GROUP_TYPE, ZONE_TYPE } from '../../data/resource-types';
import type { DeployedResource, Deployment, UnreadModule } from '../../deployment/deployment';
import type { Trail, Value } from '../../deployment/values/value';
import { originOf } from '../../deployment/values/values';
import { flatText } from '../names/flat-text';

/** A value of a deployed resource that a literal is, or is a part of. */
export interface LiteralUse {
  readonly resource: DeployedResource;
  /** The names and indexes that lead to the value, in lower case: `properties.subnets.0.name`. */
  readonly path: string;
}

/** What a deployment makes of each literal. A fix must not change one that something else is content with. */
export class LiteralUses {
  private known: ReadonlyMap<Uri, LiteralsOfFile> | undefined;
  private givenAway: readonly Place[] | undefined;

  /** `deployment` is asked for when something is looked for; without one there is no use. */
  constructor(private readonly deployment: () => Deployment | undefined) {}

  /** The uses of the literal that a place is, or is a part of. */
  at({ uri, start, end }: Place): readonly LiteralUse[] {
    // Most templates have nothing to fix, so most are not searched.
    this.known ??= inOrder(usesOf(this.deployment()?.resources ?? []));
    return this.known.get(uri)?.around(start, end) ?? [];
  }

  /** Whether something else takes the literal at a place, too: also a module that cannot be read, unless it is given a host's name. */
  isShared(place: Place | undefined, isMeant: (use: LiteralUse) => boolean): boolean {
    if (place === undefined) return false;
    return this.at(place).some((use) => !isMeant(use)) || this.isGivenAway(place);
  }

  private isGivenAway({ uri, start, end }: Place): boolean {
    this.givenAway ??= givenLiterals(this.deployment()?.unread ?? []);
    return this.givenAway.some((it) => it.uri === uri && it.start <= start && end <= it.end);
  }
}

/** Whether a value names private DNS zones: the name of one or of something in one, or an ID in a zone group. */
export function namesZone({ resource, path }: LiteralUse): boolean {
  const type = resource.type.toLowerCase();
  const inZone = type === ZONE_TYPE || type.startsWith(`${ZONE_TYPE}/`);
  return (inZone && path !== 'location') || type === ZONE_GROUP_TYPE;
}

interface UsedLiteral extends Place {
  readonly uses: LiteralUse[];
}

/** The literals of one file that something takes, found by their place. */
class LiteralsOfFile {
  /** How far the literals reach that start no later than the one at the same index: one may stand in another. */
  private readonly reach: readonly number[];

  /** `literals` are in the order of the text. */
  constructor(private readonly literals: readonly UsedLiteral[]) {
    let furthest = 0;
    this.reach = literals.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  /** The uses of the literals that hold a whole stretch. */
  around(start: number, end: number): readonly LiteralUse[] {
    const found: LiteralUse[] = [];
    for (let index = this.startingBehind(start) - 1; (this.reach[index] ?? -1) >= end; index--) {
      const literal = this.literals[index];
      if (literal && literal.end >= end) append(found, literal.uses);
    }
    return found;
  }

  /** The index of the first literal that starts behind an offset. */
  private startingBehind(offset: number): number {
    let low = 0;
    let high = this.literals.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.literals[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function inOrder(literals: ReadonlyMap<Uri, ReadonlyMap<string, UsedLiteral>>): ReadonlyMap<Uri, LiteralsOfFile> {
  const files = [...literals].map(([uri, inFile]) => {
    const sorted = [...inFile.values()].sort((a, b) => a.start - b.start);
    return [uri, new LiteralsOfFile(sorted)] as const;
  });
  return new Map(files);
}

function usesOf(resources: readonly DeployedResource[]): Map<Uri, Map<string, UsedLiteral>> {
  const literals = new Map<Uri, Map<string, UsedLiteral>>();
  for (const resource of resources) {
    for (const [name, { value }] of resource.body.entries) {
      const path = name.toLowerCase();
      // What a resource waits for follows from the other names.
      if (path === 'dependson') continue;
      for (const found of literalsIn(value, path)) addUse(literals, found.trails, { resource, path: found.path });
    }
  }
  return literals;
}

/** What modules are given that cannot be read, without names of hosts and zones: those mean the same wherever they are given. */
function givenLiterals(unread: readonly UnreadModule[]): readonly Place[] {
  const values = unread.flatMap(({ given, standIn }) => (standIn ? [] : [...given().values()]));
  const literals = values.flatMap((value) => [...literalsIn(value, '')]);
  const others = literals.filter(({ value }) => value.kind !== 'text' || !HOST.test(flatText(value).text));
  return others.flatMap(({ trails }) => trails.flatMap((trail) => originOf(trail) ?? []));
}

const HOST = /privatelink|windowsazure/i;

function addUse(
  literals: Map<Uri, Map<string, UsedLiteral>>,
  trails: readonly (Trail | undefined)[],
  use: LiteralUse,
): void {
  for (const trail of trails) {
    const origin = originOf(trail);
    if (!origin) continue;
    const { uri, start, end } = origin;
    const inFile = literals.get(uri) ?? new Map<string, UsedLiteral>();
    const key = `${start}-${end}`;
    const literal = inFile.get(key) ?? { uri, start, end, uses: [] };
    if (literal.uses.at(-1)?.path !== use.path || literal.uses.at(-1)?.resource !== use.resource)
      literal.uses.push(use);
    literals.set(uri, inFile.set(key, literal));
  }
}

/** The ways of what a value is made of that stands in a file as a literal. */
function* literalsIn(
  value: Value,
  path: string,
): Iterable<{ readonly trails: readonly (Trail | undefined)[]; readonly path: string; readonly value: Value }> {
  switch (value.kind) {
    case 'text':
      yield { trails: value.segments.map((it) => (it.kind === 'known' ? it.trail : undefined)), path, value };
      return;
    case 'boolean':
      yield { trails: [value.trail], path, value };
      return;
    case 'object':
      for (const [name, entry] of value.entries) yield* literalsIn(entry.value, `${path}.${name.toLowerCase()}`);
      return;
    case 'array':
      for (const [index, item] of value.items.entries()) yield* literalsIn(item, `${path}.${index}`);
      return;
    case 'oneOf':
      for (const option of value.options) yield* literalsIn(option.value, path);
      return;
    case 'number':
    case 'null':
    case 'runtime':
    case 'unknown':
      return;
  }
}
