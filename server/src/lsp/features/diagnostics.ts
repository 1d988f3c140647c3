import type { Uri } from '../../base/uri';
import type { Session } from '../../deployment/project/session';
import { check, createSession, type CheckHost, type CheckOptions, type CheckResult } from '../../lint/check';
import type { SyntaxErrors } from '../../protocol';
import type { ClientLog } from '../client-log';
import { Debouncer } from '../debouncer';
import type { Documents } from '../documents';
import type { ServerHost } from '../host';
import type { FindingsStore, StoredFinding } from '../findings-store';
import type { Progress } from '../progress';
import type { Projects } from '../projects';
import { atPlace, safely } from '../safely';
import { levelsOf, type EditorSettings } from '../settings';
import { innermostFolder } from '../workspace-folders';
import type { Check } from './checked-project';
import { isOurs } from './our-documents';
import type { DiagnosticsAudience } from './current-diagnostics';

/**
 * How long to wait for more after a change, in milliseconds: as long as a check takes, so that at least half of the time is left to other
 * requests. A burst of changes is one check even where that is quick, and never is the wait felt as one.
 */
const waiting = { shortest: 10, longest: 200 } as const;

/** Keeps the findings of all open documents' projects current, and the client informed of them. */
export class Diagnostics {
  /** The checks of the projects that have an open document. */
  private readonly checks = new Map<Uri, Debouncer>();
  /** Remember the projects' files as they were read; forgotten with them. */
  private readonly sessions = new Map<Uri, Session>();
  /** The files that the latest check of each project asked for, be they there or not. */
  private readonly asked = new Map<Uri, Set<Uri>>();
  /** Hears of every change. */
  private audience: DiagnosticsAudience | undefined;
  /** Settles when every project has heard that something changed that may concern it. */
  private spreading: Promise<unknown> = Promise.resolve();
  private readonly listeners: ((check: Check) => void)[] = [];
  private syntaxErrors: Required<SyntaxErrors> = { bicep: true, json: true };

  constructor(
    private readonly log: ClientLog,
    private readonly documents: Documents,
    private readonly projects: Projects,
    /** What is known of all projects. */
    readonly store: FindingsStore,
    private readonly settings: EditorSettings,
    private readonly host: Pick<ServerHost, 'modules' | 'today' | 'pause'>,
    private readonly progress: Progress,
  ) {}

  /** Says who hears of what changes from now on. */
  tell(audience: DiagnosticsAudience): void {
    this.audience = audience;
  }

  /** Says who else hears what every check has seen. */
  tellOfChecks(listener: (check: Check) => void): void {
    this.listeners.push(listener);
  }

  /** Says in which languages syntax errors are reported: in all that are not named. */
  setSyntaxErrors(syntaxErrors: SyntaxErrors | null | undefined): void {
    this.syntaxErrors = { bicep: true, json: true, ...syntaxErrors };
  }

  /**
   * A document was opened, changed or closed: its project is checked again, at once or when no more is typed, and so are the others that make
   * use of it, be it as a module or as their configuration.
   */
  async documentChanged(uri: Uri, atOnce: boolean): Promise<void> {
    const own = await this.projects.of(uri);
    this.request(own, atOnce);
    for (const other of this.readersOf(uri)) if (other !== own) this.request(other, false);
  }

  /** Something that may concern every project has changed: files on disk, folders, settings. */
  async everythingChanged(): Promise<void> {
    for (const project of this.checks.keys()) this.request(project, false);
    const spread = this.spreadToNewProjects();
    this.spreading = Promise.allSettled([this.spreading, spread]);
    await spread;
  }

  /** The findings in a document, by the client's URI, for its text as it is now. */
  async current(clientUri: string): Promise<readonly StoredFinding[]> {
    const uri = this.documents.uriOf(clientUri);
    await this.settled(uri);
    return this.store.at(uri);
  }

  /** The findings in the deployments that a document is part of, and maybe others of its project. It need not be open. */
  async around(uri: Uri): Promise<readonly StoredFinding[]> {
    const project = await this.projects.of(uri);
    if (this.documents.get(uri) === undefined) {
      const read: CheckHost['read'] = (other) => this.documents.read(other);
      const result = await this.run(project, [uri], this.sessionOf(project), read, () => false);
      return result === undefined ? [] : this.store.of(result);
    }
    await this.settled(uri);
    return this.store.ofProject(project);
  }

  /** Whether what was found in a document is about its text as it is now; otherwise a check is to come that says more. */
  isCurrent(uri: Uri): boolean {
    const text = this.documents.get(uri)?.getText();
    return text === undefined || this.store.isAbout(uri, text);
  }

  /** Resolves when what its project knows of a document is about its text as it is now. */
  async settled(uri: Uri): Promise<void> {
    await this.spreading;
    await this.checks.get(await this.projects.of(uri))?.settled();
  }

  /** Resolves when that holds for all projects that make use of it: who is typing must not wait for so long. */
  async settledEverywhere(uri: Uri): Promise<void> {
    await this.settled(uri);
    await Promise.all(this.readersOf(uri).flatMap((project) => this.checks.get(project)?.settled() ?? []));
  }

  /** Resolves when every project knows its open documents as they are now. */
  async allSettled(): Promise<void> {
    for (const uri of this.documents.openUris) await this.settled(uri);
  }

