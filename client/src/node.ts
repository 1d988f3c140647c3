import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { productId } from '../../server/src/protocol';
import { Client } from './client';
import { registerShowExpectedFqdns } from './commands/show-expected-fqdns';

/** VS Code calls this when the first document of one of our languages is opened or a command is run. Starts no process by itself. */
export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const client = new Client(
    (options) => new LanguageClient(productId, 'Azure Private Endpoints', { run: server, debug: server }, options),
  );
  context.subscriptions.push(client, registerShowExpectedFqdns(client));
}
