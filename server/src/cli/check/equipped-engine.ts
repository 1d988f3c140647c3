import type { Engine } from '../engine';
import type { Io } from '../io';
import type { CheckCommandOptions } from './options';

/** The engine with what the options add to it. Each part is loaded only where it is wanted, since most runs are small. */
export async function equippedEngine(engine: Engine, options: CheckCommandOptions, io: Io): Promise<Engine> {
  if (!options.cache) return engine;
  const { cachedEngine } = await import('../cache/cached-engine');
  // What --diff shows is not what the disk has.
  const mayWrite = !options.diff;
  return cachedEngine(engine, { cwd: io.cwd, mayWrite, warn: (message) => io.err(`pelint: ${message}\n`) });
}
