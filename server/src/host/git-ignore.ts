import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Ignore } from 'ignore';
import { readTextFile } from './read-file';

/** The rules of one `.gitignore`, and those of the folders above it. */
export interface IgnoreScope {
  /** The folder of the `.gitignore`, absolute. */
  readonly folder: string;
  readonly rules: Ignore;
  readonly outer: IgnoreScope | undefined;
}

/** What applies in a folder, given what applies in the folder above it. */
export async function scopeOf(folder: string, outer: IgnoreScope | undefined): Promise<IgnoreScope | undefined> {
  const file = readTextFile(path.join(folder, '.gitignore'));
  if (file.kind !== 'text') return outer;
  // Most runs meet no such file, and reading the library would take longer than all the rest of the walk.
  const { default: ignore } = await import('ignore');
  const ignoreCase = process.platform === 'win32' || process.platform === 'darwin';
  return { folder, rules: ignore({ ignoreCase }).add(file.text), outer };
}

/**
 * What applies in a folder from the folders above it, up to the root of its Git repository. Nothing if the folder is
 * itself ignored: whoever names it wants to see into it.
 */
export async function scopeAbove(folder: string): Promise<IgnoreScope | undefined> {
  let scope: IgnoreScope | undefined;
  const above = foldersAbove(folder);
  for (const [index, outer] of above.entries()) {
    scope = await scopeOf(outer, scope);
    if (isIgnored(scope, above[index + 1] ?? folder, true)) return undefined;
  }
  return scope;
}

/**
 * Tells of single files whether they or a folder that holds them are left out: by the `.gitignore` files of their Git
 * repository, or where there is none by those from `top` down.
 */
export function createIgnoreCheck(top: string): (file: string) => Promise<boolean> {
  const known = new Map<string, Promise<FolderState>>();

  const stateOf = (folder: string): Promise<FolderState> => {
    const state = known.get(folder) ?? findState(folder);
    known.set(folder, state);
    return state;
  };
  const findState = async (folder: string): Promise<FolderState> => {
    const parent = path.dirname(folder);
    if (parent === folder) return { scope: undefined, ignored: false };
    const isTop = existsSync(path.join(folder, '.git')) || folder === top;
    const outer = isTop ? { scope: undefined, ignored: false } : await stateOf(parent);
    if (outer.ignored || isIgnored(outer.scope, folder, true)) return { scope: outer.scope, ignored: true };
    return { scope: await scopeOf(folder, outer.scope), ignored: false };
  };

  return async (file) => {
    const { scope, ignored } = await stateOf(path.dirname(file));
    return ignored || isIgnored(scope, file, false);
  };
}

interface FolderState {
  readonly scope: IgnoreScope | undefined;
  readonly ignored: boolean;
}

/** Whether a path is left out. Its parents must have been asked about before it. */
export function isIgnored(scope: IgnoreScope | undefined, file: string, isFolder: boolean): boolean {
  for (let inner = scope; inner !== undefined; inner = inner.outer) {
    const relative = path.relative(inner.folder, file).replaceAll(path.sep, '/');
    const { ignored, unignored } = inner.rules.test(isFolder ? `${relative}/` : relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** From the repository's root down to the folder's parent; empty where there is no repository, or the folder is its root. */
function foldersAbove(folder: string): string[] {
  const folders: string[] = [];
  for (let current = folder; !existsSync(path.join(current, '.git'));) {
    const parent = path.dirname(current);
    if (parent === current) return [];
    folders.unshift(parent);
    current = parent;
  }
  return folders;
}
