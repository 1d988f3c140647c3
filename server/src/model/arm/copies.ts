import { spanOf } from '../../base/span';
import type {
  ArrayExpression,
  CopyExpression,
  Expression,
  ObjectExpression,
  ObjectMember,
  ObjectProperty,
} from '../../syntax/expression';
import { findProperty, literalText, propertyValue } from '../../syntax/properties';

const COPY = 'copy';

/**
 * Turns each `copy` array inside a value into the properties that it makes:
 * `"copy": [{ "name": "subnets", "count": 3, "input": … }]` becomes the property `subnets`, whose value is a `CopyExpression`.
 * An array that lacks a name, a count or an input somewhere is an ordinary property, as it is for Azure.
 */
export function withCopies(value: Expression): Expression {
  if (value.kind === 'object') return objectWithCopies(value);
  if (value.kind === 'array') return arrayWithCopies(value);
  return value;
}

export function objectWithCopies(object: ObjectExpression): ObjectExpression {
  const members = withChanges(object.members, memberWithCopies);
  return members === object.members ? object : { ...object, members };
}

/** A `copy`: `{ "count": …, "input": … }`. An output's has no name, and `copyIndex()` means it. */
export function copyOf(copy: Expression, name: string): CopyExpression | undefined {
  const count = propertyValue(copy, 'count');
  const input = propertyValue(copy, 'input');
  if (count === undefined || input === undefined) return undefined;
  return { kind: 'copy', ...spanOf(copy), name, count, input: withCopies(input) };
}

function arrayWithCopies(array: ArrayExpression): ArrayExpression {
  const items = withChanges(array.items, (item) => (item.kind === 'spread' ? item : withCopies(item)));
  return items === array.items ? array : { ...array, items };
}

function memberWithCopies(member: ObjectMember): ObjectMember | readonly ObjectMember[] {
  if (member.kind !== 'property') return member;
  // Most names are told from it by their length alone.
  const isCopy = member.name?.length === COPY.length && member.name.toLowerCase() === COPY;
  const copies = isCopy ? copiedProperties(member.value) : undefined;
  if (copies !== undefined) return copies;
  const value = withCopies(member.value);
  return value === member.value ? member : { ...member, value };
}

/** What each item becomes; the list itself where all stay what they are, as they do nearly everywhere in a large template. */
function withChanges<T extends object>(items: readonly T[], change: (item: T) => T | readonly T[]): readonly T[] {
  let changed: T[] | undefined;
  for (const [index, item] of items.entries()) {
    const made = change(item);
    if (made !== item) changed ??= items.slice(0, index);
    if (isList(made)) changed?.push(...made);
    else changed?.push(made);
  }
  return changed ?? items;
}

function isList<T>(made: T | readonly T[]): made is readonly T[] {
  return Array.isArray(made);
}

/** Undefined where the value is no array of copies. */
function copiedProperties(copies: Expression): readonly ObjectProperty[] | undefined {
  if (copies.kind !== 'array' || copies.items.length === 0) return undefined;
  const properties: ObjectProperty[] = [];
  for (const item of copies.items) {
    const property = item.kind === 'object' ? copiedProperty(item) : undefined;
    if (property === undefined) return undefined;
    properties.push(property);
  }
  return properties;
}

function copiedProperty(item: ObjectExpression): ObjectProperty | undefined {
  const key = findProperty(item, 'name')?.value;
  if (key === undefined) return undefined;
  const name = literalText(key);
  const value = copyOf(item, name ?? '');
  return value === undefined ? undefined : { kind: 'property', ...spanOf(item), key, name, value };
}
