import { extensions, workspace, type Disposable, type TextDocument } from 'vscode';
import {
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import {
  productId,
  syntaxErrorsNotification,
  templateLanguages,
  type InitializationOptions,
  type SyntaxErrors,
} from '../../server/src/protocol';
import { Synchronization } from './synchronization';
import { mayBeTemplate } from './template-documents';

/** Makes a client for one kind of host: a process or a web worker. */
export type NewLanguageClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The connection to the language server, which is started when it is first needed: by a template or by a command. */
export class Client implements Disposable {
  private readonly subscriptions: Disposable[] = [];
  private readonly synchronization = new Synchronization(() => this.languageClient());
  private running: BaseLanguageClient | undefined;

  constructor(private readonly newLanguageClient: NewLanguageClient) {
    this.subscriptions.push(
      workspace.onDidOpenTextDocument((document) => this.startFor(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.startFor(document)),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${productId}.enable`)) this.settingsChanged();
      }),
      extensions.onDidChange(() => this.running?.sendNotification(syntaxErrorsNotification, syntaxErrors())),
    );
    workspace.textDocuments.forEach((document) => this.startFor(document));
  }

  /** Sends a request, starting the server if it is not running yet. */
  async request<Result>(method: string, params?: unknown): Promise<Result> {
    await this.start();
    return this.languageClient().sendRequest<Result>(method, params);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    void this.running?.dispose();
  }

  /** Once the server runs, the language client sees to all documents by itself. */
  private startFor(document: TextDocument): void {
    if (this.running === undefined && mayBeTemplate(document)) void this.start();
  }

  private settingsChanged(): void {
    if (this.running !== undefined) void this.synchronization.refresh();
    else workspace.textDocuments.forEach((document) => this.startFor(document));
  }

  /** Resolves when the server answers. A start that fails is shown to the user by the language client. */
  private start(): Promise<void> {
    return this.languageClient().start();
  }

  private languageClient(): BaseLanguageClient {
    if (this.running !== undefined) return this.running;
    const client = this.newLanguageClient({
      documentSelector: templateLanguages.map((language) => ({ language })),
      initializationOptions: (): InitializationOptions => ({ syntaxErrors: syntaxErrors() }),
      middleware: this.synchronization.middleware,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    });
    client.onDidChangeState(({ newState }) => newState === State.Stopped && this.synchronization.reset());
    this.running = client;
    return client;
  }
}

/** The official extension reports Bicep's syntax errors wherever it is installed and enabled; VS Code itself reports JSON's. */
function syntaxErrors(): SyntaxErrors {
  return { bicep: extensions.getExtension('ms-azuretools.vscode-bicep') === undefined, json: false };
}
