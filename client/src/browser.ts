import { Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { productId } from '../../server/src/protocol';
import { startExtension } from './extension';

/** As `activate` of `node.ts`, for a VS Code in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'worker.js');
  startExtension(
    context,
    (options) => new LanguageClient(productId, 'Azure Private Endpoints', () => startWorker(script), options),
  );
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
