import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

/** The checkout's root folder, absolute. */
export const repositoryRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The files that a glob names, relative to the root, with forward slashes, sorted. */
export function repositoryFiles(...globs: readonly string[]): string[] {
  return globSync([...globs], {
    cwd: repositoryRoot,
    dot: true,
    ignore: ['**/node_modules/**', 'dist/**', 'out/**'],
  }).sort();
}

/** The text of a file of the repository. */
export function repositoryText(file: string): string {
  return readFileSync(path.join(repositoryRoot, file), 'utf8');
}
