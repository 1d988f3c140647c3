// The language server in a web worker, where there is no disk: everything is read through the client.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { today } from '../host/today';
import { Turns } from '../host/turns';
import { Lifecycle } from './lifecycle';
import { startServer } from './server';

const [reader, writer] = [new BrowserMessageReader(self), new BrowserMessageWriter(self)];
const connection = createConnection(reader, writer, { messageStrategy: new Lifecycle() });

// A process would end with the connection; a worker ends when it says so.
connection.onExit(() => self.close());
const turns = new Turns((run) => setTimeout(run));
startServer(connection, (files) => ({
  ...files,
  today,
  pause: () => turns.pause(),
  stamp: () => undefined,
  realUri: (uri) => uri,
}));
