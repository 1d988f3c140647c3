import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { uriOfPath } from '../../server/src/host/paths';
import { checkedNotification } from '../../server/src/protocol';
import { BicepCompiler } from '../support/bicep-compiler';
import { pullCapabilities, usualCapabilities, type LanguageServer } from '../support/language-server';
import { sharedPath } from '../support/shared';
import { temporaryFolder } from '../support/temporary-folder';
import { figures, probe, startProbed } from './server-process';

/*
 * From a keystroke to its diagnostics, as an editor waits for them: over the real process. Once for editors that ask, which get their answer
 * as soon as it is known, and once for those that are told, where the server first waits whether more is typed. The processor's time is
 * that of the server's process alone. With PELINT_BICEP, what the real compiler takes to compile the same file, warm, is beside it: it does
 * more, for it writes JSON, and less, for it evaluates nothing.
 * Run with `npm run build && npx tsx test/bench/run.ts server-keystroke [EDITS]`.
 */

const edits = Number(process.argv[2] ?? 60);

async function main(): Promise<void> {
  const corpus = sharedPath('corpus', 'verified-modules', 'avm', 'res');
  if (corpus === undefined) return;
  const folder = temporaryFolder({ '.git/HEAD': '' });
  const module = path.join(folder.path, 'module');
  cpSync(path.join(corpus, 'web', 'site'), module, { recursive: true, filter: (file) => !/tests|\.json$/.test(file) });
  const compiled = path.join(folder.path, 'compiled', 'main.json');
  mkdirSync(path.dirname(compiled));
  writeFileSync(compiled, megabyteOfJson(corpus));
  await measure('largest verified module', path.join(module, 'slot', 'main.bicep'), 'bicep');
  await measure('compiled ARM template', compiled, 'json');
  folder.remove();
}

async function measure(title: string, file: string, language: string): Promise<void> {
  const text = readFileSync(file, 'utf8');
  console.log(`${title}, ${Math.round(text.length / 1024)} KB, ${edits} edits`);
  for (const asks of [true, false]) await measureServer(file, language, text, asks);
  if (language === 'bicep') await measureCompiler(file, text);
}

async function measureServer(file: string, language: string, text: string, asks: boolean): Promise<void> {
  const capabilities = asks ? pullCapabilities : usualCapabilities;
  const initializationOptions = { announceChecks: true };
  const server = await startProbed({ folders: [uriOfPath(path.dirname(file))], capabilities, initializationOptions });
  const uri = uriOfPath(file);
  await server.open(uri, language, text);
  await (asks ? server.pull(uri) : server.settled(uri));
  const waited: number[] = [];
  const worked: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const before = await probe(server);
    const began = performance.now();
    await (asks ? typeAndAsk(server, uri) : typeAndHear(server, uri));
    waited.push(performance.now() - began);
    worked.push((await probe(server)).cpu - before.cpu);
  }
  console.log(`  ${asks ? 'asked' : 'told '}  ${figures(waited)}; processor ${figures(worked)}`);
  await server.stop();
}

async function typeAndAsk(server: LanguageServer, uri: string): Promise<void> {
  void server.edit(uri, [blank]);
  await server.pull(uri);
}

/** What every check has seen is told right behind its diagnostics, also where there are none. */
async function typeAndHear(server: LanguageServer, uri: string): Promise<void> {
  const checked = new Promise((resolve) => server.connection.onNotification(checkedNotification, resolve));
  void server.edit(uri, [blank]);
  await checked;
}

/** At the start of the text, so that every offset behind it is another one. */
const blank = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: ' ' };

async function measureCompiler(file: string, text: string): Promise<void> {
  const compiler = BicepCompiler.find();
  if (compiler === undefined) return;
  const times: number[] = [];
  for (let edit = 0; edit < edits + 3; edit++) {
    writeFileSync(file, ' '.repeat(edit) + text);
    const began = performance.now();
    await compiler.compile(file);
    // The first ones bring the compiler up to its speed.
    if (edit >= 3) times.push(performance.now() - began);
  }
  compiler.close();
  console.log(`  bicep  ${figures(times)}, to compile it: it writes JSON, and evaluates nothing`);
}

/** A template as large as they come: compiled modules as nested deployments, a megabyte of them. */
function megabyteOfJson(corpus: string): string {
  const resources: unknown[] = [];
  for (const module of ['web/site', 'sql/server']) {
    const template: unknown = JSON.parse(readFileSync(path.join(corpus, module, 'main.json'), 'utf8'));
    const properties = { mode: 'Incremental', expressionEvaluationOptions: { scope: 'inner' }, template };
    const name = module.replace('/', '-');
    resources.push({ type: 'Microsoft.Resources/deployments', apiVersion: '2022-09-01', name, properties });
  }
  const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
  return JSON.stringify({ $schema: schema, contentVersion: '1.0.0.0', resources }, undefined, 2);
}

void main();
