import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { productId } from '../../server/src/protocol';
import { startExtension } from './extension';

/** VS Code calls this when the first document of one of our languages is opened or a command is run. The server is a process. */
export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  startExtension(
    context,
    (options) => new LanguageClient(productId, 'Azure Private Endpoints', { run: server, debug: server }, options),
  );
}
