import {
  commands,
  window,
  type Disposable,
  type Position,
  type Range,
  type TextEditor,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import { commandIds, topologyRequest, type SourcePlace, type Topology } from '../../../server/src/protocol';
import type { Client } from '../client';
import type { FromPage, ToPage } from './messages';
import { openPlace, rangeOf } from './open-place';
import { newNonce, pageFiles, pageOf } from './page';

/** How long the page may take to make a picture, in milliseconds. */
const patience = 20_000;

/** A view of what one template deploys. It shows what the server has drawn and leads to the source. */
export class TopologyPanel implements Disposable {
  private readonly subscriptions: readonly Disposable[];
  private topology: Topology | undefined;
  /** Counts the requests, so that a late answer does not replace a newer one. */
  private asked = 0;
  private pictureMade: ((bytes: Uint8Array | null) => void) | undefined;
  /** Whether the page listens, and who waits for that. VS Code throws a page away while it is hidden. */
  private isListening = false;
  private readonly waiting: (() => void)[] = [];

  constructor(
    readonly template: string,
    readonly panel: WebviewPanel,
    private readonly client: Client,
    extension: Uri,
  ) {
    this.subscriptions = [
      panel,
      panel.webview.onDidReceiveMessage((message: FromPage) => this.hear(message)),
      panel.onDidChangeViewState(() => (this.isListening &&= panel.visible)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.markPartAt(textEditor)),
    ];
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFiles(extension)] };
    panel.webview.html = pageOf(template, panel.webview, extension, newNonce());
  }

  /** Draws anew. A page that is hidden asks for it when it is shown again. */
  async refresh(): Promise<void> {
    if (!this.panel.visible) return;
    const asked = ++this.asked;
    const message = await this.draw();
    if (asked !== this.asked) return;
    this.tell(message);
    if (window.activeTextEditor) this.markPartAt(window.activeTextEditor);
  }

  /** Turns a drawing into the bytes of a PNG file, which only a page can do. Rejects where it cannot. */
  async picture(svg: string): Promise<Uint8Array> {
    this.panel.reveal(undefined, true);
    const made = new Promise<Uint8Array | null>((resolve) => {
      this.pictureMade = resolve;
      setTimeout(() => resolve(null), patience);
    });
    await Promise.race([this.listening(), made]);
    this.tell({ type: 'makePicture', svg });
    const bytes = await made;
    if (bytes === null) throw new Error('The picture could not be made; save the drawing as SVG instead.');
    return bytes;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private listening(): Promise<void> {
    return this.isListening ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  private async draw(): Promise<ToPage> {
    try {
      const topology = await this.client.request<Topology | null>(topologyRequest, { template: this.template });
      this.topology = topology ?? undefined;
      if (topology === null) return { type: 'nothing', why: 'Drawing failed; the output of pelint says why.' };
      const { svg, deployments } = topology;
      const isEmpty = deployments.every(({ parts }) => parts.length === 0);
      return isEmpty ? { type: 'nothing', why: nothingDeployed } : { type: 'drawing', svg, deployments };
    } catch (error) {
      return { type: 'nothing', why: error instanceof Error ? error.message : String(error) };
    }
  }

  private hear(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        this.isListening = true;
        for (const go of this.waiting.splice(0)) go();
        void this.refresh();
        break;
      case 'open':
        void openPlace(message.place, this.panel.viewColumn);
        break;
      case 'export':
        void commands.executeCommand(commandIds.exportTopology, this.template, message.form);
        break;
      case 'picture':
        this.pictureMade?.(message.bytes);
        break;
    }
  }

  private markPartAt({ document, selection }: TextEditor): void {
    const part = this.topology && partAt(this.topology, document.uri.toString(), selection.active);
    this.tell({ type: 'cursor', part: part ?? null });
  }

  private tell(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

const nothingDeployed =
  'This template deploys nothing for private endpoints. Vaults, private endpoints, networks and private DNS zones are drawn here as soon as it does.';

/** The part in whose text a position is; the innermost of those within each other. */
function partAt({ deployments }: Topology, uri: string, position: Position): string | undefined {
  let innermost: { readonly id: string; readonly range: Range } | undefined;
  const contains = (place: SourcePlace): boolean => place.uri === uri && rangeOf(place).contains(position);
  for (const { id, extents } of deployments.flatMap(({ parts }) => parts)) {
    for (const range of extents.filter(contains).map(rangeOf))
      if (!innermost || (innermost.range.contains(range) && !innermost.range.isEqual(range))) innermost = { id, range };
  }
  return innermost?.id;
}
