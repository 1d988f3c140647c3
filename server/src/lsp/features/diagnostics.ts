import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Uri } from '../../base/uri';
import type { Session } from '../../deployment/session';
import { check, createSession, type CheckOptions, type CheckResult } from '../../lint/check';
import type { SyntaxErrors } from '../../protocol';
import { problemDiagnostic, toDiagnostic, type Naming } from '../convert';
import { Debouncer } from '../debouncer';
import type { Documents } from '../documents';
import type { ServerHost } from '../host';
import { FindingsStore, type StoredFinding } from '../findings-store';
import type { Projects } from '../projects';
import { safely } from '../safely';

/** Long enough that a burst of key strokes is one check, too short to be noticed. In milliseconds. */
const typingDelay = 40;

/** Keeps the findings of all open documents' projects current, and the client informed of them. */
export class Diagnostics {
  /** The checks of the projects that have an open document. */
  private readonly checks = new Map<Uri, Debouncer>();
  /** Remember the projects' files as they were read; forgotten with them. */
  private readonly sessions = new Map<Uri, Session>();
  private readonly store = new FindingsStore();
  /** What the client shows, by document. */
  private readonly published = new Map<Uri, { readonly clientUri: string; readonly content: string }>();
  private readonly complaints = new Set<string>();
  private syntaxErrors: Required<SyntaxErrors> = { bicep: true, json: true };

  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
    private readonly projects: Projects,
    private readonly name: Naming,
    private readonly host: Pick<ServerHost, 'modules' | 'today'>,
  ) {}

  /** Says in which languages syntax errors are reported: in all that are not named. */
  setSyntaxErrors(syntaxErrors: SyntaxErrors | null | undefined): void {
    this.syntaxErrors = { bicep: true, json: true, ...syntaxErrors };
  }

  /** A document was opened, changed or closed: its project is checked again, at once or when no more is typed. */
  async documentChanged(uri: Uri, atOnce: boolean): Promise<void> {
    this.request(await this.projects.of(uri), atOnce ? 0 : typingDelay);
  }

  /** Something that may concern every project has changed: files on disk, folders, settings. */
  async everythingChanged(): Promise<void> {
    const projects = new Set(this.checks.keys());
    for (const uri of this.documents.openUris) projects.add(await this.projects.of(uri));
    for (const project of projects) this.request(project, typingDelay);
  }

  /** The findings in a document, by the client's URI, for its text as it is now. */
  async current(clientUri: string): Promise<readonly StoredFinding[]> {
    const uri = this.documents.uriOf(clientUri);
    const project = await this.projects.of(uri);
    await this.checks.get(project)?.settled();
    return this.store.at(uri);
  }

  /** What is remembered of a project's files; nothing yet where none of them is open. */
  sessionOf(project: Uri): Session {
    return this.sessions.get(project) ?? createSession();
  }

  dispose(): void {
    for (const checks of this.checks.values()) checks.dispose();
  }

  private request(project: Uri, delay: number): void {
    const checks = this.checks.get(project) ?? this.newChecks(project);
    this.checks.set(project, checks);
    checks.request(delay);
  }

  private forget(project: Uri): void {
    this.checks.delete(project);
    this.sessions.delete(project);
  }

  private newChecks(project: Uri): Debouncer {
    const session = createSession();
    this.sessions.set(project, session);
    const check = (isStale: () => boolean): Promise<void> => this.check(project, session, isStale);
    return new Debouncer(safely(this.connection.console, `Checking ${project}`, undefined, check));
  }

  private async check(project: Uri, session: Session, isStale: () => boolean): Promise<void> {
    const report = await this.projects.openDocuments(project);
    const result = report.length === 0 ? undefined : await this.run(project, report, session);
    if (isStale()) return;
    if (result === undefined) this.forget(project);
    else this.complain(result);
    session.keep(new Set(result?.texts.keys()));
    for (const uri of this.store.replace(project, result)) this.publish(uri);
  }

  private async run(project: Uri, report: readonly Uri[], session: Session): Promise<CheckResult> {
    const files = await this.projects.filesOf(project);
    const host = { read: (uri: Uri) => this.documents.read(uri) };
    const request = { project: files, report, configuration: 'nearest', options: this.options() } as const;
    return check(request, host, session);
  }

  /** Logs what could not be read or judged, each once and not with every key stroke. */
  private complain({ problems, failures }: CheckResult): void {
    const lines = problems.map(({ uri, message }) => `${uri} cannot be read: ${message}`);
    lines.push(...failures.map(({ ruleId, uri, message }) => `${ruleId} failed in ${uri}: ${message}`));
    for (const line of lines) {
      if (!this.complaints.has(line)) this.connection.console.warn(line);
      this.complaints.add(line);
    }
  }

  private options(): CheckOptions {
    const { bicep, json } = this.syntaxErrors;
    const syntaxErrors = (uri: Uri): boolean => (/\.bicep(param)?$/i.test(uri) ? bicep : json);
    const { modules } = this.host;
    const today = this.host.today();
    return { levels: new Map(), cloud: undefined, location: undefined, modules, today, syntaxErrors };
  }

  private publish(uri: Uri): void {
    const diagnostics = [
      ...this.store.at(uri).map(({ finding, ranges }) => toDiagnostic(finding, ranges, this.name)),
      ...this.store.problemsAt(uri).map(({ problem, ranges }) => problemDiagnostic(problem, ranges)),
    ];
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
