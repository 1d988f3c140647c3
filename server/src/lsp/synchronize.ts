import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Uri } from '../base/uri';
import type { ConnectedClient } from './client';
import type { Documents } from './documents';
import type { Diagnostics } from './features/diagnostics';
import { safely, type Log } from './safely';
import { applyChanges } from './text-changes';

/** Follows the documents that the client opens, changes and closes. */
export function synchronizeDocuments(
  connection: Connection,
  log: Log,
  client: Pick<ConnectedClient, 'positionEncoding'>,
  documents: Documents,
  diagnostics: Diagnostics,
): void {
  const changed = safely(log, 'Checking a document', undefined, ({ uri, atOnce }: { uri: Uri; atOnce: boolean }) =>
    diagnostics.documentChanged(uri, atOnce),
  );
  // The library reports what is opened as changed, too.
  let opening: TextDocument | undefined;

  const synchronized = new TextDocuments({
    create: TextDocument.create,
    update: (document: TextDocument, changes, version) =>
      applyChanges(document, changes, version, client.positionEncoding),
  });
  synchronized.onDidOpen(({ document }) => {
    documents.opens(document);
    opening = document;
  });
  synchronized.onDidChangeContent(({ document }) => {
    const atOnce = document === opening;
    opening = undefined;
    void changed({ uri: documents.uriOf(document.uri), atOnce });
  });
  synchronized.onDidClose(({ document }) => void changed({ uri: documents.closes(document), atOnce: true }));
  synchronized.listen(connection);
}
