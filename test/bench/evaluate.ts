import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileUri } from '../../server/src/base/uri';
import { knownText } from '../../server/src/deployment/values';
import { deploy } from '../../server/src/deployment/deploy';
import { Session } from '../../server/src/deployment/session';
import { findTopology } from '../../server/src/domain/find-topology';
import type { Connection } from '../../server/src/domain/topology';
import { createSources } from '../../server/src/lint/closure';
import { sharedPath } from '../support/shared';

/*
 * Evaluates every verified module of the corpus by its defaults, from cold, in one process: how long it takes, how much memory, and how
 * many private endpoints are known as far as the rules need them. Run with `npx tsx test/bench/evaluate.ts [PART OF A PATH]`.
 */

interface Totals {
  readonly times: { readonly file: string; readonly milliseconds: number }[];
  resources: number;
  connections: number;
  knownTargets: number;
  knownGroups: number;
}

const corpus = sharedPath('corpus', 'verified-modules');
if (corpus !== undefined) measure(corpus, process.argv[2] ?? '');

function measure(folder: string, part: string): void {
  const files = templatesBelow(folder).filter((file) => file.includes(part));
  const start = performance.now();
  const session = new Session();
  const texts = new Map(files.map((file) => [fileUri(file), readFileSync(file, 'utf8')]));
  const totals: Totals = { times: [], resources: 0, connections: 0, knownTargets: 0, knownGroups: 0 };
  for (const [index, uri] of [...texts.keys()].entries()) {
    const before = performance.now();
    evaluate(uri, texts, session, totals);
    totals.times.push({ file: files[index] ?? uri, milliseconds: performance.now() - before });
  }
  print(totals, performance.now() - start, folder);
}

function evaluate(uri: string, texts: ReadonlyMap<string, string>, session: Session, totals: Totals): void {
  const sources = createSources(texts, session);
  const template = sources.template(uri);
  if (!template) return;
  const deployment = deploy(
    { template, parameters: undefined, cloud: 'public', known: {}, deploymentName: undefined },
    sources,
  );
  totals.resources += deployment.resources.length;
  for (const endpoint of findTopology(deployment).endpoints) {
    for (const connection of endpoint.connections) count(connection, totals);
  }
}

function count({ targetType, groupIds }: Connection, totals: Totals): void {
  totals.connections++;
  if (targetType !== undefined) totals.knownTargets++;
  if (!groupIds.open && groupIds.items.every((item) => knownText(item) !== undefined)) totals.knownGroups++;
}

function print({ times, ...totals }: Totals, total: number, folder: string): void {
  const sorted = [...times].sort((a, b) => b.milliseconds - a.milliseconds);
  console.log(
    `${times.length} templates in ${Math.round(total)} ms, peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  );
  console.log(totals);
  for (const { file, milliseconds } of sorted.slice(0, 10)) {
    console.log(`${milliseconds.toFixed(1).padStart(8)} ms  ${path.relative(folder, file)}`);
  }
}

function templatesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bicep'))
    .sort()
    .map((name) => path.join(folder, name));
}
