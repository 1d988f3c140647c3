import type { ParameterDefinition, Template } from '../../model/template';
import type { Expression } from '../../syntax/expression';
import type { Value } from './value';
import { trailAt, unknown } from './values';

/** What stands for a parameter whose default only keeps a place free for what a caller may give; undefined for any other one. */
export function placeholder(name: string, template: Template): Value | undefined {
  const definition = template.parameters.get(name);
  if (!definition || !isPlaceholder(definition)) return undefined;
  const trail = trailAt({ uri: template.uri, ...definition.nameSpan });
  return unknown(`the parameter '${definition.name}' may have another value`, `param(${name})`, trail);
}

function isPlaceholder({ default: value, nullable }: ParameterDefinition): boolean {
  return value ? isEmpty(value) : nullable;
}

function isEmpty(value: Expression): boolean {
  switch (value.kind) {
    case 'string':
      return value.value === '';
    case 'array':
      return value.items.length === 0;
    case 'object':
      return value.members.length === 0;
    default:
      return value.kind === 'null' || value.kind === 'boolean';
  }
}
