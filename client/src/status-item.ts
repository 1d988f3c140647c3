import { StatusBarAlignment, Uri, window, workspace, type Disposable } from 'vscode';
import { commandIds, type CheckedDocument, type CheckedProject } from '../../server/src/protocol';
import type { Client } from './client';
import { heading } from './heading';
import { statusSentences, statusText } from './status-words';
import type { TemplateInFront } from './template-in-front';

/** Tells in the status bar what is known of the template in front; a click offers what can be done with it. */
export class StatusItem implements Disposable {
  private readonly item = window.createStatusBarItem('status', StatusBarAlignment.Right, 100);
  private readonly subscriptions: readonly Disposable[];
  /** What the latest check of each project has seen. */
  private readonly checked = new Map<string, readonly CheckedDocument[]>();

  constructor(
    client: Client,
    private readonly inFront: TemplateInFront,
  ) {
    this.item.name = heading;
    this.item.command = commandIds.showActions;
    this.subscriptions = [
      this.item,
      client.onDidCheck((checked) => this.keep(checked)),
      inFront.onDidChange(() => this.update()),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private keep({ project, documents }: CheckedProject): void {
    if (documents.length === 0) this.checked.delete(project);
    else this.checked.set(project, documents);
    this.update();
  }

  private update(): void {
    const uri = this.inFront.document?.uri.toString();
    const document = [...this.checked.values()].flat().find((it) => it.uri === uri);
    if (document === undefined) return this.item.hide();
    const sentences = statusSentences(document, (file) => workspace.asRelativePath(Uri.parse(file)));
    this.item.text = statusText(document);
    this.item.tooltip = sentences.join('\n');
    this.item.accessibilityInformation = { label: `${heading}: ${sentences.join(' ')}`, role: 'button' };
    this.item.show();
  }
}
