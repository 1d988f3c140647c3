import { reasonOf } from '../deployment/expressions/access';
import type {
  HoleSegment,
  KnownSegment,
  OneOfValue,
  RuntimeValue,
  TextSegment,
  TextValue,
  Trail,
  UnknownValue,
  Value,
} from '../deployment/values/value';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** Values nested deeper than this are not printed: no resource of Azure comes near. */
const MOST_DEEP = 100;

/** What is printed of the value of a secure parameter. */
const SECRET = { unknown: 'it is a secret' };

/** A value as JSON: `{ "unknown": reason, "of": RESOURCE-ID? }` for what is not known, `{ "pattern": "a-*-b" }` for a text with holes. */
export function evaluatedValue(value: Value, depth = 0): JsonValue {
  if (depth > MOST_DEEP) return { unknown: 'it is nested too deeply' };
  if (isSecret(value.trail)) return SECRET;
  switch (value.kind) {
    case 'text':
      return evaluatedText(value);
    case 'number':
    case 'boolean':
      return value.value;
    case 'null':
      return null;
    case 'array': {
      const items = value.items.map((item) => evaluatedValue(item, depth + 1));
      return value.open ? [...items, { unknown: 'there may be more items' }] : items;
    }
    case 'object': {
      const entries = [...value.entries].map(
        ([name, entry]) => [name, evaluatedValue(entry.value, depth + 1)] as const,
      );
      const more = value.open ? [['*', { unknown: 'there may be more properties' }] as const] : [];
      return Object.fromEntries([...entries, ...more]);
    }
    case 'oneOf':
      return choice(value, depth);
    case 'runtime':
    case 'unknown':
      return notKnown(value);
  }
}

/** A text: itself where it is known, else a pattern with a star for each run of holes. */
export function evaluatedText(value: TextValue): JsonValue {
  const [first, ...others] = value.segments;
  if (first?.kind === 'hole' && others.length === 0) return notKnown(first.value);
  if (isSecret(value.trail)) return SECRET;
  const isKnown = value.segments.every(isShown);
  return isKnown ? patternOf(value) : { pattern: patternOf(value) };
}

function isShown(segment: TextSegment): segment is KnownSegment {
  return segment.kind === 'known' && !isSecret(segment.trail);
}

/** Whether a value came through a secure parameter. */
function isSecret(trail: Trail | undefined): boolean {
  for (let at = trail; at; at = at.from) if (at.via?.nature === 'secret') return true;
  return false;
}

function patternOf(value: TextValue): string {
  const parts = value.segments.map((segment) => (isShown(segment) ? segment.text : '*'));
  return parts.join('').replace(/\*{2,}/g, '*');
}

function notKnown(value: HoleSegment['value']): JsonObject {
  return value.kind === 'unknown' ? unknownValue(value) : runtimeValue(value);
}

function unknownValue(value: UnknownValue): JsonObject {
  return { unknown: value.reason };
}

function runtimeValue(value: RuntimeValue): JsonObject {
  const what = value.path === '' ? '' : `: ${value.path}`;
  return { unknown: `${reasonOf(value)}${what}`, of: patternOf(value.resource) };
}

/** One of several: which one is not known, what they are is. */
function choice({ options }: OneOfValue, depth: number): JsonObject {
  const distinct = new Map(
    options.map(({ value }) => evaluatedValue(value, depth + 1)).map((it) => [JSON.stringify(it), it]),
  );
  return { unknown: 'it is one of several values', oneOf: [...distinct.values()] };
}
