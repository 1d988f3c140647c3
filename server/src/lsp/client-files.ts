import type { Connection } from 'vscode-languageserver';
import { joinUri, normalizeUri, parentUri, type Uri } from '../base/uri';
import { configurationNames } from '../lint/config/description';
import { isRootConfiguration } from '../lint/config/root-flag';
import { listFilesRequest, readFileRequest, type FileParams, type ReadFileResult } from '../protocol';
import type { ConnectedClient } from './client';
import type { ClientLog } from './client-log';
import type { ServerHost } from './host';
import { innermostFolder, isBelow } from './workspace-folders';

/** Files that only the editor can read: those of a virtual workspace, and all of them where the server runs in a browser. */
export type ClientFiles = Pick<ServerHost, 'read' | 'projectRoot' | 'projectFiles'>;

/** The files of a client; nothing is there unless it says that it reads files. */
export function createClientFiles(
  connection: Connection,
  client: Pick<ConnectedClient, 'options'>,
  log: Pick<ClientLog, 'note'>,
): ClientFiles {
  const ask = <Result>(method: string, uri: Uri): Promise<Result> =>
    connection.sendRequest<Result>(method, { uri } satisfies FileParams);
  const read: ServerHost['read'] = async (uri) => {
    if (client.options.fileSystem !== true) return undefined;
    try {
      const file = await ask<ReadFileResult>(readFileRequest, uri);
      if (file === null) return undefined;
      return 'text' in file ? file.text : { uri, message: file.problem };
    } catch (error) {
      return { uri, message: reasonOf(error) };
    }
  };
  return {
    read,
    projectRoot: async (uri, workspaceFolders) => {
      const workspace = innermostFolder(uri, workspaceFolders);
      return workspace === undefined ? undefined : ((await configuredRoot(uri, workspace, read)) ?? workspace);
    },
    projectFiles: async (root) => {
      if (client.options.fileSystem !== true) return [];
      try {
        return (await ask<readonly string[]>(listFilesRequest, root)).map(normalizeUri);
      } catch (error) {
        // What is open is checked all the same, with what it names.
        log.note(`The files of ${root} cannot be listed: ${reasonOf(error)}`);
        return undefined;
      }
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The nearest folder from a document up to its workspace's whose configuration makes it a project by itself. */
async function configuredRoot(document: Uri, workspace: Uri, read: ServerHost['read']): Promise<Uri | undefined> {
  for (let folder = parentUri(document); ; folder = parentUri(folder)) {
    for (const name of configurationNames) {
      const text = await read(joinUri(folder, name));
      if (typeof text === 'string' && isRootConfiguration(text)) return folder;
    }
    if (folder === workspace || !isBelow(workspace, folder)) return undefined;
  }
}
