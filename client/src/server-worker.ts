import { Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { productId } from '../../server/src/protocol';

/** As `clientOfProcess`, for a browser: the server is a web worker. */
export function clientOfWorker(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'worker.js');
  return new LanguageClient(productId, 'Azure Private Endpoints', () => startWorker(script), options);
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
