import type { ExtensionContext } from 'vscode';
import { startExtension } from './extension';

/** VS Code calls this when the first document of one of our languages is opened or a command is run. The server is a process. */
export function activate(context: ExtensionContext): void {
  startExtension(context, async (options) => (await import('./server-process')).clientOfProcess(context, options));
}
