import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { fileUri, type Uri } from '../../server/src/base/uri';
import { reasonOf } from '../../server/src/deployment/expressions/access';
import { deploy } from '../../server/src/deployment/deploy';
import { Session } from '../../server/src/deployment/project/session';
import type { Sources } from '../../server/src/deployment/project/sources';
import type { Value } from '../../server/src/deployment/values/value';
import { getEntry, knownText } from '../../server/src/deployment/values/values';
import { findTopology } from '../../server/src/domain/topology/find-topology';
import type { Connection } from '../../server/src/domain/topology/topology';

import { readAll } from '../../server/src/lint/read-all';
import { layOutModuleCache, publicModulesBelow } from '../support/module-cache';
import { sharedPath } from '../support/shared';
import { temporaryFolder } from '../support/temporary-folder';

/*
 * Evaluates every verified module of the corpus and its tests by their defaults, from cold, in one process, with the registry's modules
 * in a cache: how long it takes, how much memory, how much is known of private endpoints as far as the rules need it, and why the rest
 * is not. Run with `npx tsx test/bench/run.ts evaluate [PART OF A PATH]`.
 */

/** How often something was known, and how often it was not for which reason. */
class Share {
  private known = 0;
  private readonly reasons = new Map<string, number>();

  add(unknown: string | undefined): void {
    if (unknown === undefined) this.known++;
    else this.reasons.set(unknown, (this.reasons.get(unknown) ?? 0) + 1);
  }

  print(title: string): void {
    const sorted = [...this.reasons].sort((a, b) => b[1] - a[1]);
    const total = sorted.reduce((sum, [, count]) => sum + count, this.known);
    console.log(`  ${title}: ${this.known} of ${total} known, ${((100 * this.known) / total).toFixed(1)} %`);
    for (const [reason, count] of sorted.slice(0, 6)) console.log(`${String(count).padStart(10)}  ${reason}`);
  }
}

class Totals {
  resources = 0;
  readonly locations = new Share();
  readonly targets = new Share();
  readonly groups = new Share();

  print(title: string): void {
    console.log(`\n${title}: ${this.resources} resources; of private endpoints`);
    this.locations.print('locations');
    this.targets.print('types of targets');
    this.groups.print('group IDs');
  }
}

async function measure(folder: string, part: string): Promise<void> {
  const cache = temporaryFolder();
  const { missing } = layOutModuleCache(folder, cache.path, publicModulesBelow(folder));
  const files = globSync('**/*.bicep', { cwd: folder, absolute: true }).sort();
  const roots = files.filter((file) => file.includes(part)).map(fileUri);
  const session = new Session();
  const host = { read: (uri: Uri): Promise<string | undefined> => Promise.resolve(readIfThere(uri)) };
  const modules = { cache: fileUri(cache.path) };
  const start = process.cpuUsage();
  const request = { first: roots, reported: [], modules, configuration: undefined, findStarts: () => roots };
  const { texts, sources } = await readAll(request, host, session);
  const read = cpuSince(start);
  const totals = { tests: new Totals(), modules: new Totals() };
  const times = roots.map((uri) => {
    const before = process.cpuUsage();
    evaluate(uri, sources, uri.includes('/tests/') ? totals.tests : totals.modules);
    return { uri, time: cpuSince(before) };
  });
  const all = cpuSince(start);
  cache.remove();
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${roots.length} templates with ${texts.size - roots.length} more files, ${missing.length} modules missing`,
  );
  console.log(
    `${seconds(all)} of CPU time, of which ${seconds(read)} for reading and parsing; ${memory} MB at the most`,
  );
  totals.tests.print('Tests');
  totals.modules.print('Modules alone, most of which lack required parameters');
  times.sort((a, b) => b.time - a.time);
  console.log('\nSlowest');
  for (const { uri, time } of times.slice(0, 8)) {
    console.log(`${time.toFixed(0).padStart(8)} ms  ${path.relative(folder, fileURLToPath(uri))}`);
  }
}

function evaluate(uri: Uri, sources: Sources, totals: Totals): void {
  const template = sources.template(uri);
  if (!template) return;
  const request = {
    template,
    parameters: undefined,
    cloud: 'public',
    known: { location: 'northeurope' },
    deploymentName: undefined,
  } as const;
  const deployment = deploy(request, sources);
  totals.resources += deployment.resources.length;
  for (const { resource, connections } of findTopology(deployment).endpoints) {
    totals.locations.add(whyUnknown(getEntry(resource.body, 'location')?.value));
    for (const connection of connections) count(connection, totals);
  }
}

function count({ target, targetType, groupIds }: Connection, totals: Totals): void {
  totals.targets.add(targetType === undefined ? reasonWithoutNames(target) : undefined);
  const unknown = groupIds.items.map(whyUnknown).find((reason) => reason !== undefined);
  totals.groups.add(groupIds.open ? 'there may be more' : unknown);
}

function whyUnknown(value: Value | undefined): string | undefined {
  if (value === undefined) return 'there is none';
  return knownText(value) === undefined ? reasonWithoutNames(value) : undefined;
}

function reasonWithoutNames(value: Value): string {
  return value.kind === 'oneOf' ? 'it is one of several' : reasonOf(value).replace(/'[^']*'/g, '…');
}

function readIfThere(uri: Uri): string | undefined {
  const file = fileURLToPath(uri);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** CPU time of the whole process in milliseconds. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

const corpus = sharedPath('corpus', 'verified-modules');
if (corpus !== undefined) void measure(corpus, process.argv[2] ?? '');
