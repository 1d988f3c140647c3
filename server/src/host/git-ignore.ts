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
