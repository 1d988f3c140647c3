import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  type CodeLens,
  type Connection,
  type InlayHint,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Uri } from '../../../base/uri';
import { commandIds } from '../../../protocol';
import type { ConnectedClient } from '../../client';
import type { ServerHost } from '../../host';
import { touches } from '../../ranges';
import { safely, type Log } from '../../safely';
import type { EditorSettings } from '../../settings';
import { codeLenses } from './code-lenses';
import { documentLinks } from './document-links';
import { hover } from './hover';
import type { HoverContext } from './hover-context';
import { inlayHints } from './inlay-hints';
import { Readings, type DocumentReading } from './readings';
import { RefreshedAnswers } from './refreshed-answers';

/** What the answers are made from. */
export interface ReadingAids extends Omit<HoverContext, 'readings'> {
  readonly settings: EditorSettings;
  readonly host: Pick<ServerHost, 'modules' | 'pause'>;
}

/** Answers with what helps to read a template: hovers, inlay hints, code lenses and links to the files that it names. */
export function serveReadingAids(connection: Connection, log: Log, aids: ReadingAids): void {
  const { client, documents, projects, diagnostics, settings, host, name } = aids;
  const readings = new Readings(client, documents, diagnostics, host);

  connection.onHover(safely(log, 'Explaining a place', null, (params) => hover(params, { ...aids, readings })));
  connection.onDocumentLinks(
    safely(log, 'Finding links', [], async ({ textDocument }) => {
      const reading = await readings.of(textDocument.uri);
      if (!reading) return [];
      const session = diagnostics.sessionOf(await projects.of(reading.uri));
      return documentLinks(reading, { session, modules: host.modules, name });
    }),
  );

  const settingsOf = async (uri: Uri) => settings.of(await projects.settingsScope(uri));
  const lensesIn = async (reading: DocumentReading): Promise<CodeLens[]> =>
    (await settingsOf(reading.uri)).codeLens ? codeLenses(reading, name) : [];
  const hintsIn = async (reading: DocumentReading): Promise<InlayHint[]> =>
    (await settingsOf(reading.uri)).inlayHints ? inlayHints(reading) : [];
  const refreshing = { documents, readings, log };
  const lenses = new RefreshedAnswers(refreshing, lensesIn, () => {
    if (client.refreshesCodeLenses) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  });
  const hints = new RefreshedAnswers(refreshing, hintsIn, () => {
    if (client.refreshesInlayHints) void connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
  });
  diagnostics.tellOfChecks(() => {
    lenses.checked();
    hints.checked();
  });
  connection.onCodeLens(safely(log, 'Finding code lenses', [], ({ textDocument }) => lenses.answer(textDocument.uri)));
  connection.languages.inlayHint.on(
    safely(log, 'Finding inlay hints', [], async ({ textDocument, range }) =>
      (await hints.answer(textDocument.uri)).filter(({ position }) =>
        touches({ start: position, end: position }, range),
      ),
    ),
  );
}

/** What of it the client is told that the server does. A lens is there for its command, so that who cannot run it gets none. */
export function readingCapabilities(client: ConnectedClient): ServerCapabilities {
  return {
    hoverProvider: true,
    inlayHintProvider: true,
    documentLinkProvider: {},
    ...(client.runs(commandIds.showExpectedFqdnsForTemplate) && { codeLensProvider: {} }),
  };
}
