import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { createDiskHost } from '../host/check-host';
import { moduleLocations } from '../host/module-locations';
import { pathOfUri, uriOfPath } from '../host/paths';
import { holdsEverything, projectRoot } from '../host/project-root';
import { today } from '../host/today';
import { Turns } from '../host/turns';
import { walkTemplates } from '../host/walk';
import type { ClientFiles } from './client-files';
import type { ServerHost } from './host';
import { innermostFolder } from './workspace-folders';

/** The machine as Node sees it; what is not on its disk the client may read. */
export function createNodeHost(client: ClientFiles): ServerHost {
  const disk = createDiskHost();
  // The disk answers at once, and a large project has thousands of files.
  const turns = new Turns();
  return {
    modules: moduleLocations(),
    read: (uri) => (pathOfUri(uri) === undefined ? client.read(uri) : turns.take(() => disk.read(uri))),
    today,
    pause: () => turns.pause(),

    stamp: (uri) => {
      const file = pathOfUri(uri);
      try {
        return file === undefined ? undefined : stampOf(file);
      } catch {
        return undefined;
      }
    },

    realUri: (uri) => {
      const file = pathOfUri(uri);
      if (file === undefined) return uri;
      try {
        return uriOfPath(realpathSync(file));
      } catch {
        return uri;
      }
    },

    projectRoot: (uri, workspaceFolders) => {
      const file = pathOfUri(uri);
      if (file === undefined) return client.projectRoot(uri, workspaceFolders);
      const folder = innermostFolder(uri, workspaceFolders);
      const workspace = folder === undefined ? undefined : pathOfUri(folder);
      return Promise.resolve(uriOfPath(projectRoot(path.dirname(file), { workspace, configuration: true })));
    },

    projectFiles: async (root) => {
      const folder = pathOfUri(root);
      if (folder === undefined) return client.projectFiles(root);
      // A file that lies directly in a home folder does not make all that the user has one project.
      if (holdsEverything(folder)) return [];
      const { files } = await walkTemplates(folder, { honourIgnoreFiles: true });
      return files.map(uriOfPath);
    },
  };
}

/** A clock that is coarser than a disk is fast: a file may be written twice in this many milliseconds with one time of change. */
const clockStep = 100;

function stampOf(file: string): string | undefined {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined || Date.now() - Number(stats.mtimeMs) < clockStep) return undefined;
  return `${stats.mtimeNs} ${stats.size} ${stats.ino}`;
}
