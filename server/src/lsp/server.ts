import { CodeActionKind, TextDocumentSyncKind, type Connection, type InitializeResult } from 'vscode-languageserver';
import { ConnectedClient } from './client';
import type { Naming } from './convert';
import { answerCustomRequests } from './custom-requests';
import { Documents } from './documents';
import { codeActions, fixAllKind } from './features/code-actions';
import { Diagnostics } from './features/diagnostics';
import type { ServerHost } from './host';
import { Projects } from './projects';
import { safely } from './safely';
import { synchronizeDocuments } from './synchronize';
import { watchSurroundings } from './watch';

/** Serves one client until the connection ends. Nothing that a client sends makes it fail: see `safely`. */
export function startServer(connection: Connection, host: ServerHost): void {
  const client = new ConnectedClient();
  const documents = new Documents(host);
  const projects = new Projects(host, documents);
  const name: Naming = (uri) => ({ uri: documents.clientUri(uri), version: documents.get(uri)?.version ?? null });
  const diagnostics = new Diagnostics(connection, documents, projects, name, host);
  const log = connection.console;

  connection.onInitialize((params) => {
    client.initialize(params);
    projects.setWorkspaceFolders(client.workspaceFolders);
    diagnostics.setSyntaxErrors(client.options.syntaxErrors);
    return initializeResult;
  });
  connection.onShutdown(() => diagnostics.dispose());

  synchronizeDocuments(connection, documents, diagnostics);
  watchSurroundings(connection, client, documents, projects, diagnostics);

  connection.onCodeAction(
    safely(log, 'Finding quick fixes', [], (params) => {
      if (!client.takesCodeActions) return [];
      return codeActions(params, { diagnostics, name, versioned: client.takesVersionedEdits });
    }),
  );
  answerCustomRequests(connection, { documents, projects, diagnostics, host });

  connection.listen();
}

const initializeResult: InitializeResult = {
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};
