import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { repositoryRoot } from '../support/repository';

/*
 * Runs a measurement bundled, as what ships is: `npx tsx test/bench/run.ts NAME [ARGUMENT ...]`. A loader that compiles each file on
 * its own would be measured, too. Node takes its own options, such as --cpu-prof, from NODE_OPTIONS.
 */

const [name = '', ...rest] = process.argv.slice(2);
// As deep below the root as the sources: they find the repository from where they are.
const outfile = path.join(repositoryRoot, 'out', 'bench', `${name}.mjs`);
buildSync({
  absWorkingDir: repositoryRoot,
  entryPoints: [`test/bench/${name}.ts`],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  // Packages in CommonJS ask for Node's own modules in their way.
  banner: {
    js: `import { createRequire as requiring } from 'node:module'; const require = requiring(import.meta.url);`,
  },
  logLevel: 'error',
});
process.exitCode = spawnSync(process.execPath, [outfile, ...rest], { stdio: 'inherit' }).status ?? 1;
