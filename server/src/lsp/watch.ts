import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Connection,
  type FileEvent,
} from 'vscode-languageserver';
import { normalizeUri, type Uri } from '../base/uri';
import { productId, syntaxErrorsNotification, trustedNotification, type SyntaxErrors } from '../protocol';
import type { ConnectedClient } from './client';
import type { Documents } from './documents';
import type { Diagnostics } from './features/diagnostics';
import type { Projects } from './projects';
import { safely, type Log } from './safely';
import type { EditorSettings } from './settings';

export interface Surroundings {
  readonly connection: Connection;
  readonly log: Log;
  readonly client: ConnectedClient;
  readonly documents: Documents;
  readonly projects: Projects;
  readonly settings: EditorSettings;
  readonly diagnostics: Diagnostics;
}

/** Follows what changes beside the open documents: files on disk, the workspace's folders, what the client wants to hear. */
export function watchSurroundings({
  connection,
  log,
  client,
  documents,
  projects,
  settings,
  diagnostics,
}: Surroundings): void {
  const checkAll = safely(log, 'Checking all projects', undefined, () => diagnostics.everythingChanged());

  connection.onInitialized(async () => {
    const { workspace } = client.capabilities;
    if (workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        client.workspaceFolders = changedFolders(client.workspaceFolders, added, removed);
        projects.setWorkspaceFolders(client.workspaceFolders);
        void checkAll(undefined);
      });
    }
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = [{ globPattern: '**/*.{bicep,bicepparam,json,jsonc}' }, { globPattern: '**/.gitignore' }];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      documents.isWatched();
    }
    if (workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: productId });
    }
  });

  connection.onDidChangeConfiguration(({ settings: all }: { readonly settings?: unknown }) => {
    settings.changed(all);
    void checkAll(undefined);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) documents.changedOnDisk(normalizeUri(uri));
    if (changes.some(changesFileList)) projects.forget();
    void checkAll(undefined);
  });

  connection.onNotification(trustedNotification, () => {
    client.becomesTrusted();
    documents.forgetDisk();
    void checkAll(undefined);
  });

  connection.onNotification(syntaxErrorsNotification, (syntaxErrors: SyntaxErrors | null | undefined) => {
    diagnostics.setSyntaxErrors(syntaxErrors);
    void checkAll(undefined);
  });
}

/** Whether after a change another set of files makes up a project. */
function changesFileList({ uri, type }: FileEvent): boolean {
  return type !== FileChangeType.Changed || /\/(\.gitignore|pelint\.config\.jsonc?)$/.test(uri);
}

interface Folder {
  readonly uri: string;
}

function changedFolders(folders: readonly Uri[], added: readonly Folder[], removed: readonly Folder[]): Uri[] {
  const gone = new Set(removed.map(({ uri }) => normalizeUri(uri)));
  return [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => normalizeUri(uri))];
}
