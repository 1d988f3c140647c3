import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import { normalizeUri, type Uri } from '../base/uri';
import type { InitializationOptions } from '../protocol';

/** What the client said of itself at the start, and the folders that it has open now. */
export class ConnectedClient {
  capabilities: ClientCapabilities = {};
  options: InitializationOptions = {};
  workspaceFolders: readonly Uri[] = [];

  initialize(params: InitializeParams): void {
    this.capabilities = params.capabilities;
    this.options = (params.initializationOptions as InitializationOptions | null | undefined) ?? {};
    this.workspaceFolders = (params.workspaceFolders ?? []).map(({ uri }) => normalizeUri(uri));
  }

  /** Whether it takes edits in answer to a request for code actions; otherwise it wants commands, as none of today's editors does. */
  get takesCodeActions(): boolean {
    return this.capabilities.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
  }

  /** Whether it takes edits that name the version of a document. */
  get takesVersionedEdits(): boolean {
    return this.capabilities.workspace?.workspaceEdit?.documentChanges === true;
  }
}
