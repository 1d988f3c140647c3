import { Uri, workspace, type TextDocument } from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import { isEnabled, mayBeTemplate } from './template-documents';

/** Decides which open documents the server is told of, and remembers which it knows. */
export class Synchronization {
  private readonly sent = new Set<string>();

  /** Goes between VS Code and the server. */
  readonly middleware: Middleware = {
    didOpen: async (document, next) => {
      if (!mayBeTemplate(document)) return;
      this.sent.add(document.uri.toString());
      await next(document);
    },
    didChange: async (event, next) => {
      if (this.knows(event.document)) await next(event);
      // The document has just become a template: the server gets all of it.
      else if (mayBeTemplate(event.document)) await this.open(event.document);
    },
    didClose: async (document, next) => {
      if (this.sent.delete(document.uri.toString())) await next(document);
    },
    provideCodeActions: (document, range, context, token, next) =>
      this.knows(document) ? next(document, range, context, token) : undefined,
    provideHover: (document, position, token, next) =>
      this.knows(document) ? next(document, position, token) : undefined,
    provideCodeLenses: (document, token, next) => (this.knows(document) ? next(document, token) : undefined),
    provideInlayHints: (document, range, token, next) =>
      this.knows(document) ? next(document, range, token) : undefined,
    provideDocumentLinks: (document, token, next) => (this.knows(document) ? next(document, token) : undefined),
    provideCompletionItem: (document, position, context, token, next) =>
      this.knows(document) ? next(document, position, context, token) : undefined,
    provideDiagnostics: (document, previousResultId, token, next) => {
      const uri = document instanceof Uri ? document : document.uri;
      return this.hasSent(uri) ? next(document, previousResultId, token) : undefined;
    },
  };

  /** `client` gives the running client; it is asked only when a document is to be sent. */
  constructor(private readonly client: () => Promise<BaseLanguageClient>) {}

  /** Opens and closes documents on the server so that it knows just those that the settings want. */
  async refresh(): Promise<void> {
    for (const document of workspace.textDocuments) {
      if (!this.knows(document)) {
        if (mayBeTemplate(document)) await this.open(document);
      } else if (!isEnabled(document)) await this.close(document);
    }
  }

  /** Whether the server knows a document. */
  hasSent(uri: Uri): boolean {
    return this.sent.has(uri.toString());
  }

  /** The server has ended: the next one knows nothing. */
  reset(): void {
    this.sent.clear();
  }

  private knows(document: TextDocument): boolean {
    return this.hasSent(document.uri);
  }

  // Through the language client's own features, so that it asks for the document's diagnostics, too, and forgets them again.
  private async open(document: TextDocument): Promise<void> {
    const opening = (await this.client()).getFeature('textDocument/didOpen');
    await opening.getProvider(document)?.send(document);
  }

  private async close(document: TextDocument): Promise<void> {
    const closing = (await this.client()).getFeature('textDocument/didClose');
    await closing.getProvider(document)?.send(document);
  }
}
