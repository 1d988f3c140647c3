import { spanOf } from '../../base/span';
import type { Expression, ObjectExpression, ObjectProperty } from '../../syntax/expression';
import { literalText, propertiesOf, propertyValue } from '../../syntax/properties';
import type { FunctionDefinition, OutputDefinition, ParameterDefinition, VariableDefinition } from '../template';
import { copyOf, objectWithCopies, withCopies } from './copies';

/** A type may be named through several `$ref`s; a chain this long is a circle. */
const MAX_REFERENCES = 8;

export function lowerParameters(template: ObjectExpression): ReadonlyMap<string, ParameterDefinition> {
  const definitions = propertyValue(template, 'definitions');
  return named(propertyValue(template, 'parameters'), (property, name) => {
    const types = typeChain(property.value, definitions);
    const declared = types
      .map((type) => literalText(propertyValue(type, 'type'))?.toLowerCase())
      .find((type) => type !== undefined);
    const allowed = types
      .map((type) => propertyValue(type, 'allowedValues'))
      .find((values) => values?.kind === 'array');
    return {
      name,
      span: spanOf(property),
      nameSpan: spanOf(property.key),
      type: declared?.replace(/^secure/, ''),
      default: propertyValue(property.value, 'defaultValue'),
      allowed: allowed?.kind === 'array' ? allowed.items.filter((item) => item.kind !== 'spread') : undefined,
      secure: declared?.startsWith('secure') ?? false,
      nullable: types.some((type) => isTrue(propertyValue(type, 'nullable'))),
    };
  });
}

export function lowerVariables(template: ObjectExpression): ReadonlyMap<string, VariableDefinition> {
  const section = propertyValue(template, 'variables');
  return named(section?.kind === 'object' ? objectWithCopies(section) : undefined, variable);
}

/** The values of a parameters file. */
export function lowerAssignments(file: ObjectExpression): ReadonlyMap<string, VariableDefinition> {
  return named(propertyValue(file, 'parameters'), (property, name) => ({
    ...variable(property, name),
    value: assignedValue(property.value),
  }));
}

/** What comes from a key vault is read as Bicep writes it: as a call of `getSecret`. */
function assignedValue(assignment: Expression): Expression {
  const reference = propertyValue(assignment, 'reference');
  if (reference === undefined) {
    return propertyValue(assignment, 'value') ?? propertyValue(assignment, 'expression') ?? skipped(assignment);
  }
  const name = { kind: 'identifier', ...spanOf(reference), name: 'getSecret' } as const;
  return { kind: 'call', ...spanOf(reference), name, arguments: [reference] };
}

export function lowerOutputs(template: ObjectExpression): ReadonlyMap<string, OutputDefinition> {
  return named(propertyValue(template, 'outputs'), ({ key, value: output }, name) => {
    const copy = propertyValue(output, 'copy');
    const value = (copy && copyOf(copy, '')) ?? propertyValue(output, 'value') ?? skipped(output);
    return { name, nameSpan: spanOf(key), value: withCopies(value), condition: propertyValue(output, 'condition') };
  });
}

/** User-defined functions, keyed as they are called: `namespace.name`. */
export function lowerFunctions(template: ObjectExpression): ReadonlyMap<string, FunctionDefinition> {
  const result = new Map<string, FunctionDefinition>();
  const namespaces = propertyValue(template, 'functions');
  if (namespaces?.kind !== 'array') return result;
  for (const item of namespaces.items) {
    if (item.kind === 'spread') continue;
    const namespace = literalText(propertyValue(item, 'namespace'));
    if (namespace === undefined) continue;
    const members = named(propertyValue(item, 'members'), (property, name) =>
      functionDefinition(`${namespace}.${name}`, property.value),
    );
    for (const definition of members.values()) result.set(definition.name.toLowerCase(), definition);
  }
  return result;
}

export function isTrue(value: Expression | undefined): boolean {
  return value?.kind === 'boolean' && value.value;
}

export function skipped(at: Expression): Expression {
  return { kind: 'skipped', ...spanOf(at) };
}

function variable({ start, end, key, value }: ObjectProperty, name: string): VariableDefinition {
  // Whether Bicep code may import it is settled when Bicep compiles; a compiled template's imports were checked then.
  return { name, span: { start, end }, nameSpan: spanOf(key), value, exported: true };
}

function functionDefinition(name: string, definition: Expression): FunctionDefinition {
  const parameters = propertyValue(definition, 'parameters');
  const names =
    parameters?.kind === 'array'
      ? parameters.items.map((item) => (item.kind === 'spread' ? '' : (literalText(propertyValue(item, 'name')) ?? '')))
      : [];
  const body = propertyValue(propertyValue(definition, 'output'), 'value') ?? skipped(definition);
  return { name, parameters: names, body, exported: true };
}

/** A parameter's declaration and the type definitions that it names, outermost first. */
function typeChain(declaration: Expression, definitions: Expression | undefined): readonly Expression[] {
  const chain = [declaration];
  let reference = literalText(propertyValue(declaration, '$ref'));
  while (reference !== undefined && chain.length < MAX_REFERENCES) {
    const type = propertyValue(definitions, reference.replace('#/definitions/', ''));
    if (type === undefined) break;
    chain.push(type);
    reference = literalText(propertyValue(type, '$ref'));
  }
  return chain;
}

/** Lowers each property of a section, keyed by its name in lower case. */
function named<T>(
  section: Expression | undefined,
  lower: (property: ObjectProperty, name: string) => T,
): Map<string, T> {
  const result = new Map<string, T>();
  if (section?.kind !== 'object') return result;
  for (const property of propertiesOf(section)) {
    if (property.name !== undefined) result.set(property.name.toLowerCase(), lower(property, property.name));
  }
  return result;
}
