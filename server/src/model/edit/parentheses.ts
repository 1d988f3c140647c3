import { parseBicep } from '../../syntax/bicep/parse';
import type { BicepNode } from '../../syntax/bicep/walk';

/** A Bicep expression as it has to be written in place of `node` below `parent`, so that it stays together. */
export function parenthesized(expression: string, node: BicepNode, parent: BicepNode): string {
  return bindsOperands(parent, node) && isLoose(expression) ? `(${expression})` : expression;
}

function bindsOperands(parent: BicepNode, node: BicepNode): boolean {
  switch (parent.kind) {
    case 'binary':
    case 'unary':
    case 'nonNull':
      return true;
    case 'member':
    case 'methodCall':
    case 'resourceAccess':
    case 'index':
      return parent.target === node;
    case 'ternary':
      return parent.condition === node;
    default:
      return false;
  }
}

/** Whether it consists of parts that operators hold together. */
function isLoose(expression: string): boolean {
  const [statement] = parseBicep(`var value = ${expression}`).tree.statements;
  const kind = statement?.kind === 'var' ? statement.value.kind : undefined;
  return kind === 'ternary' || kind === 'binary' || kind === 'unary' || kind === 'lambda';
}
