// Writes every generated file of the repository. With --check, says which are stale instead, and fails if any is.
import { staleFiles, writeStaleFiles } from './generate/generated-files';

async function check(): Promise<void> {
  const stale = await staleFiles();
  for (const file of stale) console.error(`Stale: ${file}. Run \`npm run generate\`.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}

async function write(): Promise<void> {
  for (const file of await writeStaleFiles()) console.log(`Wrote ${file}`);
}

void (process.argv.includes('--check') ? check() : write());
