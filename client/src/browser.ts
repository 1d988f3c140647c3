import type { ExtensionContext } from 'vscode';
import { startExtension } from './extension';

/** As `activate` of `node.ts`, for a VS Code in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): void {
  startExtension(context, async (options) => (await import('./server-worker')).clientOfWorker(context, options));
}
