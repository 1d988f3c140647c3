import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileUri, type Uri } from '../../server/src/base/uri';
import { check, createSession, type CheckRequest } from '../../server/src/lint/check';
import { sharedPath } from '../support/shared';

/*
 * What a keystroke costs: a session that has checked a project checks it again after each edit of one file. CPU time of the whole
 * process, so that a busy machine does not count. Run with `npx tsx test/bench/run.ts keystroke [EDITS]`.
 */

const edits = Number(process.argv[2] ?? 40);

async function main(): Promise<void> {
  const corpus = sharedPath('corpus', 'verified-modules');
  if (corpus === undefined) return;
  const all = readAll(corpus);
  const [largest = ''] = [...all].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const folder = largest.slice(0, largest.lastIndexOf('/') + 1);
  const own = new Map([...all].filter(([uri]) => uri.startsWith(folder)));
  await measure('largest verified module', largest, own);
  await measure('the same, all verified modules in the project', largest, all);
  const zones = badZones(2000);
  await measure('2,000 zones, each with a fix', [...zones.keys()][0] ?? '', zones);
}

async function measure(title: string, edited: Uri, files: ReadonlyMap<Uri, string>): Promise<void> {
  const texts = new Map(files);
  const text = texts.get(edited) ?? '';
  const session = createSession();
  const request: CheckRequest = {
    project: [...texts.keys()],
    report: [edited],
    options: { levels: new Map(), cloud: undefined, location: undefined, syntaxErrors: () => true },
  };
  const host = { read: (uri: Uri): Promise<string | undefined> => Promise.resolve(texts.get(uri)) };
  const first = await cpu(() => check(request, host, session));
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    // A comment that grows at the start of the file: every offset behind it is another one.
    texts.set(edited, `// ${'x'.repeat(edit)}\n${text}`);
    times.push(await cpu(() => check(request, host, session)));
  }
  times.sort((a, b) => a - b);
  const figures = `first ${first.toFixed(0)} ms, then median ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms`;
  console.log(`${title} (${files.size} files, ${Math.round(text.length / 1024)} KB edited): ${figures}`);
}

async function cpu(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
}

function badZones(count: number): ReadonlyMap<Uri, string> {
  const zone = (index: number): string =>
    `resource zone${index} 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n` +
    `  name: 'privatelink.we.backup.windowsazure.com'\n  location: 'westeurope'\n}\n`;
  const text = Array.from({ length: count }, (_, index) => zone(index)).join('\n');
  return new Map([['file:///project/main.bicep', text]]);
}

function readAll(folder: string): ReadonlyMap<Uri, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bicep'));
  return new Map(names.sort().map((name) => [fileUri(path.join(folder, name)), read(folder, name)]));
}

function read(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

void main();
