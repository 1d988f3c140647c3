// The language server as a process of its own: `node dist/server.js --stdio`, or `--node-ipc` where an editor forks it.
import { createConnection } from 'vscode-languageserver/node';
import { Lifecycle } from './lifecycle';
import { createNodeHost } from './node-host';
import { describe } from './safely';
import { startServer } from './server';

const connection = createConnection({ messageStrategy: new Lifecycle() });

// What slips through every handler must not take the editor's diagnostics down with it.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => connection.console.error(`Unexpected failure: ${describe(error)}`));
}

startServer(connection, createNodeHost);
