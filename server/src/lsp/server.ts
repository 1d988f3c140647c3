import {
  DocumentDiagnosticReportKind,
  TextDocumentSyncKind,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeResult,
} from 'vscode-languageserver';
import { version } from '../base/product';
import type { Uri } from '../base/uri';
import { checkedNotification, productId } from '../protocol';
import { ConnectedClient } from './client';
import { ClientLog } from './client-log';
import { createClientFiles, type ClientFiles } from './client-files';
import type { Naming } from './convert';
import { answerCustomRequests } from './custom-requests';
import { Documents } from './documents';
import { checkedProject } from './features/checked-project';
import { Diagnostics } from './features/diagnostics';
import { readingCapabilities, serveReadingAids } from './features/insight/reading-aids';
import { PullDiagnostics } from './features/pull-diagnostics';
import { PushDiagnostics } from './features/push-diagnostics';
import { FindingsStore } from './findings-store';
import { serveWritingAids, writingCapabilities } from './features/writing-aids';
import type { ServerHost } from './host';
import { answerRefused } from './lifecycle';
import { Progress } from './progress';
import { Projects } from './projects';
import { safely } from './safely';
import { EditorSettings } from './settings';
import { synchronizeDocuments } from './synchronize';
import { watchSurroundings } from './watch';

/**
 * Serves one client until the connection ends. Nothing that a client sends makes it fail: see `safely`. `createHost` gives the machine that
 * the server runs on, and what of it only the client can read.
 */
export function startServer(connection: Connection, createHost: (files: ClientFiles) => ServerHost): void {
  const log = new ClientLog(connection);
  const client = new ConnectedClient();
  const host = createHost(createClientFiles(connection, client, log));
  const documents = new Documents(host, client);
  const projects = new Projects(host, documents);
  const name: Naming = (uri) => ({ uri: documents.clientUri(uri), version: documents.get(uri)?.version ?? null });
  const settings = new EditorSettings(connection, client);
  const diagnostics = new Diagnostics(
    log,
    documents,
    projects,
    new FindingsStore(client),
    settings,
    host,
    new Progress(connection),
  );
  const pull = new PullDiagnostics(connection, client, documents, diagnostics, name);

  connection.onInitialize((params) => {
    client.initialize(params);
    projects.setWorkspaceFolders(client.workspaceFolders);
    diagnostics.setSyntaxErrors(client.options.syntaxErrors);
    diagnostics.tell(client.pullsDiagnostics ? pull : new PushDiagnostics(connection, diagnostics, name));
    if (client.options.announceChecks === true) {
      const clientUri = (uri: Uri): string => documents.clientUri(uri);
      diagnostics.tellOfChecks((check) => {
        void connection.sendNotification(checkedNotification, checkedProject(check, clientUri));
      });
    }
    return initializeResultFor(client);
  });
  answerRefused(connection);
  connection.onShutdown(() => {
    diagnostics.dispose();
    pull.dispose();
  });

  const surroundings = { connection, log, client, documents, projects, settings, diagnostics };
  synchronizeDocuments(surroundings);
  watchSurroundings(surroundings);

  connection.languages.diagnostics.on(
    safely(log, 'Finding diagnostics', noDiagnostics, (params, token) => pull.document(params, token)),
  );
  connection.languages.diagnostics.onWorkspace((asked, cancelled, _progress, parts) =>
    safely(log, 'Finding diagnostics', { items: [] }, (params: typeof asked, token) =>
      pull.workspace(params, token, parts),
    )(asked, cancelled),
  );

  const helping = { client, documents, projects, diagnostics, settings, host, name };
  serveReadingAids(connection, log, helping);
  serveWritingAids(connection, log, helping);
  answerCustomRequests(connection, log, { documents, projects, diagnostics, host });

  connection.listen();
}

const noDiagnostics: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

function initializeResultFor(client: ConnectedClient): InitializeResult {
  return {
    capabilities: {
      positionEncoding: client.positionEncoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { identifier: productId, interFileDependencies: true, workspaceDiagnostics: true },
      }),
      ...readingCapabilities(client),
      ...writingCapabilities(client),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    serverInfo: { name: productId, version },
  };
}
