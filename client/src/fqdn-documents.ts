import { EventEmitter, Uri, window, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';
import { expectedFqdnsRequest, type ExpectedFqdnsParams, type ExpectedFqdnsResult } from '../../server/src/protocol';
import type { Client } from './client';

/** Read-only documents: `pelint-fqdn:/eastus2.txt` is a region's, the query of a template's names the template. */
const scheme = 'pelint-fqdn';

/** Long enough that a list does not flicker while its template is typed. In milliseconds. */
const refreshDelay = 250;

/** The lists of FQDNs as documents; that of a template follows the template while it is edited. */
export class FqdnDocuments implements TextDocumentContentProvider, Disposable {
  private readonly changes = new EventEmitter<Uri>();
  private readonly subscriptions: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChange = this.changes.event;

  constructor(private readonly client: Client) {
    const changed = workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme !== scheme) this.refreshSoon();
    });
    this.subscriptions = [changed, workspace.registerTextDocumentContentProvider(scheme, this), this.changes];
  }

  async showRegion(name: string): Promise<void> {
    await show(Uri.from({ scheme, path: `/${name}.txt` }));
  }

  async showTemplate(template: Uri): Promise<void> {
    const name = template.path.slice(template.path.lastIndexOf('/') + 1);
    await show(Uri.from({ scheme, path: `/FQDNs of ${name}.txt`, query: template.toString() }));
  }

  /** A list that cannot be made says why: its template may be half typed. */
  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const question = questionOf(uri);
    if (question === undefined) return '';
    try {
      return (await this.client.request<ExpectedFqdnsResult>(expectedFqdnsRequest, question)).text;
    } catch (error) {
      return `# ${error instanceof Error ? error.message : String(error)}\n`;
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** A template's list may depend on any file: its modules, its parameters. */
  private refreshSoon(): void {
    const open = workspace.textDocuments.filter(({ uri }) => questionOf(uri)?.template !== undefined);
    if (open.length === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => open.forEach(({ uri }) => this.changes.fire(uri)), refreshDelay);
  }
}

/** What a document of ours lists; undefined for any other document. */
export function questionOf(uri: Uri): ExpectedFqdnsParams | undefined {
  if (uri.scheme !== scheme) return undefined;
  return uri.query === '' ? { regions: [uri.path.replace(/^\/|\.txt$/g, '')] } : { template: uri.query };
}

async function show(uri: Uri): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
}
