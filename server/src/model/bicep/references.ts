import type { BicepFile, Statement } from '../../syntax/bicep/nodes';
import { visitExpressions } from '../../syntax/visit';
import type { ExpressionNode } from '../../syntax/visit';
import type { Expression } from '../../syntax/expression';
import type { FileReference } from '../template';
import { fileReference, spanOf } from './resources';

/** `loadFileAsBase64` is left out: what it names is mostly no text, and its letters tell nobody anything. */
const LOADERS = new Set(['loadTextContent', 'loadJsonContent', 'loadYamlContent']);

/** A path is no puzzle: variables that stand for variables for longer, and texts of more parts, are not followed. */
const MOST_NAMES = 3;
const MOST_PARTS = 8;

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
    for (const expression of valuesOf(statement)) visitExpressions(expression, (node) => add(loadedFile(node, file)));
  }
  return references;
}

function loadedFile(node: ExpressionNode, file: BicepFile): FileReference | undefined {
  if (node.kind !== 'call' && node.kind !== 'methodCall') return undefined;
  const [argument] = node.arguments;
  const path = argument && LOADERS.has(node.name.name) ? constantText(argument, file) : undefined;
  return argument && path ? { kind: 'load', path, span: spanOf(argument) } : undefined;
}

/** The text of a literal, of a variable that is one, or of a string that inserts them: what the compiler takes for a path. */
function constantText(expression: Expression, file: BicepFile, depth = 0): string | undefined {
  if (expression.kind === 'string') return expression.value;
  if (depth > MOST_NAMES) return undefined;
  if (expression.kind === 'identifier') {
    const variable = file.statements.find((it) => it.kind === 'var' && it.name.name === expression.name);
    return variable?.kind === 'var' ? constantText(variable.value, file, depth + 1) : undefined;
  }
  if (expression.kind !== 'interpolation' || expression.parts.length > MOST_PARTS) return undefined;
  const parts = expression.parts.map((part) =>
    part.kind === 'text' ? part.value : constantText(part, file, depth + 1),
  );
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
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
