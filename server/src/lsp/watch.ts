import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
  type Connection,
  type FileEvent,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { normalizeUri, type Uri } from '../base/uri';
import { productId, syntaxErrorsNotification, trustedNotification, type SyntaxErrors } from '../protocol';
import type { ConnectedClient } from './client';
import type { Documents } from './documents';
import type { Diagnostics } from './features/diagnostics';
import type { Projects } from './projects';
import { safely, type Log } from './safely';
import type { EditorSettings } from './settings';
import { isBelow } from './workspace-folders';

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
      const registration = connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [...watchers],
      });
      if (await isTaken(registration)) documents.areWatched((uri) => isWatched(uri, client));
    }
    if (workspace?.didChangeConfiguration?.dynamicRegistration === true)
      await isTaken(connection.client.register(DidChangeConfigurationNotification.type, { section: productId }));
  });

  connection.onDidChangeConfiguration(({ settings: all }: { readonly settings?: unknown }) => {
    settings.changed(all);
    void checkAll(undefined);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const concerning = changes.filter(({ uri, type }) => {
      const normal = normalizeUri(uri);
      const isKnown = type === FileChangeType.Deleted && documents.goneFromDisk(normal);
      documents.changedOnDisk(normal);
      return isKnown || watchedNames.test(uri);
    });
    if (concerning.some(changesFileList)) projects.forget();
    if (concerning.length > 0) void checkAll(undefined);
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

/** Of a folder that is deleted or moved, clients tell as of one thing; of anything else that is deleted, nothing comes of it. */
const watchers: readonly FileSystemWatcher[] = [
  { globPattern: '**/*.{bicep,bicepparam,json,jsonc}' },
  { globPattern: '**/.gitignore' },
  { globPattern: '**/*', kind: WatchKind.Delete },
];
const watchedNames = /(\.(bicep|bicepparam|jsonc?)|\/\.gitignore)$/;

/** Clients watch the workspace alone: nobody tells of a module in the cache, or of files above the folder that is open. */
function isWatched(uri: Uri, { workspaceFolders }: Pick<ConnectedClient, 'workspaceFolders'>): boolean {
  return watchedNames.test(uri) && workspaceFolders.some((folder) => isBelow(folder, uri));
}

/** A client that refuses to tell is one that cannot; the library has logged it. */
function isTaken(registration: Promise<unknown>): Promise<boolean> {
  return registration.then(
    () => true,
    () => false,
  );
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
