import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../engine';
import type { Io } from '../io';
import { filesByProject } from './files-by-project';
import type { CheckInput } from './input';
import type { CheckCommandOptions } from './options';
import { wantsProgress, withProgress } from './progress';

/** A project with fewer files is checked before a thread has started. */
const FEWEST_FILES_FOR_A_THREAD = 200;

/** The engine with what the options add to it. Each part is loaded only where it is wanted, since most runs are small. */
export async function equippedEngine(
  plain: Engine,
  input: CheckInput,
  options: CheckCommandOptions,
  io: Io,
): Promise<Engine> {
  const worked = await withThreads(plain, input, options, io);
  const engine = wantsProgress(options, io) ? withProgress(worked, io) : worked;
  if (!options.cache) return engine;
  const { cachedEngine } = await import('../cache/cached-engine');
  // What --diff shows is not what the disk has.
  const mayWrite = !options.diff;
  return cachedEngine(engine, { cwd: io.cwd, mayWrite, warn: (message) => io.err(`pelint: ${message}\n`) });
}

/** Threads are for several large projects. What checks again and again, to find fixes or to watch, makes use of what was read before: no new thread can. */
async function withThreads(
  engine: Engine,
  { report }: CheckInput,
  { fix, diff, watch, configuration }: CheckCommandOptions,
  { cwd }: Io,
): Promise<Engine> {
  const isLarge = (files: readonly string[]): boolean => files.length >= FEWEST_FILES_FOR_A_THREAD;
  if (fix || diff || watch || !isLarge(report)) return engine;
  const projects = [...filesByProject(report, configuration, cwd).values()].filter(isLarge);
  const worker = projects.length < 2 ? undefined : workerBeside(engine.program);
  if (worker === undefined) return engine;
  const { threadedEngine } = await import('../parallel/threaded-engine');
  return threadedEngine(engine, { worker, isLarge: (request) => isLarge(request.report) });
}

/** The bundle that threads run, which lies beside that of the linter; undefined where the sources are not bundled. */
function workerBeside(program: string | undefined): string | undefined {
  if (program === undefined) return undefined;
  const file = program.startsWith('file:') ? fileURLToPath(program) : program;
  const worker = path.join(path.dirname(file), 'check-worker.js');
  return existsSync(worker) ? worker : undefined;
}
