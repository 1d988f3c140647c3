import path from 'node:path';
import type { Uri } from '../base/uri';
import { createDiskHost } from '../host/check-host';
import { moduleLocations } from '../host/module-locations';
import { pathOfUri, uriOfPath } from '../host/paths';
import { holdsEverything, projectRoot } from '../host/project-root';
import { today } from '../host/today';
import { walkTemplates } from '../host/walk';
import type { ServerHost } from './host';

/** The machine as Node sees it. */
export function createNodeHost(): ServerHost {
  const disk = createDiskHost();
  return {
    modules: moduleLocations(),
    read: (uri) => disk.read(uri),
    today,

    projectRoot: (uri, workspaceFolders) => {
      const file = pathOfUri(uri);
      if (file === undefined) return Promise.resolve(undefined);
      const workspace = innermostFolder(file, workspaceFolders);
      return Promise.resolve(uriOfPath(projectRoot(path.dirname(file), { workspace, configuration: true })));
    },

    projectFiles: async (root) => {
      const folder = pathOfUri(root);
      // A file that lies directly in a home folder does not make all that the user has one project.
      if (folder === undefined || holdsEverything(folder)) return [];
      const { files } = await walkTemplates(folder, { honourIgnoreFiles: true });
      return files.map(uriOfPath);
    },
  };
}

/** Of folders within each other, the one that is nearest to the file. */
function innermostFolder(file: string, folders: readonly Uri[]): string | undefined {
  let innermost: string | undefined;
  for (const uri of folders) {
    const folder = pathOfUri(uri);
    if (folder === undefined || !file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep)) continue;
    if (innermost === undefined || folder.length > innermost.length) innermost = folder;
  }
  return innermost;
}
