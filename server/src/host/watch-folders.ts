import { watch, type FSWatcher } from 'node:fs';
import path from 'node:path';
import { systemCode, systemMessage } from './system-error';

export interface FolderWatch {
  /** Watches these folders, without those below them, and no others. Returns why one cannot be watched; what is not there is left out. */
  readonly only: (folders: ReadonlySet<string>) => string | undefined;
  readonly has: (folder: string) => boolean;
  readonly close: () => void;
}

/**
 * Watches folders, each by itself: what lies in a folder with thousands of packages is nobody's concern, and Linux would watch all of it.
 * `report` gets the path of what has come, gone or changed in one.
 */
export function watchFolders(report: (file: string) => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const add = (folder: string): void => {
    const watcher = watch(folder, (_, name) => {
      report(name === null ? folder : path.join(folder, name));
    });
    watchers.set(folder, watcher);
    // On some systems a folder that is removed is an error of its watcher.
    watcher.on('error', () => {
      drop(folder);
      report(folder);
    });
  };
  return {
    only: (folders) => {
      for (const folder of watchers.keys()) if (!folders.has(folder)) drop(folder);
      for (const folder of folders) {
        if (watchers.has(folder)) continue;
        try {
          add(folder);
        } catch (error) {
          if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') continue;
          return systemCode(error) === 'ENOSPC'
            ? tooMany(folders.size)
            : `cannot watch ${folder}: ${systemMessage(error)}`;
        }
      }
      return undefined;
    },
    has: (folder) => watchers.has(folder),
    close: () => {
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}

function tooMany(count: number): string {
  return `cannot watch ${count} folders: Linux allows fewer. sysctl fs.inotify.max_user_watches=524288 allows more`;
}
