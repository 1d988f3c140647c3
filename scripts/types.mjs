// Copies the types of the library into dist/types: what `index.d.ts` leads to, and nothing else.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './bundles.mjs';

const emitted = path.join(root, 'out/types/core');
const target = path.join(root, 'dist/types');

const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '--build', 'server/tsconfig.core.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(1);

const files = new Set(['index.d.ts']);
// A Set visits what is added while it is walked.
for (const file of files) {
  const text = readFileSync(path.join(emitted, file), 'utf8');
  for (const { fileName: name } of ts.preProcessFile(text).importedFiles) {
    if (!name.startsWith('.')) throw new Error(`The library's types need the package ${name} (in ${file}).`);
    const named = path.join(path.dirname(file), `${name}.d.ts`);
    if (!existsSync(path.join(emitted, named))) throw new Error(`${file} names ${name}, which is not there.`);
    files.add(named);
  }
}

rmSync(target, { recursive: true, force: true });
for (const file of files) cpSync(path.join(emitted, file), path.join(target, file));
console.log(`Wrote the ${files.size} files of types of the library to dist/types`);
