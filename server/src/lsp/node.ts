// The language server as a process of its own: `node dist/server.js --stdio`, or `--node-ipc` where an editor forks it.
import { createConnection } from 'vscode-languageserver/node';
import { Lifecycle } from './lifecycle';
import { createNodeHost } from './node-host';
import { describe } from './safely';
import { startServer } from './server';

const lifecycle = new Lifecycle();
const connection = createConnection({ messageStrategy: lifecycle });

// What slips through every handler must not take the editor's diagnostics down with it.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => connection.console.error(`Unexpected failure: ${describe(error)}`));
}

// With `--socket` and `--pipe` the server looks for the editor, and the library says nothing where nobody is there.
process.on('exit', (status) => {
  if (status !== 0 || lifecycle.hasBegun) return;
  process.stderr.write('pelint: The editor cannot be reached: nobody has spoken to the language server.\n');
  process.exitCode = 1;
});

startServer(connection, createNodeHost);
