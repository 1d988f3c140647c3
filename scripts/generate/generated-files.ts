import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { productModule } from './product';
import { rulesIndex } from './rules-index';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Every generated file of the repository: absolute path → text, as it should be now. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const files = [
    ...productModule(root),
    ...(existsSync(path.join(root, 'server/src/rules/rule.ts')) ? rulesIndex(root) : []),
  ];
  const style = await prettier.resolveConfig(path.join(root, 'package.json'));
  const formatted = files.map(async ([file, text]): Promise<[string, string]> => {
    const absolute = path.join(root, file);
    return [absolute, await prettier.format(text, { ...style, filepath: absolute })];
  });
  return new Map(await Promise.all(formatted));
}

/** The generated files that are missing or differ from what they should be, absolute paths. */
export async function staleFiles(): Promise<string[]> {
  const files = await generatedFiles();
  return [...files]
    .filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text)
    .map(([file]) => file);
}
