import type { JsonObject, JsonValue } from '../../server/src/formats/evaluated-value';

/**
 * How a value of ours stands to the real engine's. `more`: the engine left an expression and we know what it comes to, or more of it;
 * `less`: the other way round; `different` must never be.
 */
export type Verdict = 'equal' | 'more' | 'less' | 'different';

export interface Judgement {
  readonly verdict: Verdict;
  /** The resource's type and the way to the value: `Microsoft.Network/privateEndpoints properties.subnet.id`. */
  readonly where: string;
  readonly expected: JsonValue | undefined;
  readonly ours: JsonValue | undefined;
}

export interface Comparison {
  readonly judgements: readonly Judgement[];
  /** Resources of the engine that we do not have. */
  readonly missing: readonly JsonObject[];
  /** Resources of ours that the engine does not have. */
  readonly extra: readonly JsonObject[];
}

/** Compares what would be deployed: the same resources as often, and of each every value. */
export function compareResources(expected: readonly JsonObject[], ours: readonly JsonObject[]): Comparison {
  const { pairs, missing, extra } = paired(expected, ours);
  const judgements = pairs.flatMap(([one, other]) => [...compared(one, other, textOf(one['type']), '')]);
  return { judgements, missing, extra };
}

/** Those with equal IDs first, then those of which one's ID is known better than the other's. */
function paired(
  expected: readonly JsonObject[],
  ours: readonly JsonObject[],
): { pairs: (readonly [JsonObject, JsonObject])[]; missing: JsonObject[]; extra: JsonObject[] } {
  const pairs: (readonly [JsonObject, JsonObject])[] = [];
  const extra = [...ours];
  let missing = [...expected];
  const take = (fits: (one: JsonObject, other: JsonObject) => boolean): void => {
    missing = missing.filter((one) => {
      const index = extra.findIndex((other) => fits(one, other));
      const [found] = index < 0 ? [] : extra.splice(index, 1);
      if (found) pairs.push([one, found]);
      return !found;
    });
  };
  const key = ({ id }: JsonObject): string => JSON.stringify(id).toLowerCase();
  take((one, other) => key(one) === key(other));
  take((one, other) => one['type'] === other['type'] && verdictOf(one['id'], other['id']) === 'more');
  return { pairs, missing, extra };
}

function* compared(
  expected: JsonValue | undefined,
  ours: JsonValue | undefined,
  type: string,
  path: string,
): Iterable<Judgement> {
  if (isPlain(expected) && isPlain(ours)) {
    yield* comparedObjects(expected, ours, type, path);
  } else if (isList(expected) && isList(ours)) {
    for (let index = 0; index < Math.max(expected.length, ours.length); index++) {
      yield* compared(expected[index], ours[index], type, `${path}[${index}]`);
    }
  } else {
    yield { verdict: verdictOf(expected, ours), where: `${type} ${path}`, expected, ours };
  }
}

/** Names of properties have no case in Azure. */
function* comparedObjects(expected: JsonObject, ours: JsonObject, type: string, path: string): Iterable<Judgement> {
  const theirs = withoutCase(expected);
  const own = withoutCase(ours);
  for (const name of new Set([...theirs.keys(), ...own.keys()])) {
    yield* compared(theirs.get(name), own.get(name), type, path === '' ? name : `${path}.${name}`);
  }
}

function withoutCase(value: JsonObject): Map<string, JsonValue> {
  return new Map(Object.entries(value).map(([name, inner]) => [name.toLowerCase(), inner]));
}

function verdictOf(expected: JsonValue | undefined, ours: JsonValue | undefined): Verdict {
  if (JSON.stringify(expected) === JSON.stringify(ours)) return 'equal';
  if (isUnknown(expected)) return isUnknown(ours) ? betweenUnknowns(expected, ours) : fitsUnknown(expected, ours);
  return isUnknown(ours) ? 'less' : 'different';
}

function fitsUnknown(expected: JsonObject, ours: JsonValue | undefined): Verdict {
  const { pattern, of, oneOf } = expected;
  if (typeof pattern === 'string') return typeof ours === 'string' && matches(pattern, ours) ? 'more' : 'different';
  if (isList(oneOf)) return oneOf.some((option) => agree(option, ours)) ? 'more' : 'different';
  // The ID of a part of a resource, such as a network's subnet, lies below the resource's own.
  const isPartId = typeof of === 'string' && textOf(expected['unknown']).endsWith('.id');
  return isPartId && !textOf(ours).toLowerCase().startsWith(`${of.toLowerCase()}/`) ? 'different' : 'more';
}

function agree(expected: JsonValue | undefined, ours: JsonValue | undefined): boolean {
  return [...compared(expected, ours, '', '')].every(({ verdict }) => verdict === 'equal' || verdict === 'more');
}

function betweenUnknowns(expected: JsonObject, ours: JsonObject): Verdict {
  if (typeof expected['pattern'] === 'string' && typeof ours['pattern'] === 'string') {
    if (expected['pattern'].toLowerCase() === ours['pattern'].toLowerCase()) return 'equal';
    if (matches(expected['pattern'], ours['pattern'])) return 'more';
    return matches(ours['pattern'], expected['pattern']) ? 'less' : 'different';
  }
  const [theirs, own] = [expected['of'], ours['of']];
  if (typeof theirs === 'string' && typeof own === 'string') {
    if (`${theirs} ${pathOf(expected)}`.toLowerCase() === `${own} ${pathOf(ours)}`.toLowerCase()) return 'equal';
    // The engine knows a module's output only where it is text; we look through to the resource that it is read from.
    return isOutput(expected) ? 'more' : 'different';
  }
  if (isOutput(expected)) return 'equal';
  if (typeof theirs === 'string') return 'less';
  const options = expected['oneOf'];
  const pattern = ours['pattern'];
  if (isList(options) && typeof pattern === 'string')
    return options.every((it) => overlaps(it, pattern)) ? 'more' : 'different';
  if (typeof expected['pattern'] === 'string') return 'less';
  return typeof own === 'string' || typeof ours['pattern'] === 'string' ? 'more' : 'equal';
}

function isOutput({ of }: JsonObject): boolean {
  return typeof of === 'string' && /\/Microsoft\.Resources\/deployments\//i.test(of);
}

/** Whether a text, or one that is known in part, may be a text of the pattern. */
function overlaps(value: JsonValue, pattern: string): boolean {
  const text = isObject(value) ? value['pattern'] : value;
  return typeof text !== 'string' || matches(pattern, text) || matches(text, pattern);
}

/** The path into a resource, which stands behind the reason. */
function pathOf({ unknown }: JsonObject): string {
  return textOf(unknown).split(': ')[1] ?? '';
}

function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'is').test(text);
}

function isUnknown(value: JsonValue | undefined): value is JsonObject {
  return isObject(value) && ('unknown' in value || 'pattern' in value);
}

function isPlain(value: JsonValue | undefined): value is JsonObject {
  return isObject(value) && !isUnknown(value);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
