import { Uri, workspace, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { productId } from '../../server/src/protocol';
import { heading } from './heading';

/** As `clientOfProcess`, for a browser: the server is a web worker. */
export function clientOfWorker(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'worker.js');
  return new LanguageClient(productId, heading, () => connectWorker(script), options);
}

/** The library would take the worker itself only if it were an instance of `Worker`, which VS Code has replaced. */
async function connectWorker(script: Uri): Promise<MessageTransports> {
  const worker = await startWorker(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** A worker must come from the page's own origin, which an extension's files do not; what was read from them does. */
async function startWorker(script: Uri): Promise<Worker> {
  const code = new Blob([new Uint8Array(await workspace.fs.readFile(script))], { type: 'text/javascript' });
  const url = URL.createObjectURL(code);
  try {
    return new Worker(url, { name: productId });
  } finally {
    // The worker has begun to load what the address stands for.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}
