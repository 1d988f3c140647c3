import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { productId } from '../../server/src/protocol';
import { heading } from './heading';

/** A client whose server is a process. Starts nothing. This file is loaded when it is needed: the library behind it is large. */
export function clientOfProcess(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  return new LanguageClient(productId, heading, { run: server, debug: server }, options);
}
