import { existsSync } from 'node:fs';
import path from 'node:path';
import { configurationNames } from '../lint/config/description';
import { isRootConfiguration } from '../lint/config/root-flag';
import { isWithin } from './paths';
import { readTextFile } from './read-file';

export interface ProjectRootOptions {
  /** The editor's workspace folder or the command's working directory: the root of what lies in it where nothing else tells. Absolute. */
  readonly workspace: string | undefined;
  /** Whether configuration files count. */
  readonly configuration: boolean;
}

/**
 * The folder of the project that a folder belongs to: that of the nearest configuration file with `"root": true`, else
 * of `.git`, else the workspace, else the folder itself. All paths are absolute.
 */
export function projectRoot(folder: string, options: ProjectRootOptions): string {
  let repository: string | undefined;
  for (const current of upwards(folder)) {
    if (options.configuration && isConfiguredRoot(current)) return current;
    // In a worktree or a submodule `.git` is a file.
    if (repository === undefined && existsSync(path.join(current, '.git'))) repository = current;
  }
  if (repository !== undefined) return repository;
  const { workspace } = options;
  return workspace !== undefined && isWithin(workspace, folder) && !holdsEverything(workspace) ? workspace : folder;
}

/** A folder and those that it lies in, innermost first. */
function* upwards(folder: string): Generator<string> {
  yield folder;
  for (let current = folder, parent = path.dirname(folder); parent !== current; parent = path.dirname(current)) {
    yield parent;
    current = parent;
  }
}

/** A project of the whole disk or of all that a user has would take minutes to read, and has nothing in common. */
export function holdsEverything(folder: string): boolean {
  const { HOME: home, USERPROFILE: windowsHome } = process.env;
  return folder === path.dirname(folder) || folder === (home ?? windowsHome);
}

function isConfiguredRoot(folder: string): boolean {
  return configurationNames.some((name) => {
    const file = readTextFile(path.join(folder, name));
    return file.kind === 'text' && isRootConfiguration(file.text);
  });
}
