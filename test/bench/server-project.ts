import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { uriOfPath } from '../../server/src/host/paths';
import { pullingAndWatchingCapabilities, type LanguageServer } from '../support/language-server';
import { sharedPath } from '../support/shared';
import { probe, quantile, startProbed } from './server-process';

/*
 * All verified modules as one project: how long the server's process sees to nothing else while it reads, checks and follows typing (aim: never
 * more than 50 ms), in a file that few others have to do with and in the largest, of which many are made. Then all of them without a folder, where each folder is a project: what is kept in memory when they have been opened, one
 * after the other, and closed again (aim: within a fifth of what was needed when the first of them had been, for the warm-up). Run with `npm run build && npx tsx test/bench/run.ts server-project [TEMPLATES]`.
 */

const warmUp = 100;
const most = Number(process.argv[2] ?? Number.POSITIVE_INFINITY);

async function main(): Promise<void> {
  const corpus = sharedPath('corpus', 'verified-modules');
  if (corpus === undefined) return;
  const capabilities = pullingAndWatchingCapabilities;
  const files = globSync('**/*.bicep', { cwd: corpus, absolute: true }).sort();
  const whole = await startProbed({ folders: [uriOfPath(corpus)], capabilities });
  const [largest = ''] = files.map((file) => [file, statSync(file).size] as const).sort((a, b) => b[1] - a[1])[0] ?? [];
  for (const file of [files[0] ?? '', largest]) {
    console.log(path.relative(corpus, file));
    await measureBlockages(whole, file);
  }
  await whole.stop();
  const single = await startProbed({ capabilities });
  await measureMemory(single, files.slice(0, most));
  await single.stop();
}

async function measureBlockages(server: LanguageServer, file: string): Promise<void> {
  const uri = uriOfPath(file);
  await probe(server, 'forget');
  await print(server, 'opened', () => openAndAsk(server, file));
  for (let edit = 0; edit < 3; edit++)
    await print(server, 'keystroke', async () => {
      await server.change(uri, `// ${edit}\n${readFileSync(file, 'utf8')}`);
      await server.pull(uri);
    });
  await server.close(uri);
}

async function print(server: LanguageServer, what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  const took = performance.now() - began;
  const { longest, longestCpu } = await probe(server, 'forget');
  const worked = `${longestCpu.toFixed(0)} ms of work between two turns`;
  console.log(`${what}: ${took.toFixed(0)} ms, longest blockage ${longest.toFixed(0)} ms (${worked})`);
}

async function measureMemory(server: LanguageServer, files: readonly string[]): Promise<void> {
  let start = await rested(server);
  const during: number[] = [];
  for (const [index, file] of files.entries()) {
    if (index === warmUp) start = await rested(server);
    await openAndAsk(server, file);
    if (index % 50 === 0) during.push((await probe(server, 'collect')).heap);
    await server.close(uriOfPath(file));
  }
  const end = await rested(server);
  const growth = Math.round((100 * (end - start)) / start);
  const open = `${quantile(during, 0.5).toFixed(1)} MB with a template open`;
  console.log(
    `heap: ${start.toFixed(1)} MB at the start, ${open}, ${end.toFixed(1)} MB after ${files.length}: ${growth} %`,
  );
}

/** The heap in MB once the server has noticed that nothing is open. */
async function rested(server: LanguageServer): Promise<number> {
  await server.pull('untitled:nothing');
  await new Promise((resolve) => setTimeout(resolve, 500));
  return (await probe(server, 'collect')).heap;
}

async function openAndAsk(server: LanguageServer, file: string): Promise<void> {
  const uri = uriOfPath(file);
  await server.open(uri, 'bicep', readFileSync(file, 'utf8'));
  await server.pull(uri);
}

void main();
