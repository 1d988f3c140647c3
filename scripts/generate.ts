// Writes every generated file of the repository. With --check, says which are stale instead, and fails if any is.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatedFiles, staleFiles } from './generate/generated-files';

async function check(): Promise<void> {
  const stale = await staleFiles();
  for (const file of stale) console.error(`Stale: ${file}. Run \`npm run generate\`.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}

async function write(): Promise<void> {
  const files = await generatedFiles();
  for (const file of await staleFiles()) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, files.get(file) ?? '');
    console.log(`Wrote ${file}`);
  }
}

void (process.argv.includes('--check') ? check() : write());
