import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { writeManyFiles } from '../support/many-files';
import { measureNode, measureProgram, type Measured } from '../support/measured';
import { layOutModuleCache, publicModulesBelow } from '../support/module-cache';
import { repositoryRoot } from '../support/repository';
import { sharedPath } from '../support/shared';
import { temporaryFolder } from '../support/temporary-folder';

/*
 * The command as a process, cold each time, over many files: the 524 `main.bicep` of Azure's verified modules with what they use restored,
 * beside the compiler's own `bicep lint` where PELINT_BICEP names one; and made projects of 1,000, 3,000 and 10,000 files, for which the
 * time is to grow with the number of files. Run with `npm run build && npx tsx test/bench/run.ts many-files [RUNS] [PART ...]`, where a part is
 * corpus, growth or start; without any, all are measured.
 */

const [runs = '1', ...parts] = process.argv.slice(2);
/** Milliseconds after which a process is ended, so that the whole comes to its end on slow machines, too. */
const LIMIT = 180_000;
const command = path.join(repositoryRoot, 'dist', 'cli.js');

function measureCorpus(corpus: string): void {
  const folder = temporaryFolder({ '.git/HEAD': '' });
  cpSync(corpus, folder.path, { recursive: true });
  const cache = path.join(folder.path, '.cache');
  layOutModuleCache(corpus, cache, publicModulesBelow(corpus));
  const check = ['check', '**/main.bicep', '--module-cache', cache, '--format', 'compact', '--exit-zero'];
  console.log('The verified modules');
  print('pelint check', () => measureCommand(check, folder.path));
  print('again, with --cache', () => measureCommand([...check, '--cache'], folder.path), 1);
  const bicep = process.env['PELINT_BICEP'];
  if (bicep === undefined || bicep === '') console.log('  skipped: PELINT_BICEP does not name a Bicep CLI');
  else measureCompiler(bicep, folder.path, cache);
  folder.remove();
}

/** The compiler checks types, too, which pelint does not: it is not the same work, but the same wait. */
function measureCompiler(bicep: string, folder: string, cache: string): void {
  writeFileSync(path.join(folder, 'bicepconfig.json'), JSON.stringify({ cacheRootDirectory: cache }));
  print('bicep lint (checks types, too)', () =>
    measureProgram(bicep, ['lint', '--no-restore', '--pattern', '**/main.bicep'], folder, LIMIT),
  );
}

function measureGrowth(): void {
  console.log('Made projects');
  for (const count of [1000, 3000, 10_000]) {
    const folder = temporaryFolder();
    writeManyFiles(folder, count);
    const best = print(`${count} files`, () => measureCommand(['--format', 'compact', '--exit-zero'], folder.path));
    if (best !== undefined && best.status !== null)
      console.log(`${' '.repeat(34)}${(best.cpu / count).toFixed(2)} ms of CPU time a file`);
    folder.remove();
  }
}

function measureStart(): void {
  const small = { '.git/HEAD': '', 'main.bicep': "param location string = 'westeurope'\n" };
  const folder = temporaryFolder(small);
  console.log('One small file');
  const nothing = print('node -e 0', () => measureNode(['-e', '0'], folder.path), 5);
  const check = print('pelint check main.bicep', () => measureCommand(['check', 'main.bicep'], folder.path), 5);
  if (nothing && check) console.log(`  ${(check.wall / nothing.wall).toFixed(2)} times (aim: at most 2)`);
  folder.remove();
}

function measureCommand(args: readonly string[], cwd: string): Measured {
  return measureNode([command, ...args], cwd, LIMIT);
}

/** Prints the quickest of some runs, after one more that does not count where a cache is to be filled. */
function print(title: string, run: () => Measured | undefined, warm = 0): Measured | undefined {
  for (let count = 0; count < warm; count++) run();
  const all = Array.from({ length: Number(runs) + warm }, run).flatMap((it) => it ?? []);
  const [best] = all.sort((a, b) => a.wall - b.wall);
  if (best === undefined) {
    console.log(`  skipped: ${title}`);
    return undefined;
  }
  const { status, wall, cpu, memory } = best;
  const end = status === null ? `cut after ${LIMIT / 1000} s` : `exit status ${status}`;
  const columns = [seconds(wall), `${seconds(cpu)} CPU`, `${Math.round(memory)} MB`, end];
  console.log(`  ${title.padEnd(32)}${columns.map((it) => it.padStart(16)).join('')}`);
  return best;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

if (existsSync(command)) {
  console.log(`The machine's load is ${loadavg()[0]?.toFixed(1)}`);
  const corpus = sharedPath('corpus', 'verified-modules');
  const isWanted = (part: string): boolean => parts.length === 0 || parts.includes(part);
  if (corpus !== undefined && isWanted('corpus')) measureCorpus(corpus);
  if (isWanted('growth')) measureGrowth();
  if (isWanted('start')) measureStart();
} else {
  console.log('skipped: dist/cli.js is not there; run npm run build');
}
