import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Uri } from '../base/uri';
import { safely } from './safely';
import { applyChanges } from './text-changes';
import type { Surroundings } from './watch';

/** Follows the documents that the client opens, changes and closes. */
export function synchronizeDocuments({
  connection,
  log,
  client,
  documents,
  projects,
  diagnostics,
}: Omit<Surroundings, 'settings'>): void {
  const changed = safely(log, 'Checking a document', undefined, ({ uri, atOnce }: { uri: Uri; atOnce: boolean }) =>
    diagnostics.documentChanged(uri, atOnce),
  );
  const closed = (uri: Uri): Promise<void> => {
    const checked = changed({ uri, atOnce: true });
    projects.closed(uri);
    return checked;
  };
  // Whoever has no watched files learns of new ones when the user has something else to wait for.
  const saved = safely(log, 'Checking all projects', undefined, async (uri: Uri) => {
    if (documents.isWatched(uri)) return;
    projects.forget();
    await diagnostics.everythingChanged();
  });
  // The library reports what is opened as changed, too.
  let opening: TextDocument | undefined;

  const synchronized = new TextDocuments({
    create: (uri, languageId, version, text) => TextDocument.create(uri, languageId, version, asText(text)),
    update: (document: TextDocument, changes, version) => {
      const texts = changes.map((change) => ({ ...change, text: asText(change.text) }));
      return applyChanges(document, texts, version, client.positionEncoding);
    },
  });
  synchronized.onDidOpen(({ document }) => {
    const before = documents.uriOf(document.uri);
    const wasOpen = documents.get(before) !== undefined;
    if (documents.opens(document) !== before && wasOpen) void closed(before);
    opening = document;
  });
  synchronized.onDidChangeContent(({ document }) => {
    const atOnce = document === opening;
    opening = undefined;
    void changed({ uri: documents.uriOf(document.uri), atOnce });
  });
  synchronized.onDidClose(({ document }) => void closed(documents.closes(document)));
  synchronized.onDidSave(({ document }) => void saved(documents.uriOf(document.uri)));
  synchronized.listen(connection);
}

/** A client that sends something else must not have its whole project go unchecked. */
function asText(sent: unknown): string {
  return typeof sent === 'string' ? sent : '';
}
