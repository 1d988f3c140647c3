import {
  EventEmitter,
  Uri,
  commands,
  window,
  workspace,
  type Disposable,
  type TextDocumentContentProvider,
} from 'vscode';
import {
  checklistRequest,
  expectedFqdnsRequest,
  rulePageRequest,
  type ChecklistParams,
  type ExpectedFqdnsParams,
  type RulePageParams,
  type TextResult,
} from '../../server/src/protocol';
import type { Client } from './client';

/** Read-only documents: `pelint:/East US 2.fqdns`, with the question that the server answers with the text as its query. */
const scheme = 'pelint';

/** Long enough that what follows a template does not flicker while it is typed. In milliseconds. */
export const refreshDelay = 250;

/** What the server is asked for a text. */
export type TextQuestion =
  | { readonly request: typeof expectedFqdnsRequest; readonly params: ExpectedFqdnsParams }
  | { readonly request: typeof checklistRequest; readonly params: ChecklistParams }
  | { readonly request: typeof rulePageRequest; readonly params: RulePageParams };

/** Texts of the server as documents; those of a template follow the template while it is edited. */
export class ServerTexts implements TextDocumentContentProvider, Disposable {
  private readonly changes = new EventEmitter<Uri>();
  private readonly subscriptions: Disposable[];
  /** The texts whose template may have changed, by their URI. */
  private readonly stale = new Map<string, Uri>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChange = this.changes.event;

  constructor(private readonly client: Client) {
    const checked = client.onDidCheck(({ project }) => this.refreshSoon(project));
    this.subscriptions = [checked, workspace.registerTextDocumentContentProvider(scheme, this), this.changes];
  }

  /** Opens a text in an editor. Rejects with the reason where the server has none, and opens nothing. */
  async show(name: string, question: TextQuestion): Promise<void> {
    const text = await this.ask(question);
    const document = await workspace.openTextDocument(uriOf(name, question));
    // VS Code keeps closed documents for a while.
    if (document.getText() !== text) this.changes.fire(document.uri);
    await window.showTextDocument(document, { preview: false });
  }

  /** Opens Markdown as it reads when rendered. Rejects as `show` does. */
  async preview(name: string, question: TextQuestion): Promise<void> {
    await this.ask(question);
    const uri = uriOf(name, question);
    try {
      await commands.executeCommand('markdown.showPreview', uri);
    } catch {
      // VS Code's own Markdown extension is turned off.
      await window.showTextDocument(uri, { preview: false });
    }
  }

  /** A text that can no longer be made says why: its template may be half typed. */
  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const question = questionOf(uri);
    if (question === undefined) return '';
    try {
      return await this.ask(question);
    } catch (error) {
      return `# ${error instanceof Error ? error.message : String(error)}\n`;
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async ask({ request, params }: TextQuestion): Promise<string> {
    return (await this.client.request<TextResult>(request, params)).text;
  }

  /** A template's text may depend on any file of its project: its modules, its parameters. */
  private refreshSoon(project: string): void {
    for (const { uri } of workspace.textDocuments) {
      if (isIn(project, templateOf(questionOf(uri)))) this.stale.set(uri.toString(), uri);
    }
    if (this.stale.size === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), refreshDelay);
  }

  private refresh(): void {
    for (const uri of this.stale.values()) this.changes.fire(uri);
    this.stale.clear();
  }
}

/** What a document of ours answers; undefined for any other document. */
export function questionOf(uri: Uri): TextQuestion | undefined {
  if (uri.scheme !== scheme) return undefined;
  // Anybody can make a URI: what asks for something else than a text is not ours.
  try {
    const question = JSON.parse(uri.query) as TextQuestion;
    return textRequests.includes(question.request) ? question : undefined;
  } catch {
    return undefined;
  }
}

const textRequests: readonly string[] = [expectedFqdnsRequest, checklistRequest, rulePageRequest];

function uriOf(name: string, { request, params }: TextQuestion): Uri {
  return Uri.from({ scheme, path: `/${name}`, query: JSON.stringify({ request, params }) });
}

function templateOf(question: TextQuestion | undefined): string | undefined {
  return question !== undefined && 'template' in question.params ? question.params.template : undefined;
}

/** Whether a template lies in a project's folder, or is a project by itself. */
export function isIn(project: string, template: string | undefined): boolean {
  return template !== undefined && (template === project || template.startsWith(`${project.replace(/\/$/, '')}/`));
}
