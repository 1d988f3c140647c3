import { createScanner, findNodeAtLocation, getLocation, parseTree, type JSONPath } from 'jsonc-parser';
import type { Span } from '../../base/span';
import { rules } from '../../rules/index';
import { configurationShape } from '../config/description';
import type { Choice, Shape } from '../config/shape';
import type { Completion } from './completion';

/** What may stand at an offset of a configuration file: the names of settings and their values, with what they mean. */
export function configurationCompletions(text: string, offset: number): readonly Completion[] {
  if (isInComment(text, offset)) return [];
  const { path, previousNode: node, isAtPropertyKey } = getLocation(text, offset);
  const isInside = node !== undefined && node.offset <= offset && offset <= node.offset + node.length;
  const span = isInside ? { start: node.offset, end: node.offset + node.length } : { start: offset, end: offset };
  const shape = shapeAt(isAtPropertyKey ? path.slice(0, -1) : path);
  if (!shape) return [];
  return isAtPropertyKey ? keys(shape, span, text, path.slice(0, -1)) : values(shape, span, text);
}

function shapeAt(path: JSONPath): Shape | undefined {
  let shape: Shape | undefined = configurationShape(rules);
  for (const segment of path) {
    if (typeof segment === 'number') shape = shape.kind === 'list' ? shape.items : undefined;
    else if (shape.kind === 'object') shape = shape.members[segment]?.shape;
    else shape = shape.kind === 'map' ? shape.values : undefined;
    if (!shape) return undefined;
  }
  return shape;
}

/** The names that the object has not got yet, each with its colon and the comma that may be needed. */
function keys(shape: Shape, span: Span, text: string, path: JSONPath): readonly Completion[] {
  const object = findNodeAtLocation(parseTree(text) ?? { type: 'null', offset: 0, length: 0 }, path);
  const written = (object?.children ?? [])
    .filter(({ offset }) => offset !== span.start)
    .map(({ children }) => String(children?.[0]?.value));
  const behind = /^\s*(.?)/.exec(text.slice(span.end))?.[1] ?? '';
  const offer = (name: string, description: string | undefined, skeleton: string): Completion => ({
    ...common(name, description, span, text),
    kind: 'property',
    newText: behind === ':' ? JSON.stringify(name) : `${JSON.stringify(name)}: ${skeleton}${behind === '"' ? ',' : ''}`,
  });
  const offered =
    shape.kind === 'object'
      ? Object.entries(shape.members).map(([name, it]) => offer(name, it.description, skeletonOf(it.shape)))
      : shape.kind === 'map'
        ? (shape.keys.choices ?? []).map((it) => offer(it.text, it.description, skeletonOf(shape.values)))
        : [];
  return offered.filter(({ label }) => !written.includes(label));
}

function values(shape: Shape, span: Span, text: string): readonly Completion[] {
  const choices = choicesOf(shape);
  return choices.map(({ text: label, description }) => ({
    ...common(label, description, span, text),
    newText: shape.kind === 'flag' ? label : JSON.stringify(label),
  }));
}

function choicesOf(shape: Shape): readonly Choice[] {
  if (shape.kind === 'flag') return [{ text: 'true' }, { text: 'false' }];
  if (shape.kind === 'text') return shape.choices ?? [];
  return shape.kind === 'list' && shape.orOne === true ? choicesOf(shape.items) : [];
}

function common(label: string, documentation: string | undefined, span: Span, text: string): Completion {
  const isQuoted = text.charAt(span.start) === '"' && span.end > span.start;
  return {
    kind: 'value',
    label,
    detail: undefined,
    documentation,
    span,
    newText: '',
    filter: isQuoted ? `"${label}` : label,
  };
}

/** What every value of a shape begins and ends with. */
function skeletonOf({ kind }: Shape): string {
  switch (kind) {
    case 'text':
      return '""';
    case 'list':
      return '[]';
    case 'flag':
      return 'true';
    default:
      return '{}';
  }
}

function isInComment(text: string, offset: number): boolean {
  const scanner = createScanner(text, false);
  for (let length = 1; length > 0;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    length = scanner.getTokenLength();
    const end = start + length;
    if (end < offset) continue;
    const isLine = text.startsWith('//', start);
    return start < offset && (isLine || (text.startsWith('/*', start) && offset < end));
  }
  return false;
}
