import type { Span } from '../../base/span';
import type { Expression, ObjectExpression, ResourceDeclaration } from '../../syntax/expression';
import type { ModuleDeclaration } from '../../syntax/bicep/nodes';
import { literalText, propertyValue } from '../../syntax/properties';
import type { FileReference, ItemLoop, ModuleDefinition, ModuleSource, ResourceDefinition } from '../template';

/** What stands to the right of a resource's or module's `=`: its body with the loop and the condition around it taken off. */
interface Body {
  readonly body: Expression;
  readonly loop: ItemLoop | undefined;
  readonly condition: Expression | undefined;
}

export function lowerResource(declaration: ResourceDeclaration, enclosing?: ResourceDefinition): ResourceDefinition {
  const { body, loop, condition } = unwrap(declaration.value);
  const { type, apiVersion } = splitType(literalText(declaration.type) ?? '');
  const definition: Omit<ResourceDefinition, 'children'> = {
    span: spanOf(declaration),
    symbol: declaration.name.name,
    nameSpan: spanOf(declaration.name),
    type: enclosing && type !== '' && !type.includes('.') ? `${enclosing.type}/${type}` : type,
    apiVersion: apiVersion || (enclosing?.apiVersion ?? ''),
    typeSpan: spanOf(declaration.type),
    existing: declaration.existing,
    name: propertyValue(body, 'name'),
    parent: propertyValue(body, 'parent'),
    scope: propertyValue(body, 'scope'),
    condition,
    loop,
    body: withoutDeclarations(body),
    dependsOn: propertyValue(body, 'dependsOn'),
    nested: enclosing !== undefined,
  };
  const self = { ...definition, children: [] };
  return { ...definition, children: nestedDeclarations(body).map((child) => lowerResource(child, self)) };
}

export function lowerModule(declaration: ModuleDeclaration): ModuleDefinition {
  const { body, loop, condition } = unwrap(declaration.value);
  return {
    span: spanOf(declaration),
    symbol: declaration.name.name,
    nameSpan: spanOf(declaration.name),
    name: propertyValue(body, 'name'),
    source: moduleSource(declaration.path),
    parameters: propertyValue(body, 'params'),
    scope: propertyValue(body, 'scope'),
    resourceGroup: undefined,
    subscriptionId: undefined,
    condition,
    loop,
    dependsOn: propertyValue(body, 'dependsOn'),
  };
}

/** The file that a string names, or undefined where the text does not say it. */
export function fileReference(kind: FileReference['kind'], path: Expression | undefined): FileReference | undefined {
  return path?.kind === 'string' && path.value !== '' ? { kind, path: path.value, span: spanOf(path) } : undefined;
}

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function moduleSource(path: Expression): ModuleSource {
  const reference = fileReference('module', path);
  return reference
    ? { kind: 'file', reference }
    : { kind: 'unknown', reason: 'the module has no path', link: undefined };
}

function unwrap(value: Expression): Body {
  if (value.kind === 'for') {
    const { item, index, iterable } = value;
    const inner = unwrap(value.body);
    const loop: ItemLoop = { kind: 'items', span: spanOf(value), item: item.name, index: index?.name, iterable };
    return { ...inner, loop };
  }
  if (value.kind === 'if') return { ...unwrap(value.body), condition: value.condition };
  if (value.kind === 'parenthesized') return unwrap(value.inner);
  return { body: value, loop: undefined, condition: undefined };
}

function splitType(text: string): { type: string; apiVersion: string } {
  const at = text.indexOf('@');
  return at < 0 ? { type: text, apiVersion: '' } : { type: text.slice(0, at), apiVersion: text.slice(at + 1) };
}

function nestedDeclarations(body: Expression): readonly ResourceDeclaration[] {
  return body.kind === 'object' ? body.members.filter((member) => member.kind === 'resource') : [];
}

function withoutDeclarations(body: Expression): Expression {
  if (body.kind !== 'object' || nestedDeclarations(body).length === 0) return body;
  const members = body.members.filter((member) => member.kind !== 'resource');
  return { ...body, members } satisfies ObjectExpression;
}
