import { unreachable } from '../../base/unreachable';
import type { Spread } from '../expression';
import { childrenOf, type ExpressionNode } from '../visit';
import type { BicepFile, FunctionParameter, ImportItem, Statement, TypeExpression, TypeMember } from './nodes';

/** Any node of a Bicep tree. */
export type BicepNode =
  BicepFile | Statement | TypeExpression | TypeMember | FunctionParameter | ImportItem | ExpressionNode | Spread;

type OtherNode = Exclude<BicepNode, ExpressionNode>;
type TypeNode = Extract<OtherNode, TypeExpression | TypeMember | FunctionParameter>;
type StatementNode = Exclude<OtherNode, TypeNode>;

/** The nodes directly below one, in the order of the text. */
export function bicepChildren(node: BicepNode): readonly BicepNode[] {
  switch (node.kind) {
    case 'namedType':
    case 'literalType':
    case 'unionType':
    case 'tupleType':
    case 'objectType':
    case 'typeMember':
    case 'arrayType':
    case 'nullableType':
    case 'nonNullType':
    case 'memberType':
    case 'parameterizedType':
    case 'parenthesizedType':
    case 'functionParameter':
      return typeChildren(node);
    case 'file':
    case 'targetScope':
    case 'metadata':
    case 'param':
    case 'var':
    case 'output':
    case 'module':
    case 'type':
    case 'func':
    case 'import':
    case 'importItem':
    case 'extension':
    case 'assert':
    case 'test':
    case 'using':
    case 'extends':
    case 'paramAssignment':
    case 'extensionConfig':
    case 'decorators':
      return statementChildren(node);
    default:
      return childrenOf(node);
  }
}

function typeChildren(node: TypeNode): readonly BicepNode[] {
  switch (node.kind) {
    case 'namedType':
      return [];
    case 'literalType':
      return [node.value];
    case 'unionType':
    case 'objectType':
      return node.members;
    case 'tupleType':
      return node.items;
    case 'typeMember':
      return [...node.decorators, ...present(node.key), node.type];
    case 'arrayType':
      return [node.item];
    case 'nullableType':
    case 'nonNullType':
      return [node.type];
    case 'memberType':
      return [node.target, ...present(node.member)];
    case 'parameterizedType':
      return [...present(node.target), ...node.arguments];
    case 'parenthesizedType':
      return [node.inner];
    case 'functionParameter':
      return [node.name, ...present(node.type)];
    default:
      return unreachable(node);
  }
}

function statementChildren(node: StatementNode): readonly BicepNode[] {
  switch (node.kind) {
    case 'file':
      return node.statements;
    case 'importItem':
      return [node.name, ...present(node.alias)];
    case 'decorators':
      return node.decorators;
    case 'targetScope':
      return [...node.decorators, node.value];
    case 'metadata':
    case 'assert':
    case 'paramAssignment':
    case 'type':
      return [...node.decorators, node.name, node.value];
    case 'param':
      return [...node.decorators, node.name, ...present(node.type), ...present(node.default)];
    case 'var':
    case 'output':
      return [...node.decorators, node.name, ...present(node.type), node.value];
    case 'module':
    case 'test':
      return [...node.decorators, node.name, node.path, node.value];
    case 'func':
      return [...node.decorators, node.name, ...node.parameters, ...present(node.returns), node.body];
    case 'import':
      return [...node.decorators, ...node.items, ...present(node.wildcard), node.path];
    case 'extension':
      return [...node.decorators, node.specification, ...present(node.config), ...present(node.alias)];
    case 'using':
      return [...node.decorators, ...present(node.path), ...present(node.config)];
    case 'extends':
      return [...node.decorators, node.path];
    case 'extensionConfig':
      return [...node.decorators, node.name, ...present(node.config)];
    default:
      return unreachable(node);
  }
}

function present<T>(node: T | undefined): readonly T[] {
  return node === undefined ? [] : [node];
}
