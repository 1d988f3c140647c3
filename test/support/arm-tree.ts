import type { Expression, ObjectMember, Spread } from '../../server/src/syntax/expression';

type Node = Expression | ObjectMember | Spread;

/** Writes a tree of ARM JSON in one line: strings in single quotes, calls and members as in ARM, `<…>` for skipped text. */
export function printTree(node: Node | undefined, text: string): string {
  const print = (child: Node): string => printTree(child, text);
  if (node === undefined) return 'nothing';
  switch (node.kind) {
    case 'string':
      return `'${node.value}'`;
    case 'number':
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    case 'array':
      return `[${node.items.map(print).join(', ')}]`;
    case 'object':
      return `{${node.members.map(print).join(', ')}}`;
    case 'property':
      return `${node.name ?? `(${print(node.key)})`}: ${print(node.value)}`;
    case 'identifier':
      return `?${node.name}`;
    case 'member':
      return `${print(node.target)}.${node.name.name}`;
    case 'index':
      return `${print(node.target)}[${print(node.index)}]`;
    case 'call':
      return `${node.name.name}(${node.arguments.map(print).join(', ')})`;
    case 'methodCall':
      return `${print(node.target)}::${node.name.name}(${node.arguments.map(print).join(', ')})`;
    case 'copy':
      return `copy ${node.name} × ${print(node.count)} of ${print(node.input)}`;
    case 'skipped':
      return `<${text.slice(node.start, node.end)}>`;
    default:
      throw new Error(`ARM JSON has no ${node.kind}`);
  }
}

/** Calls `visit` for each node of a tree, parents first. */
export function walkTree(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of childrenOf(node)) walkTree(child, visit);
}

function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'array':
      return node.items;
    case 'object':
      return node.members;
    case 'property':
      return [node.key, node.value];
    case 'member':
      return [node.target, node.name];
    case 'index':
      return [node.target, node.index];
    case 'call':
      return [node.name, ...node.arguments];
    case 'methodCall':
      return [node.target, node.name, ...node.arguments];
    default:
      return [];
  }
}
