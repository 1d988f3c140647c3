import type { Span } from '../../base/span';
import type { ResourceDefinition, Template } from '../template';
import type { TemplateFile } from '../source-file';
import type { Change } from './change';
import { isBracketed } from './json-writer';
import type { NewValue } from './new-value';

/** How the caller adds to objects and arrays of the file. */
export interface Additions {
  readonly property: (object: Span, name: string, value: NewValue) => readonly Change[] | undefined;
  readonly item: (array: Span, item: NewValue) => readonly Change[] | undefined;
}

/**
 * Makes a resource wait for another one of the same template, by an entry in its `dependsOn`. Undefined where they are not in one
 * template, or where that is a part of another template's expressions, so that names mean something else.
 */
export function addDependency(
  { text, template }: TemplateFile,
  resource: Span,
  other: Span,
  add: Additions,
): readonly Change[] | undefined {
  const around = templateAround(template, resource);
  const waiting = around && definitionAt(around.resources, resource);
  const awaited = around && definitionAt(around.resources, other);
  const entry = awaited && (around.language === 'bicep' ? symbolOf(awaited) : armEntry(text, awaited));
  if (!waiting || entry === undefined) return undefined;
  const { dependsOn, body } = waiting;
  if (!dependsOn) return add.property(body, 'dependsOn', [entry]);
  return dependsOn.kind === 'array' ? add.item(dependsOn, entry) : undefined;
}

/** The template that declares a resource: the file's own or one that is written inside it. */
function templateAround(template: Template, resource: Span): Template | undefined {
  if (definitionAt(template.resources, resource)) return template;
  for (const { source } of template.modules) {
    if (source.kind !== 'inline' || source.expressions === 'outer') continue;
    const found = templateAround(source.template, resource);
    if (found) return found;
  }
  return undefined;
}

function definitionAt(resources: readonly ResourceDefinition[], span: Span): ResourceDefinition | undefined {
  for (const resource of resources) {
    if (resource.span.start === span.start && resource.span.end === span.end) return resource;
    const child = definitionAt(resource.children, span);
    if (child) return child;
  }
  return undefined;
}

function symbolOf({ symbol }: ResourceDefinition): NewValue | undefined {
  return symbol === undefined ? undefined : { bicep: symbol, arm: symbol };
}

/** A symbolic name or a loop's name as it is; else the call that makes the resource's ID. */
function armEntry(text: string, { symbol, loop, type, name, scope }: ResourceDefinition): NewValue | undefined {
  if (symbol !== undefined) return symbol;
  if (loop) return loop.kind === 'count' && loop.name !== '' ? loop.name : undefined;
  const hasOneName = type.split('/').length === 2;
  if (!name || scope || !hasOneName) return undefined;
  const written = name.kind === 'string' ? `'${name.value.replaceAll("'", "''")}'` : expressionIn(text, name);
  return written === undefined ? undefined : { bicep: '', arm: `resourceId('${type}', ${written})` };
}

/** What stands between the brackets of an expression that is a whole JSON string, without JSON's escapes. */
function expressionIn(text: string, { start, end }: Span): string | undefined {
  try {
    const content: unknown = JSON.parse(text.slice(start, end));
    return typeof content === 'string' && isBracketed(content) ? content.slice(1, -1) : undefined;
  } catch {
    return undefined;
  }
}
