import { EventEmitter, extensions, window, workspace, type Disposable, type TextDocument } from 'vscode';
import type {
  BaseLanguageClient,
  LanguageClientOptions,
  RevealOutputChannelOn,
  SemanticTokens,
} from 'vscode-languageclient';
import {
  checkedNotification,
  commandIds,
  productId,
  syntaxErrorsNotification,
  templateLanguages,
  trustedNotification,
  type CheckedProject,
  type InitializationOptions,
  type SyntaxErrors,
} from '../../server/src/protocol';
import { heading } from './heading';
import { hasOfficialBicep } from './official-bicep';
import { Synchronization } from './synchronization';
import { mayBeTemplate } from './template-documents';
import { serveWorkspaceFiles } from './workspace-files';

/** Makes a client for one kind of host: a process or a web worker. What that takes is loaded then, and not before. */
export type NewLanguageClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** `RevealOutputChannelOn.Never`: to ask the library for it would load the library. */
const never: RevealOutputChannelOn.Never = 4;

/** The connection to the language server, which is started when it is first needed: by a template or by a command. */
export class Client implements Disposable {
  private readonly subscriptions: Disposable[] = [];
  private readonly synchronization = new Synchronization(() => this.connection());
  private languageClient: Promise<BaseLanguageClient> | undefined;
  private started = false;
  private readonly checks = new EventEmitter<CheckedProject>();
  /** A project has been checked. */
  readonly onDidCheck = this.checks.event;

  constructor(private readonly newLanguageClient: NewLanguageClient) {
    this.subscriptions.push(
      this.checks,
      workspace.onDidOpenTextDocument((document) => this.startFor(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.startFor(document)),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${productId}.enable`)) this.settingsChanged();
      }),
      extensions.onDidChange(() => this.extensionsChanged()),
      workspace.onDidGrantWorkspaceTrust(() => this.tell(trustedNotification)),
    );
    workspace.textDocuments.forEach((document) => this.startFor(document));
  }

  /** Sends a request, starting the server if it is not running yet. */
  async request<Result>(method: string, params?: unknown): Promise<Result> {
    await this.start();
    return (await this.connection()).sendRequest<Result>(method, params);
  }

  /** The semantic tokens of a document; undefined for one that the server does not know. */
  async semanticTokens({ uri }: TextDocument): Promise<readonly number[] | undefined> {
    await this.start();
    if (!this.synchronization.hasSent(uri)) return undefined;
    const client = await this.connection();
    const params = { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) } };
    return (await client.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', params)).data;
  }

  /** Resolves when the server answers. A start that fails is shown to the user by the language client. */
  async start(): Promise<void> {
    this.started = true;
    await (await this.connection()).start();
  }

  /** Ends the server, if there is one, and starts it anew. */
  async restart(): Promise<void> {
    if (this.started) await (await this.connection()).stop();
    await this.start();
  }

  /** Shows what the server has logged. */
  async showOutput(): Promise<void> {
    (await this.connection()).outputChannel.show();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    void this.languageClient?.then((client) => client.dispose());
  }

  /** Once the server runs, the language client sees to all documents by itself. */
  private startFor(document: TextDocument): void {
    if (!this.started && mayBeTemplate(document)) void this.start();
  }

  private settingsChanged(): void {
    if (this.started) void this.synchronization.refresh();
    else workspace.textDocuments.forEach((document) => this.startFor(document));
  }

  private extensionsChanged(): void {
    void this.tell(syntaxErrorsNotification, syntaxErrors());
  }

  /** Tells the server, if there is one, what it was told at its start. */
  private async tell(notification: string, params?: unknown): Promise<void> {
    const client = await this.languageClient;
    if (client?.needsStop() === true) await client.sendNotification(notification, params);
  }

  /** The one language client, made when it is first needed; it starts nothing. */
  private connection(): Promise<BaseLanguageClient> {
    this.languageClient ??= this.connect();
    return this.languageClient;
  }

  private async connect(): Promise<BaseLanguageClient> {
    // The library's own would be gone, with what it says, whenever the server is restarted.
    const outputChannel = window.createOutputChannel(heading, { log: true });
    this.subscriptions.push(outputChannel);
    const client = await this.newLanguageClient({
      outputChannel,
      documentSelector: templateLanguages.map((language) => ({ language })),
      diagnosticPullOptions: { onChange: true, onFocus: true },
      initializationOptions: (): InitializationOptions => ({
        syntaxErrors: syntaxErrors(),
        trusted: workspace.isTrusted,
        fileSystem: true,
        announceChecks: true,
        commands: Object.values(commandIds),
      }),
      // Hovers link to these, and what templates say is shown in them letter by letter.
      markdown: { isTrusted: { enabledCommands: [commandIds.showExpectedFqdnsForTemplate, commandIds.explainRule] } },
      middleware: this.synchronization.middleware,
      revealOutputChannelOn: never,
    });
    client.onDidChangeState(() => client.needsStart() && this.synchronization.reset());
    serveWorkspaceFiles(client);
    client.onNotification(checkedNotification, (checked: CheckedProject) => this.checks.fire(checked));
    return client;
  }
}

/** The official extension reports Bicep's syntax errors wherever it is installed and enabled; VS Code itself reports JSON's. */
function syntaxErrors(): SyntaxErrors {
  return { bicep: !hasOfficialBicep(), json: false };
}
