import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { productId } from '../../server/src/protocol';
import { Client } from './client';
import { registerCopyFqdnsAs } from './commands/copy-fqdns-as';
import { registerShowExpectedFqdns } from './commands/show-expected-fqdns';
import { FqdnDocuments } from './fqdn-documents';

/** VS Code calls this when the first document of one of our languages is opened or a command is run. Starts no process by itself. */
export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const client = new Client(
    (options) => new LanguageClient(productId, 'Azure Private Endpoints', { run: server, debug: server }, options),
  );
  const documents = new FqdnDocuments(client);
  context.subscriptions.push(
    client,
    documents,
    registerShowExpectedFqdns(client, documents),
    registerCopyFqdnsAs(client),
  );
}
