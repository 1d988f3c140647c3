import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { GeneratedFile } from './generated-file';

/** The module with what the program says of itself, so that package.json stays the one place that holds it. */
export function productModule(root: string): GeneratedFile[] {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    repository: { url: string };
  };
  const repository = manifest.repository.url.replace(/\.git$/, '');
  const text = `// Generated from package.json by \`npm run generate\`.

/** The program's name and version, as \`pelint 1.2.3\`. */
export const tool = '${manifest.name} ${manifest.version}';

export const version = '${manifest.version}';

/** The web address of the project. */
export const repository = '${repository}';

/** The web address of a rule's page. */
export function rulePage(ruleId: string, ruleName: string): string {
  return \`\${repository}/blob/main/docs/rules/\${ruleId.toLowerCase()}-\${ruleName}.md\`;
}
`;
  return [['server/src/base/product.ts', text]];
}
