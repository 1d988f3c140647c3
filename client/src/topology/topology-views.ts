import { Uri, ViewColumn, window, type Disposable, type WebviewPanel } from 'vscode';
import { productId, type CheckedProject } from '../../../server/src/protocol';
import type { Client } from '../client';
import { isIn, refreshDelay } from '../server-texts';
import type { PageState } from './messages';
import { TopologyPanel } from './topology-panel';

/** What VS Code knows the views by. */
const viewType = `${productId}.topology`;

/** The topology views, one for each template. They follow their templates while these are edited, and outlive a reload of the window. */
export class TopologyViews implements Disposable {
  private readonly panels = new Map<string, TopologyPanel>();
  private readonly subscriptions: readonly Disposable[];
  private readonly stale = new Set<TopologyPanel>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: Client,
    private readonly extension: Uri,
  ) {
    this.subscriptions = [
      client.onDidCheck((checked) => this.refreshSoon(checked)),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel, state: Partial<PageState> | undefined) =>
          Promise.resolve(this.restore(panel, state)),
      }),
    ];
  }

  /** The template whose view has the focus. */
  get active(): Uri | undefined {
    const active = [...this.panels.values()].find(({ panel }) => panel.active);
    return active && Uri.parse(active.template);
  }

  /** Shows the view of a template, which has a name for people, beside the editor, or where it is already. */
  show(template: Uri, name: string): TopologyPanel {
    const known = this.panels.get(template.toString());
    known?.panel.reveal();
    if (known !== undefined) return known;
    return this.keep(template, window.createWebviewPanel(viewType, `Topology of ${name}`, ViewColumn.Beside));
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of [...this.subscriptions, ...this.panels.values()]) subscription.dispose();
  }

  private restore(panel: WebviewPanel, state: Partial<PageState> | undefined): void {
    if (typeof state?.template !== 'string') panel.dispose();
    else this.keep(Uri.parse(state.template), panel);
  }

  private keep(template: Uri, panel: WebviewPanel): TopologyPanel {
    const key = template.toString();
    const view = new TopologyPanel(key, panel, this.client, this.extension);
    this.panels.set(key, view);
    panel.onDidDispose(() => {
      this.panels.delete(key);
      view.dispose();
    });
    return view;
  }

  private refreshSoon({ project }: CheckedProject): void {
    for (const panel of this.panels.values()) if (isIn(project, panel.template)) this.stale.add(panel);
    if (this.stale.size === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const panel of this.stale) void panel.refresh();
      this.stale.clear();
    }, refreshDelay);
  }
}
