import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { GeneratedFile } from './generated-file';

/** Where the rules are, relative to the repository's root. */
export const rulesFolder = 'server/src/rules';

/** A rule's module: `server/src/rules/pe103-static-ip.ts` exports `staticIp`. */
export interface RuleFile {
  /** Relative to the repository's root. */
  readonly file: string;
  readonly exportName: string;
}

/** The rules' modules in the order of their IDs. */
export function ruleFiles(root: string): RuleFile[] {
  if (!existsSync(path.join(root, rulesFolder))) return [];
  return readdirSync(path.join(root, rulesFolder))
    .filter((name) => /^pe\d{3}-[a-z0-9-]+\.ts$/.test(name))
    .sort()
    .map((name) => ({
      file: `${rulesFolder}/${name}`,
      exportName: camelCase(name.slice('pe000-'.length, -'.ts'.length)),
    }));
}

/** The list of all rules. */
export function rulesIndex(root: string): GeneratedFile[] {
  const rules = ruleFiles(root);
  const text = `// Generated from the names of the files beside it by \`npm run generate\`.
${rules.map(({ file, exportName }) => `import { ${exportName} } from './${path.basename(file, '.ts')}';`).join('\n')}
import type { Rule } from './rule';

/** Every rule, in the order of their IDs. */
export const rules: readonly Rule[] = [${rules.map(({ exportName }) => exportName).join(', ')}];
`;
  return [[`${rulesFolder}/index.ts`, text]];
}

/** `static-ip` → `staticIp` */
export function camelCase(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
