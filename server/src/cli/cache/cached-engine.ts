import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tool } from '../../base/product';
import type { Uri } from '../../base/uri';
import type { CheckRequest, CheckResult } from '../../lint/check';
import type { Engine, EngineResult } from '../engine';
import { plainResult } from '../plain-result';
import { CacheFolder, cacheFolderName } from './cache-folder';
import { digest, Snapshot } from './snapshot';

export interface CacheOptions {
  /** The working directory, which the cache lies in; absolute. */
  readonly cwd: string;
  /** Whether what was found may be kept: not where texts are checked that the disk will not have. */
  readonly mayWrite: boolean;
  /** Told once where the cache cannot be written. */
  readonly warn: (message: string) => void;
}

/**
 * The engine with a memory on disk. A check depends on nothing but its request and the files that it asks for, there or not: where all of
 * them are as they were, so is the result. What is unknown, broken or from another version of pelint is checked and saved anew.
 */
export function cachedEngine(engine: Engine, { cwd, mayWrite, warn }: CacheOptions): Engine {
  const folder = new CacheFolder(cwd);
  const program = programOf(engine);
  let canWrite = mayWrite && program !== undefined;
  return {
    ...engine,
    check: async (request, host) => {
      const key = keyOf(request, program);
      const snapshot = new Snapshot(host);
      const known = program === undefined ? undefined : await resultFrom(folder.load(key), request, snapshot);
      if (known !== undefined) return known;
      const result = await engine.check(request, snapshot);
      // What has crashed may do better the next time.
      const hasCrashed = result.failures.length > 0 || result.crash !== undefined;
      if (!canWrite || hasCrashed) return result;
      const problem = folder.save(key, entryOf(result, request, snapshot));
      if (problem !== undefined) {
        warn(`cannot write the cache ${cacheFolderName}, so the next run starts anew: ${problem}`);
        canWrite = false;
      }
      return result;
    },
  };
}

/** What is kept of a check. */
interface Entry {
  /** The day of the check, where one of the files may have something that ends with a day. */
  readonly today: string | undefined;
  readonly files: readonly (readonly [Uri, string])[];
  readonly result: Omit<CheckResult, 'ignored' | 'times' | 'texts'> & { readonly ignored: readonly Uri[] };
}

function entryOf(result: EngineResult, { options }: CheckRequest, snapshot: Snapshot): string {
  const { hadThread: _hadThread, ...checked } = result;
  const { ignored, times: _times, texts: _texts, ...rest } = plainResult(checked);
  // JSON may spell a word with escapes.
  const mayEnd = [...snapshot.texts.values()].some((text) => /until|\\u/.test(text));
  const today = mayEnd ? options.today : undefined;
  const entry: Entry = { today, files: snapshot.fingerprints(), result: { ...rest, ignored: [...ignored] } };
  return JSON.stringify(entry);
}

/** The result in an entry where it still holds. */
async function resultFrom(
  text: string | undefined,
  { options }: CheckRequest,
  snapshot: Snapshot,
): Promise<EngineResult | undefined> {
  if (text === undefined) return undefined;
  // What was saved under this key by this very program has this shape, and the folder vouches for its being whole.
  const { today, files, result } = JSON.parse(text) as Entry;
  if (today !== undefined && today !== options.today) return undefined;
  if (!(await snapshot.agrees(files))) return undefined;
  return {
    ...result,
    ignored: new Set(result.ignored),
    times: new Map(),
    texts: snapshot.texts,
    isCached: true,
  };
}

/** All that a check depends on besides its files; the day counts only where a file has something to do with days. */
function keyOf(request: CheckRequest, program: string | undefined): string {
  const options = { ...request.options, today: undefined };
  return JSON.stringify([tool, program, { ...request, options }], (_, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value,
  );
}

/** What tells this state of the program from all others, whatever version it says it has; undefined where nothing does. */
function programOf({ program }: Engine): string | undefined {
  if (program === undefined) return undefined;
  try {
    return digest(readFileSync(program.startsWith('file:') ? fileURLToPath(program) : program));
  } catch {
    return undefined;
  }
}
