import { once } from 'node:events';
import path from 'node:path';
import { LanguageServer, serverCommand, type StartOptions } from '../support/language-server';
import { repositoryRoot } from '../support/repository';

/** What a server's process says of itself: times in milliseconds, sizes in MB. */
export interface Probe {
  /** Spent since the start, all threads. */
  readonly cpu: number;
  /** The longest time in which no event was seen to, and how much of that, or of another such time, the process worked. */
  readonly longest: number;
  readonly longestCpu: number;
  /** Without compiled code; with `collect`, after a collection of what is no longer used. */
  readonly heap: number;
  readonly code: number;
  readonly rss: number;
}

/** The server as it ships, with a probe in its process. */
export async function startProbed(options: StartOptions): Promise<LanguageServer> {
  const probe = path.join(repositoryRoot, 'test', 'bench', 'server-probe.mjs');
  const server = LanguageServer.launch(['--expose-gc', '--import', probe, ...serverCommand], 'ipc');
  await server.initialize(options);
  return server;
}

/** Asks for what the process has done; with `forget`, blockages are counted from now on; with `collect`, memory is collected before. */
export async function probe(
  { process }: LanguageServer,
  question: 'tell' | 'forget' | 'collect' = 'tell',
): Promise<Probe> {
  const answer = once(process, 'message');
  process.send(question);
  const [told] = (await answer) as [Probe];
  return told;
}

/** The value below which a share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Median and p95, in milliseconds. */
export function figures(times: readonly number[]): string {
  return `median ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`;
}
