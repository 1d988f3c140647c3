import { CompletionItemKind, MarkupKind, type ClientCapabilities, type InitializeParams } from 'vscode-languageserver';
import type { PositionEncoding } from '../base/line-index';
import { normalizeUri, type Uri } from '../base/uri';
import type { InitializationOptions } from '../protocol';

/** What the client said of itself at the start, and the folders that it has open now. */
export class ConnectedClient {
  capabilities: ClientCapabilities = {};
  options: InitializationOptions = {};
  workspaceFolders: readonly Uri[] = [];
  private trusted = true;

  initialize(params: InitializeParams): void {
    this.capabilities = params.capabilities;
    this.options = (params.initializationOptions as InitializationOptions | null | undefined) ?? {};
    this.trusted = this.options.trusted !== false;
    // A client that knows no several folders names its only one.
    const rootUri = params.rootUri as string | null | undefined;
    const folders = params.workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : []);
    this.workspaceFolders = folders.map(({ uri }) => normalizeUri(uri));
  }

  /** Whether it takes edits in answer to a request for code actions; otherwise it wants commands, as none of today's editors does. */
  get takesCodeActions(): boolean {
    return this.capabilities.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
  }

  /** The unit in which it counts the characters of a line: UTF-8 where it prefers that, for that spares it a conversion. */
  get positionEncoding(): PositionEncoding {
    const offered = this.capabilities.general?.positionEncodings ?? [];
    return (
      offered.find((encoding) => encoding === 'utf-8' || encoding === 'utf-16' || encoding === 'utf-32') ?? 'utf-16'
    );
  }

  /** Whether it asks for diagnostics. Otherwise they are sent to it; never both, for it would show each twice. */
  get pullsDiagnostics(): boolean {
    return this.capabilities.textDocument?.diagnostic !== undefined;
  }

  /** Whether an answer about one document may bring the diagnostics of others along. */
  get takesRelatedDocuments(): boolean {
    return this.capabilities.textDocument?.diagnostic?.relatedDocumentSupport === true;
  }

  /** Whether it can be told to ask for diagnostics again. */
  get refreshesDiagnostics(): boolean {
    return this.capabilities.workspace?.diagnostics?.refreshSupport === true;
  }

  get canBeAskedForSettings(): boolean {
    return this.capabilities.workspace?.configuration === true;
  }

  /** Whether the user trusts what is in the workspace. */
  get isTrusted(): boolean {
    return this.trusted;
  }

  /** The user trusts it from now on. */
  becomesTrusted(): void {
    this.trusted = true;
  }

  /** Whether it takes edits that name the version of a document. */
  get takesVersionedEdits(): boolean {
    return this.capabilities.workspace?.workspaceEdit?.documentChanges === true;
  }

  /** Whether it takes snippets in place of texts in edits. */
  get takesSnippets(): boolean {
    return this.takesVersionedEdits && this.capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
  }

  /** Whether the documentation of completion items may be Markdown. */
  get completesWithMarkdown(): boolean {
    const { documentationFormat } = this.capabilities.textDocument?.completion?.completionItem ?? {};
    return documentationFormat?.includes(MarkupKind.Markdown) === true;
  }

  /** Whether it knows the kinds of completion items that came after the first version of the protocol, such as members of enumerations. */
  get knowsNewerCompletionKinds(): boolean {
    const { valueSet } = this.capabilities.textDocument?.completion?.completionItemKind ?? {};
    return valueSet?.includes(CompletionItemKind.EnumMember) === true;
  }

  /** Whether it shows a few words beside every completion item, and not only beside the one that is chosen. */
  get showsLabelDetails(): boolean {
    return this.capabilities.textDocument?.completion?.completionItem?.labelDetailsSupport === true;
  }

  /** Whether edits may create files. */
  get createsFiles(): boolean {
    const { resourceOperations } = this.capabilities.workspace?.workspaceEdit ?? {};
    return this.takesVersionedEdits && resourceOperations?.includes('create') === true;
  }

  /** Whether it runs one of our commands when a link or a lens names it. */
  runs(command: string): boolean {
    const { commands } = this.options;
    return Array.isArray(commands) && commands.includes(command);
  }

  /** Whether it opens web pages. */
  get showsDocuments(): boolean {
    return this.capabilities.window?.showDocument?.support === true;
  }

  /** Whether it asks for the edit of a code action when the user takes it, and hands back what the action says of itself. */
  get resolvesEdits(): boolean {
    const { dataSupport, resolveSupport } = this.capabilities.textDocument?.codeAction ?? {};
    return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
  }

  /** Whether hovers may be Markdown: they are plain text for a client that does not say so, or prefers that. */
  get takesMarkdown(): boolean {
    const [preferred] = this.capabilities.textDocument?.hover?.contentFormat ?? [];
    return preferred === MarkupKind.Markdown;
  }

  /** Whether it can be told to ask for code lenses again. */
  get refreshesCodeLenses(): boolean {
    return this.capabilities.workspace?.codeLens?.refreshSupport === true;
  }

  /** Whether it can be told to ask for inlay hints again. */
  get refreshesInlayHints(): boolean {
    return this.capabilities.workspace?.inlayHint?.refreshSupport === true;
  }
}
