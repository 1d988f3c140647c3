import {
  DiagnosticRefreshRequest,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type PreviousResultId,
  type ResultProgressReporter,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Uri } from '../../base/uri';
import type { ConnectedClient } from '../client';
import type { Naming } from '../convert';
import type { Documents } from '../documents';
import { whileWanted } from '../while-wanted';
import { currentDiagnostics, type DiagnosticsAudience } from './current-diagnostics';
import type { Diagnostics } from './diagnostics';

/** What a document's diagnostics are, and the name by which the client can say that it has them already. */
interface Report {
  readonly resultId: string;
  readonly content: string;
  readonly items: Diagnostic[];
}

/** Takes an answer in parts. */
type PartsOfReport = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

type DocumentReport = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

/** Answers a client that asks for diagnostics, and tells it when asking again is worth while. */
export class PullDiagnostics implements DiagnosticsAudience {
  /** The latest report of each document. */
  private readonly reports = new Map<Uri, Report>();
  /** What the client knows of a document: the report that it got, and the version that this was about, null if it was not open. */
  private readonly given = new Map<Uri, { readonly version: number | null; readonly resultId: string }>();
  /** Requests for the workspace that wait until there is something new. */
  private readonly waiting = new Set<() => void>();
  /** Tells this server's results from those of one before it. */
  private readonly run = Date.now().toString(36);
  private readonly nothing: Report = { resultId: `${this.run}-0`, content: '', items: [] };
  /** Documents that are not open of which the client was told along with others that something is wrong. */
  private readonly related = new Set<Uri>();
  /** What ends the waiting of requests for a document, for when it is closed. */
  private readonly asking = new Map<Uri, Set<() => void>>();
  private count = 0;
  private ended = false;

  constructor(
    private readonly connection: Connection,
    private readonly client: ConnectedClient,
    private readonly documents: Documents,
    private readonly diagnostics: Diagnostics,
    private readonly name: Naming,
  ) {
    documents.onClose((uri) => this.asking.get(uri)?.forEach((answer) => answer()));
  }

  /** What is wrong in a document as it is now, and in files that are not open if the client takes these along. */
  async document(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const uri = this.documents.uriOf(textDocument.uri);
    await whileWanted(this.settledOrClosed(uri), token);
    const report = this.give(uri, previousResultId);
    const related = this.client.takesRelatedDocuments ? this.relatedTo(uri) : undefined;
    return related === undefined ? report : { ...report, relatedDocuments: related };
  }

