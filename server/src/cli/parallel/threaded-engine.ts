import { availableParallelism } from 'node:os';
import type { Uri } from '../../base/uri';
import type { CheckRequest } from '../../lint/check';
import { Snapshot } from '../cache/snapshot';
import type { Engine, EngineResult } from '../engine';
import type { Work } from './messages';
import { runThread } from './run-thread';

export interface ThreadOptions {
  /** The bundle that a thread runs, an absolute path. */
  readonly worker: string;
  /** What is too small for a thread is done before one has started. */
  readonly isLarge: (request: CheckRequest) => boolean;
}

/** Each thread keeps the texts and trees of a project for itself, and memory is dearer than time. */
const MOST_THREADS = 4;

/**
 * The engine, which checks large projects at the same time, each in a thread of its own. A project is not divided: what one of its templates
 * declares may matter to any other, so that each part would have to work out the whole again.
 */
export function threadedEngine(engine: Engine, { worker, isLarge }: ThreadOptions): Engine {
  return {
    ...engine,
    atOnce: Math.min(availableParallelism(), MOST_THREADS),
    check: async (request, host) => {
      if (!isLarge(request)) return engine.check(request, host);
      const snapshot = new Snapshot(host);
      for (const uri of new Set([...request.project, ...request.report])) await snapshot.read(uri);
      const result = await runThread(worker, workOf(request, snapshot.texts), snapshot);
      if (typeof result === 'string') return crashed(result, request.report);
      return { ...result, texts: snapshot.texts, hadThread: true };
    },
  };
}

/** Functions cannot be sent: a clock and the question for syntax errors, to which the command's answer is always yes. */
function workOf({ now, options, ...request }: CheckRequest, texts: ReadonlyMap<Uri, string>): Work {
  const { syntaxErrors: _syntaxErrors, ...sent } = options;
  return { request: { ...request, options: sent }, isTimed: now !== undefined, texts };
}

function crashed(message: string, files: readonly Uri[]): EngineResult {
  return {
    deployments: [],
    joints: [],
    times: new Map(),
    findings: [],
    elsewhere: [],
    problems: [],
    configurationProblems: [],
    ignored: new Set(),
    failures: [],
    checked: [],
    texts: new Map(),
    hadThread: true,
    crash: { message, files },
  };
}
