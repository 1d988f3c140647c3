import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Uri } from '../../base/uri';
import type { CheckHost } from '../../lint/check';
import type { Engine } from '../engine';
import { plainResult } from '../plain-result';
import type { FromThread, ToThread, Work } from './messages';

/*
 * A thread that checks one project. It reads nothing by itself: the main thread does, so that what it was told is known there.
 */

if (parentPort !== null) void serve(parentPort, workerData as Work);

async function serve(port: MessagePort, { request, texts, isTimed }: Work): Promise<void> {
  const { createEngine } = await import('../commands/check');
  const engine: Engine = createEngine();
  const options = { ...request.options, syntaxErrors: () => true };
  const now = isTimed ? (): number => performance.now() : undefined;
  const result = await engine.check({ ...request, options, now }, hostOf(port, texts));
  const { texts: _texts, ...rest } = plainResult(result);
  say(port, { kind: 'done', result: rest });
  port.close();
}

/** Asks the main thread for what is not among the texts. */
function hostOf(port: MessagePort, texts: ReadonlyMap<Uri, string>): CheckHost {
  const waiting = new Map<Uri, ((answer: ToThread['answer']) => void)[]>();
  port.on('message', ({ uri, answer }: ToThread) => {
    for (const resolve of waiting.get(uri) ?? []) resolve(answer);
    waiting.delete(uri);
  });
  return {
    read: (uri) => {
      const text = texts.get(uri);
      if (text !== undefined) return Promise.resolve(text);
      return new Promise((resolve) => {
        waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]);
        say(port, { kind: 'read', uri });
      });
    },
  };
}

function say(port: MessagePort, message: FromThread): void {
  port.postMessage(message);
}