  /**
   * What is wrong anywhere. Waits, possibly for long, until something is that the client does not know yet. Where the client takes an answer
   * in parts, it gets one whenever there is something new, until it no longer waits.
   */
  async workspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    parts: PartsOfReport | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const known = new Map(previousResultIds.map((it) => [this.documents.uriOf(it.uri), it]));
    await whileWanted(this.diagnostics.allSettled(), token);
    while (!token.isCancellationRequested && !this.ended) {
      const items = this.workspaceItems(known);
      const fresh = items.filter((it) => it.kind === DocumentDiagnosticReportKind.Full);
      if (fresh.length > 0 && !parts) return { items };
      if (fresh.length > 0) parts?.report({ items: fresh });
      for (const { uri, resultId } of fresh)
        if (resultId !== undefined) known.set(this.documents.uriOf(uri), { uri, value: resultId });
      await this.nextChange(token);
    }
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The client no longer waits.');
  }

  changed(uris: ReadonlySet<Uri>): void {
    this.forgetClosed();
    for (const wake of [...this.waiting]) wake();
    const outdated = [...uris].filter((uri) => this.isOutdated(uri));
    for (const uri of outdated) this.note(uri);
    if (outdated.length === 0 || !this.client.refreshesDiagnostics) return;
    // A client that cannot do it now will ask again by itself.
    this.connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
  }

  /** The server ends: nobody is to wait any longer. */
  dispose(): void {
    this.ended = true;
    for (const wake of [...this.waiting]) wake();
  }

  /** Whether the client shows something old for a text that has not changed: only then does it not ask by itself. */
  private isOutdated(uri: Uri): boolean {
    const given = this.given.get(uri);
    const version = this.documents.get(uri)?.version;
    if (given === undefined || version === undefined || !this.diagnostics.isCurrent(uri)) return false;
    // A client may ask a moment before it opens the document, and does not ask again once it has.
    const isSameText = given.version === version || given.version === null;
    return isSameText && given.resultId !== this.reportOn(uri).resultId;
  }

  private give(uri: Uri, previous: string | undefined): DocumentReport {
    const { resultId, items } = this.reportOn(uri);
    this.note(uri);
    if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  /**
   * Resolves when what is known of a document is about its text as it is now, or when it is closed. VS Code passes over what it is told of a
   * document along with others while an answer about that alone is still to come: it must not wait for a project that is opened again.
   */
  private settledOrClosed(uri: Uri): Promise<void> {
    const answers = this.asking.get(uri) ?? new Set();
    this.asking.set(uri, answers);
    return new Promise((resolve, reject) => {
      const answer = (): void => {
        answers.delete(answer);
        if (answers.size === 0) this.asking.delete(uri);
        resolve();
      };
      answers.add(answer);
      this.diagnostics.settledEverywhere(uri).then(answer, reject);
    });
  }

  private note(uri: Uri): void {
    const version = this.documents.get(uri)?.version ?? null;
    this.given.set(uri, { version, resultId: this.reportOn(uri).resultId });
  }

  /** Files that nobody has open: the client asks for open ones itself. */
  private relatedTo(uri: Uri): Record<string, DocumentReport> | undefined {
    const related: Record<string, DocumentReport> = {};
    for (const other of new Set([...this.diagnostics.store.documents(), ...this.related])) {
      if (other === uri || this.documents.get(other) !== undefined) continue;
      const { resultId, items } = this.reportOn(other);
      if (items.length > 0) this.related.add(other);
      else this.related.delete(other);
      related[this.name(other).uri] = { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    }
    return Object.keys(related).length === 0 ? undefined : related;
  }

  private workspaceItems(known: ReadonlyMap<Uri, PreviousResultId>): WorkspaceDocumentDiagnosticReport[] {
    const concerned = new Set([...this.diagnostics.store.documents(), ...known.keys()]);
    // Of what has not been checked yet as it is now, the next check tells.
    const current = [...concerned].filter((uri) => this.diagnostics.isCurrent(uri));
    return current.map((uri) => {
      const { resultId, items } = this.reportOn(uri);
      const previous = known.get(uri);
      // A document that is closed is known by the name that the client had for it.
      const isOpen = this.documents.get(uri) !== undefined;
      const named = { ...this.name(uri), ...(!isOpen && previous !== undefined && { uri: previous.uri }) };
      if (previous?.value === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId, ...named };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items, ...named };
    });
  }

  /**
   * The report on a document as it stands. Its name changes with the version of the document, too: what was typed meanwhile may have shifted
   * in the editor what the client got before.
   */
  private reportOn(uri: Uri): Report {
    const items = currentDiagnostics(uri, this.diagnostics.store, this.name);
    // There is nothing to be remembered of all the documents that are not open and in which nothing is wrong.
    if (items.length === 0 && this.documents.get(uri) === undefined) return this.nothing;
    const content = JSON.stringify([this.name(uri).version, items]);
    const known = this.reports.get(uri);
    if (known?.content === content) return known;
    const report = { resultId: `${this.run}-${++this.count}`, content, items };
    this.reports.set(uri, report);
    return report;
  }

  /** What was said of documents that are closed now, and of which there is nothing more to say. */
  private forgetClosed(): void {
    const current = this.diagnostics.store.documents();
    const isGone = (uri: Uri): boolean => this.documents.get(uri) === undefined && !current.has(uri);
    for (const uri of this.reports.keys()) if (isGone(uri)) this.reports.delete(uri);
    for (const [uri, { version }] of this.given) if (version !== null && isGone(uri)) this.given.delete(uri);
  }

  private nextChange(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const cancelled = token.onCancellationRequested(() => wake());
      const wake = (): void => {
        cancelled.dispose();
        this.waiting.delete(wake);
        resolve();
      };
      this.waiting.add(wake);
    });
  }
}
