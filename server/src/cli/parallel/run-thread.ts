import { Worker } from 'node:worker_threads';
import type { CheckHost } from '../../lint/check';
import type { FromThread, ThreadResult, ToThread, Work } from './messages';

/** Runs a thread until it is done, and reads for it. Where it crashes, the answer is why. Never rejects. */
export function runThread(file: string, work: Work, host: CheckHost): Promise<ThreadResult | string> {
  return new Promise((resolve) => {
    const worker = new Worker(file, { workerData: work });
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'done') resolve(message.result);
      else void answer(worker, message.uri, host);
    });
    worker.on('error', (error) => resolve(error.message));
    // Whoever has resolved before does not care.
    worker.on('exit', (code) => resolve(`it ended with ${code}`));
  });
}

async function answer(worker: Worker, uri: string, host: CheckHost): Promise<void> {
  const message: ToThread = { uri, answer: await host.read(uri) };
  worker.postMessage(message);
}
