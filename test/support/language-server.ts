import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CancellationToken } from 'vscode-jsonrpc';
import {
  createProtocolConnection,
  CodeActionRequest,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializeRequest,
  InitializedNotification,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkspaceDiagnosticRequest,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type FileChangeType,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type ServerCapabilities,
  type TextDocumentContentChangeEvent,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { repositoryRoot } from './repository';

const bundle = path.join(repositoryRoot, 'dist', 'server.js');

/** What Node runs to serve over standard input and output. */
export const serverCommand: readonly string[] = [bundle, '--stdio'];

/** What today's editors can do, as far as the server asks. */
export const usualCapabilities: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true }, workspaceFolders: true },
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
  },
};

/** What an editor can do that watches the files of its folders. */
export const watchingCapabilities: ClientCapabilities = {
  ...usualCapabilities,
  workspace: { ...usualCapabilities.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

/** What an editor can do that asks for diagnostics. */
export const pullCapabilities: ClientCapabilities = {
  ...usualCapabilities,
  workspace: { ...usualCapabilities.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...usualCapabilities.textDocument, diagnostic: { relatedDocumentSupport: false } },
};

/** What an editor can do that does both, and cannot be told to ask again. */
export const pullingAndWatchingCapabilities: ClientCapabilities = {
  ...watchingCapabilities,
  textDocument: { ...pullCapabilities.textDocument },
};

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Null from clients that know several but have none open. */
  readonly folders?: readonly string[] | null;
  /** The only folder, as clients name it that know no several. */
  readonly rootUri?: string;
  /** The process with which the server is to end. */
  readonly processId?: number;
}

/** The real server as a process, and a client that remembers what it publishes. */
export class LanguageServer {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  readonly messages: string[] = [];
  /** How often the server asked to be asked for diagnostics again. */
  refreshes = 0;
  /** What the user has set below `pelint.`. */
  settings: unknown = null;
  readonly connection: ProtocolConnection;
  /** What the server says that it can do. */
  capabilities: ServerCapabilities = {};
  private readonly versions = new Map<string, number>();

  private constructor(readonly process: ChildProcess) {
    const { stdout, stdin } = process;
    if (stdout === null || stdin === null) throw new Error('The server has no streams');
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => void this.published.push(params));
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => void this.logged.push(message));
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => void this.messages.push(message));
    this.connection.onRequest(RegistrationRequest.type, () => undefined);
    this.connection.onRequest(DiagnosticRefreshRequest.type, () => void this.refreshes++);
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    this.connection.listen();
  }

  static async start(options: StartOptions = {}): Promise<LanguageServer> {
    const server = LanguageServer.launch();
    await server.initialize(options);
    return server;
  }

  /** The process alone, to which nobody has said anything yet. `command` is what Node runs; `beside` is another way to talk to it. */
  static launch(command: readonly string[] = serverCommand, beside: 'ipc' | 'ignore' = 'ignore'): LanguageServer {
    if (!existsSync(bundle)) throw new Error('dist/server.js is missing: npm run build');
    return new LanguageServer(spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit', beside] }));
  }

  async initialize(options: StartOptions = {}): Promise<void> {
    const {
      capabilities = usualCapabilities,
      initializationOptions,
      folders,
      rootUri = null,
      processId = process.pid,
    } = options;
    const answer = await this.connection.sendRequest(InitializeRequest.type, {
      processId,
      rootUri,
      capabilities,
      initializationOptions,
      ...(folders !== undefined && {
        workspaceFolders: folders?.map((uri) => ({ uri, name: path.basename(uri) })) ?? null,
      }),
    });
    this.capabilities = answer.capabilities;
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  open(uri: string, languageId: string, text: string): Promise<void> {
    this.versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Replaces the whole text. Returns the new version. */
  change(uri: string, text: string): Promise<number> {
    return this.edit(uri, [{ text }]);
  }

  /** Sends changes as they come when somebody types. Returns the new version. */
  async edit(uri: string, contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.sendChange(uri, version, contentChanges);
    return version;
  }

  /** Sends changes with any version, also one that no editor would send. */
  sendChange(uri: string, version: number | null, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const params = { textDocument: { uri, version }, contentChanges };
    return this.connection.sendNotification(DidChangeTextDocumentNotification.method, params);
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** The user saves a document; what is on disk the test writes. */
  save(uri: string): Promise<void> {
    return this.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  }

  changedOnDisk(uri: string, type: FileChangeType): Promise<void> {
    return this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
  }

  /** The user sets something below `pelint.`. */
  set(settings: unknown): Promise<void> {
    this.settings = settings;
    return this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  /** Asks for the diagnostics of a document. */
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) };
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, params);
  }

  /** Asks for all diagnostics; waits until there is something that `known`, result IDs by URI, has not. */
  pullWorkspace(
    known: Readonly<Record<string, string>> = {},
    token?: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const previousResultIds = Object.entries(known).map(([uri, value]) => ({ uri, value }));
    return this.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds }, token);
  }

  /** What an editor would show now. */
  diagnostics(uri: string): readonly Diagnostic[] {
    return this.published.findLast((params) => params.uri === uri)?.diagnostics ?? [];
  }

  /** What an editor would show now, of all documents that have diagnostics. */
  get shown(): Readonly<Record<string, readonly Diagnostic[]>> {
    const latest = new Map(this.published.map(({ uri, diagnostics }) => [uri, diagnostics]));
    return Object.fromEntries([...latest].filter(([, diagnostics]) => diagnostics.length > 0).sort());
  }

  /** Waits until the diagnostics of a document are as wanted; fails with what there is after five seconds. */
  async shows(uri: string, wanted: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    const end = Date.now() + 5_000;
    while (!wanted(this.diagnostics(uri))) {
      if (Date.now() > end)
        throw new Error(`Still ${JSON.stringify(this.diagnostics(uri))}; log: ${this.logged.join('\n')}`);
      await wait(5);
    }
    return this.diagnostics(uri);
  }

  /** Waits until everything sent so far has been dealt with. */
  async settled(uri: string): Promise<void> {
    await this.codeActions(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  }

  async codeActions(uri: string, range: Range, only: string[] = ['quickfix']): Promise<CodeAction[]> {
    const context = { diagnostics: [...this.diagnostics(uri)], only };
    const answer = await this.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context });
    return (answer ?? []).filter(
      (action): action is CodeAction => !('command' in action && typeof action.command === 'string'),
    );
  }

  /** Ends the server as an editor does, and returns its exit status. */
  async stop(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.ended(0);
    const shutdown = this.connection.sendRequest(ShutdownRequest.type);
    // A server that has ended already, or that was shut down before, does not answer.
    shutdown.then(
      () => this.connection.sendNotification(ExitNotification.type),
      () => undefined,
    );
    return this.ended(5_000);
  }

  /** Waits until the process ends, by force after some milliseconds, and returns its exit status: null where it took force. */
  async ended(patience: number): Promise<number | null> {
    const { process } = this;
    if (process.exitCode === null && process.signalCode === null) {
      const exit = once(process, 'exit');
      const tooLate = setTimeout(() => process.kill('SIGKILL'), patience);
      await exit;
      clearTimeout(tooLate);
    }
    this.connection.dispose();
    return process.exitCode;
  }
}
