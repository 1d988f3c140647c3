import { contains, type Span } from '../../base/span';
import type { BicepFile } from '../../syntax/bicep/nodes';
import { bicepChildren, type BicepNode } from '../../syntax/bicep/walk';
import type {
  ArrayExpression,
  InterpolatedString,
  ObjectExpression,
  ObjectProperty,
  StringLiteral,
} from '../../syntax/expression';

/** A file's tree, of either language: the nodes of ARM JSON are among those of Bicep. */
export type Tree = BicepFile | ObjectExpression;

export interface FoundValue {
  readonly node: BicepNode;
  /** Undefined for the root of a JSON file. */
  readonly parent: BicepNode | undefined;
  /** The innermost object or array around it. */
  readonly enclosing: ObjectExpression | ArrayExpression | undefined;
}

export interface FoundProperty {
  readonly property: ObjectProperty;
  readonly object: ObjectExpression;
}

/** What is no value although it has a place of its own; statements are known by their parent. */
const NO_VALUES: ReadonlySet<BicepNode['kind']> = new Set([
  'property', 'spread', 'decorator', 'resource', 'typeMember', 'functionParameter', 'importItem', 'namedType', 'literalType',
  'unionType', 'tupleType', 'objectType', 'arrayType', 'nullableType', 'nonNullType', 'memberType', 'parameterizedType',
  'parenthesizedType',
]); // prettier-ignore

/** The value that has exactly this span: no name, no property, no statement. */
export function findValue(tree: Tree, span: Span): FoundValue | undefined {
  const path = pathTo(tree, span);
  const node = path.at(-1);
  const parent = path.at(-2);
  if (node?.start !== span.start || node.end !== span.end) return undefined;
  if (node.kind === 'file' || parent?.kind === 'file' || NO_VALUES.has(node.kind)) return undefined;
  if (parent && isName(node, parent)) return undefined;
  return { node, parent, enclosing: path.slice(0, -1).findLast(isCollection) };
}

/** The property whose name starts at an offset. */
export function findPropertyAt(tree: Tree, offset: number): FoundProperty | undefined {
  const path = pathTo(tree, { start: offset, end: offset });
  const index = path.findLastIndex((node) => node.kind === 'property' && node.key.start === offset);
  const property = path[index];
  const object = path[index - 1];
  return property?.kind === 'property' && object?.kind === 'object' ? { property, object } : undefined;
}

/** The innermost string around a stretch. */
export function findString(tree: Tree, span: Span): StringLiteral | InterpolatedString | undefined {
  const node = pathTo(tree, span).at(-1);
  return node?.kind === 'string' || node?.kind === 'interpolation' ? node : undefined;
}

/** Whether values below such a node are written in ARM's expression language, inside a JSON string. */
export function isArmExpression({ kind }: BicepNode): boolean {
  return kind === 'call' || kind === 'methodCall' || kind === 'member' || kind === 'index';
}

/** The nodes around a span, outermost first, down to the innermost one that holds all of it. */
export function pathTo(tree: Tree, span: Span): readonly BicepNode[] {
  const path: BicepNode[] = [];
  for (let node: BicepNode | undefined = tree; node;) {
    path.push(node);
    node = bicepChildren(node).find((child) => contains(child, span));
  }
  return path;
}

function isName(node: BicepNode, parent: BicepNode): boolean {
  switch (parent.kind) {
    case 'property':
      return node === parent.key;
    case 'lambda':
      return node !== parent.body;
    case 'for':
      return node === parent.item || node === parent.index;
    default:
      return 'name' in parent && node === parent.name;
  }
}

function isCollection(node: BicepNode): node is ObjectExpression | ArrayExpression {
  return node.kind === 'object' || node.kind === 'array';
}
