import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Uri } from '../../base/uri';
import type { Naming } from '../convert';
import { currentDiagnostics, type DiagnosticsAudience } from './current-diagnostics';
import type { Diagnostics } from './diagnostics';

/** Sends diagnostics to a client that does not ask for them. */
export class PushDiagnostics implements DiagnosticsAudience {
  /** What the client shows, by document. */
  private readonly published = new Map<Uri, { readonly clientUri: string; readonly content: string }>();

  constructor(
    private readonly connection: Connection,
    private readonly diagnostics: Pick<Diagnostics, 'store' | 'isCurrent'>,
    private readonly name: Naming,
  ) {}

  changed(uris: ReadonlySet<Uri>): void {
    for (const uri of uris) this.publish(uri);
  }

  private publish(uri: Uri): void {
    // Several projects may share the document, and not all of them have caught up yet.
    if (!this.diagnostics.isCurrent(uri)) return;
    const diagnostics = currentDiagnostics(uri, this.diagnostics.store, this.name);
    const { uri: clientUri, version } = this.name(uri);
    const known = this.published.get(uri);
    // A document that was open under another name has been closed.
    if (known !== undefined && known.clientUri !== clientUri) void this.send(known.clientUri, [], null);
    const isShown = known?.clientUri === clientUri;
    if (diagnostics.length === 0) this.published.delete(uri);
    if (diagnostics.length === 0 && !isShown) return;
    // The same findings are sent again for a new version: what was typed meanwhile may have shifted them in the editor.
    const content = JSON.stringify([version, diagnostics]);
    if (isShown && known.content === content) return;
    if (diagnostics.length > 0) this.published.set(uri, { clientUri, content });
    void this.send(clientUri, diagnostics, version);
  }

  private send(uri: string, diagnostics: Diagnostic[], version: number | null): Promise<void> {
    return this.connection.sendDiagnostics(version === null ? { uri, diagnostics } : { uri, diagnostics, version });
  }
}
