import type { BicepFile, Statement } from '../../syntax/bicep/nodes';
import { visitExpressions } from '../../syntax/visit';
import type { ExpressionNode } from '../../syntax/visit';
import type { FileReference } from '../template';
import { fileReference } from './resources';

const LOADERS = new Set(['loadTextContent', 'loadJsonContent', 'loadYamlContent', 'loadFileAsBase64']);

/** Every file that the text names: modules, imports, `using`, `extends`, and what the load functions read. */
export function collectReferences(file: BicepFile): readonly FileReference[] {
  const references: FileReference[] = [];
  const add = (reference: FileReference | undefined): void => {
    if (reference) references.push(reference);
  };
  for (const statement of file.statements) {
    if (statement.kind === 'module') add(fileReference('module', statement.path));
    else if (statement.kind === 'import') add(fileReference('import', statement.path));
    else if (statement.kind === 'using') add(fileReference('using', statement.path));
    else if (statement.kind === 'extends') add(fileReference('extends', statement.path));
    for (const expression of valuesOf(statement)) visitExpressions(expression, (node) => add(loadedFile(node)));
  }
  return references;
}

function loadedFile(node: ExpressionNode): FileReference | undefined {
  if (node.kind !== 'call' && node.kind !== 'methodCall') return undefined;
  return LOADERS.has(node.name.name) ? fileReference('load', node.arguments[0]) : undefined;
}

function valuesOf(statement: Statement): readonly ExpressionNode[] {
  switch (statement.kind) {
    case 'param':
      return statement.default ? [statement.default] : [];
    case 'func':
      return [statement.body];
    case 'resource':
      return [statement];
    case 'var':
    case 'output':
    case 'module':
    case 'paramAssignment':
    case 'assert':
      return [statement.value];
    default:
      return [];
  }
}
