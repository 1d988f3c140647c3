// How fast the Bicep reader is, in MB/s of UTF-8, beside readers that everybody knows: `npx tsx test/bench/parse.ts`.
// The reader is bundled first, as it ships. All jobs take turns in one process, so that whatever else the machine does falls
// on all of them alike; the cold figures come from processes of their own.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { parseTree } from 'jsonc-parser';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { repositoryRoot } from '../support/repository';
import { sharedPath } from '../support/shared';
import { temporaryFolder } from '../support/temporary-folder';

const ROUNDS = 9;
const COLD_RUNS = 5;

type Read = (text: string) => unknown;

interface Job {
  readonly name: string;
  readonly files: string;
  readonly texts: readonly string[];
  readonly read: Read;
}

interface Rate {
  readonly best: number;
  readonly median: number;
}

async function main(): Promise<void> {
  const corpus = sharedPath('corpus', 'verified-modules');
  if (corpus === undefined) return console.log('There is nothing to measure.');
  const folder = temporaryFolder();
  const reader = bundle('server/src/syntax/bicep/parse.ts', path.join(folder.path, 'parse.mjs'));
  const scanner = bundle('server/src/syntax/bicep/scanner.ts', path.join(folder.path, 'scanner.mjs'));
  const cold = bundle('test/bench/parse-cold.ts', path.join(folder.path, 'parse-cold.mjs'));
  const { parseBicep } = (await import(pathToFileURL(reader).href)) as { parseBicep: Read };
  const { scan } = (await import(pathToFileURL(scanner).href)) as { scan: Read };

  printCold(
    Array.from({ length: COLD_RUNS }, () =>
      Number(execFileSync(process.execPath, [cold, corpus], { encoding: 'utf8' })),
    ),
  );
  printWarm(measure(jobs(corpus, parseBicep, scan)));
  folder.remove();
}

function jobs(corpus: string, parseBicep: Read, scan: Read): readonly Job[] {
  const bicep = readAll(corpus, '**/*.bicep');
  const json = readAll(corpus, '**/main.json');
  const typescript = readAll(repositoryRoot, 'server/src/**/*.ts', 'node_modules/typescript/lib/lib.es*.d.ts');
  return [
    { name: 'bare loop over the characters', files: '.bicep', texts: bicep, read: loop },
    { name: 'pelint scan', files: '.bicep', texts: bicep, read: scan },
    { name: 'pelint parseBicep', files: '.bicep', texts: bicep, read: parseBicep },
    { name: 'JSON.parse', files: 'main.json', texts: json, read: (text) => JSON.parse(text) as unknown },
    { name: 'jsonc-parser parseTree', files: 'main.json', texts: json, read: (text) => parseTree(text) },
    { name: 'ts.createSourceFile', files: '.ts, .d.ts', texts: typescript, read: parseTypeScript },
  ];
}

function measure(all: readonly Job[]): ReadonlyMap<Job, Rate> {
  const times = new Map(all.map((job) => [job, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [job, seconds] of times) {
      const start = performance.now();
      for (const text of job.texts) job.read(text);
      seconds.push((performance.now() - start) / 1000);
    }
  }
  return new Map(all.map((job) => [job, rate(job.texts, times.get(job) ?? [])]));
}

function rate(texts: readonly string[], times: readonly number[]): Rate {
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const sorted = [...times].sort((a, b) => a - b);
  return { best: megabytes / (sorted[0] ?? NaN), median: megabytes / (sorted[sorted.length >> 1] ?? NaN) };
}

function printWarm(rates: ReadonlyMap<Job, Rate>): void {
  const ours = [...rates].find(([job]) => job.name === 'pelint parseBicep')?.[1];
  console.log(`Warm, ${ROUNDS} rounds in one process:`);
  console.log(`${'reader'.padEnd(30)}${'files'.padEnd(12)}${row('best', 'median', 'MB/s; parseBicep : this')}`);
  for (const [{ name, files }, { best, median }] of rates) {
    const ratio = ((ours?.best ?? NaN) / best).toFixed(2);
    console.log(name.padEnd(30) + files.padEnd(12) + row(best.toFixed(1), median.toFixed(1), ratio));
  }
}

function printCold(rates: readonly number[]): void {
  const sorted = [...rates].sort((a, b) => b - a).map((each) => each.toFixed(1));
  console.log(`Cold, all verified modules in a fresh process, ${COLD_RUNS} runs: ${sorted.join(', ')} MB/s\n`);
}

function row(best: string, median: string, ratio: string): string {
  return `${best.padStart(9)}${median.padStart(9)}   ${ratio}`;
}

/** Bundles a source into one module as the build does. Returns where it is. */
function bundle(source: string, outfile: string): string {
  buildSync({
    absWorkingDir: repositoryRoot,
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
  });
  return outfile;
}

function readAll(folder: string, ...globs: readonly string[]): string[] {
  return globSync([...globs], { cwd: folder }).map((file) => readFileSync(path.join(folder, file), 'utf8'));
}

function loop(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum += text.charCodeAt(index);
  return sum;
}

function parseTypeScript(text: string): unknown {
  return ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, false);
}

void main();
