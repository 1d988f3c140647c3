import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Language, Parser } from '@vscode/tree-sitter-wasm';
import { repositoryRoot } from './repository';

/** The lines of a script, from 1, that the grammar of PowerShell in VS Code cannot read. */
export async function powershellErrors(script: string): Promise<readonly number[]> {
  const folder = path.join(repositoryRoot, 'node_modules/@vscode/tree-sitter-wasm/wasm');
  await Parser.init({ locateFile: (file) => path.join(folder, file) });
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(path.join(folder, 'tree-sitter-powershell.wasm'))));
  const tree = parser.parse(script);
  if (tree === null) throw new Error('The script was not read');
  const errors: number[] = [];
  const visit = (node: typeof tree.rootNode): void => {
    if (node.isError || node.isMissing) errors.push(node.startPosition.row + 1);
    else if (node.hasError) for (const child of node.children) if (child !== null) visit(child);
  };
  visit(tree.rootNode);
  return errors;
}
