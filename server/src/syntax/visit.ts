import { unreachable } from '../base/unreachable';
import type { Decorator, Expression, ObjectMember, Spread } from './expression';

export type ExpressionNode = Expression | ObjectMember | Spread | Decorator;

/** The expressions directly below one, in the order of the text. */
export function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'identifier':
    case 'skipped':
      return [];
    case 'interpolation':
      return node.parts.filter((part) => part.kind !== 'text');
    case 'array':
      return node.items;
    case 'object':
      return node.members;
    case 'property':
      return [node.key, node.value];
    case 'spread':
      return [node.value];
    case 'decorator':
      return [node.expression];
    case 'resource':
      return [...node.decorators, node.name, node.type, node.value];
    case 'member':
    case 'resourceAccess':
      return [node.target, node.name];
    case 'index':
      return [node.target, node.index];
    case 'call':
      return [node.name, ...node.arguments];
    case 'methodCall':
      return [node.target, node.name, ...node.arguments];
    case 'unary':
    case 'nonNull':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'ternary':
      return [node.condition, node.whenTrue, node.whenFalse];
    case 'parenthesized':
      return [node.inner];
    case 'lambda':
      return [...node.parameters, node.body];
    case 'for':
      return [node.item, ...(node.index ? [node.index] : []), node.iterable, node.body];
    case 'copy':
      return [node.count, node.input];
    case 'if':
      return [node.condition, node.body];
    default:
      return unreachable(node);
  }
}

/** Calls `visitor` for the node and for everything below it, parents first, without recursion. */
export function visitExpressions(root: ExpressionNode, visitor: (node: ExpressionNode) => void): void {
  const pending: ExpressionNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    visitor(node);
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) pending.push(child);
    }
  }
}
