import { joinUri, parentUri, type Uri } from '../base/uri';
import type { ConnectedClient } from './client';
import type { ServerHost } from './host';
import { isBelow } from './workspace-folders';

/**
 * Decides which files may be read. In a workspace that the user does not trust, its templates must not lead the server through the whole
 * disk: only what lies in the workspace and in Bicep's module cache is read, wherever paths and links point.
 */
export class RestrictedFiles {
  constructor(
    private readonly client: Pick<ConnectedClient, 'isTrusted' | 'workspaceFolders'>,
    private readonly host: Pick<ServerHost, 'modules' | 'realUri'>,
  ) {}

  /** Whether a file may be read that is not open, given those that are. */
  mayRead(uri: Uri, open: Iterable<Uri>): boolean {
    if (this.client.isTrusted) return true;
    const folders = this.foldersBeside(open);
    if (!folders.some((folder) => isBelow(folder, uri))) return false;
    const real = this.host.realUri(uri);
    return real === uri || folders.some((folder) => isBelow(this.host.realUri(folder), real));
  }

  private foldersBeside(open: Iterable<Uri>): readonly Uri[] {
    const { workspaceFolders } = this.client;
    // A file that is open without a folder brings its neighbours along.
    const folders = workspaceFolders.length > 0 ? workspaceFolders : [...open].map(parentUri);
    const { cache, home } = this.host.modules ?? {};
    const caches = cache !== undefined ? [cache] : home !== undefined ? [joinUri(home, '.bicep')] : [];
    return [...folders, ...caches];
  }
}
