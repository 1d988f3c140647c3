import { EventEmitter, commands, window, workspace, type Disposable, type TextDocument } from 'vscode';
import { productId } from '../../server/src/protocol';
import { mayBeTemplate } from './template-documents';

/** By this key menus ask whether the user looks at a template: the languages cannot tell that of JSON. */
const contextKey = `${productId}.templateInFront`;

/** Follows which template the user looks at. */
export class TemplateInFront implements Disposable {
  private readonly changes = new EventEmitter<TextDocument | undefined>();
  private readonly subscriptions: Disposable[];
  private current: TextDocument | undefined;
  /** Another template is in front, or none. */
  readonly onDidChange = this.changes.event;

  constructor() {
    const updateFor = (document: TextDocument): void => {
      if (document === window.activeTextEditor?.document) this.update();
    };
    this.subscriptions = [
      this.changes,
      window.onDidChangeActiveTextEditor(() => this.update()),
      workspace.onDidChangeTextDocument(({ document }) => updateFor(document)),
      // A document whose language is changed is opened again.
      workspace.onDidOpenTextDocument(updateFor),
      workspace.onDidChangeConfiguration(() => this.update()),
    ];
    this.update();
  }

  /** The template in the active editor. */
  get document(): TextDocument | undefined {
    return this.current;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private update(): void {
    const active = window.activeTextEditor?.document;
    const template = active !== undefined && mayBeTemplate(active) ? active : undefined;
    if (template === this.current) return;
    this.current = template;
    void commands.executeCommand('setContext', contextKey, template !== undefined);
    this.changes.fire(template);
  }
}
