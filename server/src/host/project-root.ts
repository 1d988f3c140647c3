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
  return createRootFinder(options)(folder);
}

/** As `projectRoot`, for many folders: looks into each folder above them once. What comes into them meanwhile goes unnoticed. */
export function createRootFinder({ workspace, configuration }: ProjectRootOptions): (folder: string) => string {
  const known = new Map<string, RootsAbove>();

  const rootsAbove = (folder: string): RootsAbove => {
    const roots = known.get(folder) ?? findRoots(folder);
    known.set(folder, roots);
    return roots;
  };
  const findRoots = (folder: string): RootsAbove => {
    if (configuration && isConfiguredRoot(folder)) return { configured: folder, repository: undefined };
    const parent = path.dirname(folder);
    const above = parent === folder ? { configured: undefined, repository: undefined } : rootsAbove(parent);
    // In a worktree or a submodule `.git` is a file.
    return existsSync(path.join(folder, '.git')) ? { ...above, repository: folder } : above;
  };

  return (folder) => {
    const { configured, repository } = rootsAbove(folder);
    const root = configured ?? repository;
    if (root !== undefined) return root;
    return workspace !== undefined && isWithin(workspace, folder) && !holdsEverything(workspace) ? workspace : folder;
  };
}

/** The nearest folders upwards that may be the root of a project. */
interface RootsAbove {
  readonly configured: string | undefined;
  readonly repository: string | undefined;
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