  /** What is remembered of a project's files; nothing yet where none of them is open. */
  sessionOf(project: Uri): Session {
    return this.sessions.get(project) ?? createSession();
  }

  dispose(): void {
    for (const checks of this.checks.values()) checks.dispose();
  }

  /** A document may belong to another project than before. */
  private async spreadToNewProjects(): Promise<void> {
    for (const uri of this.documents.openUris) {
      const project = await this.projects.of(uri);
      if (!this.checks.has(project)) this.request(project, false);
    }
  }

  /** The projects whose latest check asked for a file. */
  private readersOf(uri: Uri): readonly Uri[] {
    return [...this.asked].flatMap(([project, files]) => (files.has(uri) ? [project] : []));
  }

  private request(project: Uri, atOnce: boolean): void {
    const checks = this.checks.get(project) ?? this.newChecks(project);
    this.checks.set(project, checks);
    checks.request(atOnce ? 0 : Math.min(waiting.longest, Math.max(waiting.shortest, checks.lastRun)));
  }

  private forget(project: Uri): void {
    this.checks.delete(project);
    this.sessions.delete(project);
    this.settings.forget(project);
    this.projects.forgetFilesOf(project);
    // Other projects read theirs again, once; keeping account of who has read what would be dearer.
    if (this.asked.delete(project)) this.documents.forgetDisk();
  }

  private newChecks(project: Uri): Debouncer {
    const session = createSession();
    this.sessions.set(project, session);
    const check = (isStale: () => boolean): Promise<void> => this.check(project, session, isStale);
    return new Debouncer(safely(this.log, `Checking ${project}`, undefined, check));
  }

  /** The open documents of a project; none where all of them are JSON that is none of ours: for that, the project is not worth reading. */
  private async documentsToCheck(project: Uri): Promise<readonly Uri[]> {
    const open = await this.projects.openDocuments(project);
    return open.some((uri) => isOurs(uri, this.documents.get(uri)?.getText() ?? '')) ? open : [];
  }

  private async check(project: Uri, session: Session, isStale: () => boolean): Promise<void> {
    const report = await this.documentsToCheck(project);
    const asked = new Set<Uri>();
    if (report.length > 0) this.asked.set(project, asked);
    const read: CheckHost['read'] = (uri) => {
      asked.add(uri);
      return this.documents.read(uri);
    };
    let result: CheckResult | undefined;
    try {
      if (report.length > 0) result = await this.run(project, report, session, read, isStale);
    } catch (error) {
      // What was found before is about a text that is gone.
      this.audience?.changed(this.store.replace(project, undefined));
      throw error;
    }
    if (isStale()) return;
    if (result === undefined) this.forget(project);
    else this.complain(result);
    session.keep(new Set(result?.texts.keys()));
    this.audience?.changed(this.store.replace(project, result));
    for (const listener of this.listeners) listener({ project, open: report, result });
  }

  /** Nothing where the input has changed before the end. */
  private async run(
    project: Uri,
    report: readonly Uri[],
    session: Session,
    read: CheckHost['read'],
    isStale: () => boolean,
  ): Promise<CheckResult | undefined> {
    const pause = (): Promise<void> | undefined =>
      this.host.pause?.()?.then(() => {
        if (isStale()) throw new Error('The text has changed.');
      });
    const files = await this.projects.filesOf(project);
    const options = this.optionsWith(await this.levelsIn(project));
    const checkWith = (read: CheckHost['read']): Promise<CheckResult> =>
      check({ project: files, report, configuration: 'nearest', options }, { read, pause }, session);
    try {
      if (this.store.knows(project)) return await checkWith(read);
      // The first time, all files of the project are read and parsed.
      return await this.progress.during('Reading templates', files.length, (step) =>
        checkWith((uri) => {
          step();
          return read(uri);
        }),
      );
    } catch (error) {
      if (isStale()) return undefined;
      throw error;
    }
  }

  /** Tells what could not be read or judged. */
  private complain({ problems, failures, texts }: CheckResult): void {
    for (const { uri, message } of problems) this.log.note(`${uri} cannot be read: ${message}`);
    const ranges = this.documents.rangesIn(texts);
    for (const { ruleId, uri, message, at } of failures) {
      const where = at ? atPlace(at.uri, ranges.of(at).start) : '';
      this.log.failed(`Rule ${ruleId}`, `${where} in the deployment of ${uri}: ${message}`);
    }
  }

  /** The levels that the user has set, which the folders of the workspace in a project may each have for themselves. */
  private async levelsIn(project: Uri): Promise<Pick<CheckOptions, 'levels' | 'levelsAt'>> {
    const levels = levelsOf(await this.settings.of(project));
    const folders = this.projects.foldersIn(project);
    if (folders.length === 0) return { levels };
    const own = new Map<Uri, CheckOptions['levels']>();
    for (const folder of folders) own.set(folder, levelsOf(await this.settings.of(folder)));
    return { levels, levelsAt: (uri) => own.get(innermostFolder(uri, folders) ?? project) ?? levels };
  }

  private optionsWith(levels: Pick<CheckOptions, 'levels' | 'levelsAt'>): CheckOptions {
    const { bicep, json } = this.syntaxErrors;
    const syntaxErrors = (uri: Uri): boolean => (/\.bicep(param)?$/i.test(uri) ? bicep : json);
    const { modules } = this.host;
    const today = this.host.today();
    return { ...levels, cloud: undefined, location: undefined, modules, today, syntaxErrors };
  }
}
