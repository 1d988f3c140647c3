import type { Expression, ObjectExpression, ObjectProperty } from './expression';

/** The property of an object by its name, compared without case as Azure does; undefined where it is not written down. */
export function findProperty(object: Expression | undefined, name: string): ObjectProperty | undefined {
  if (object?.kind !== 'object') return undefined;
  const wanted = name.toLowerCase();
  for (const member of object.members) {
    // Most names are told apart by their length alone.
    if (member.kind === 'property' && member.name?.length === name.length && member.name.toLowerCase() === wanted)
      return member;
  }
  return undefined;
}

export function propertyValue(object: Expression | undefined, name: string): Expression | undefined {
  return findProperty(object, name)?.value;
}

/** The properties of an object that are written one by one. */
export function propertiesOf(object: ObjectExpression): readonly ObjectProperty[] {
  return object.members.filter((member) => member.kind === 'property');
}

/** The text of a string without holes. */
export function literalText(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'string' ? expression.value : undefined;
}
