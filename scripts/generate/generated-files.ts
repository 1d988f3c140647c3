import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { configurationSchema } from './configuration-schema';
import { demonstration } from './demonstration';
import type { GeneratedFile } from './generated-file';
import { productModule } from './product';
import { rulePages } from './rule-pages';
import { rulesIndex } from './rules-index';
import { snippets } from './snippets';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The generated files that are missing or differ from what they should be. */
export async function staleFiles(): Promise<string[]> {
  const stale: string[] = [];
  for await (const [file, text] of generatedFiles()) if (current(file) !== text) stale.push(file);
  return stale;
}

/** Writes the stale files and returns them. */
export async function writeStaleFiles(): Promise<string[]> {
  const written: string[] = [];
  for await (const [file, text] of generatedFiles()) {
    if (current(file) === text) continue;
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    written.push(file);
  }
  return written;
}

/** Each file is made when those before it have been written: the picture in the README shows all rules of the list. */
async function* generatedFiles(): AsyncGenerator<GeneratedFile> {
  const style = await prettier.resolveConfig(path.join(root, 'package.json'));
  for (const generate of [productModule, rulesIndex, configurationSchema, rulePages, snippets, demonstration]) {
    for (const [file, text] of await generate(root)) {
      yield [file, await prettier.format(text, { ...style, filepath: path.join(root, file) })];
    }
  }
}

function current(file: string): string | undefined {
  return existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : undefined;
}
