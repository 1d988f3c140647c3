import { glob } from 'tinyglobby';
import { createIgnoreCheck } from './git-ignore';
import { hasTemplateName, type WalkOptions } from './walk';

/** What a glob names. */
export interface GlobMatches {
  /** Those that may be templates; absolute paths, sorted. */
  readonly files: readonly string[];
  /** Whether it names any file at all. */
  readonly any: boolean;
}

/** Whether a text is more than a path: it has a character that means something in a glob. */
export function isGlob(text: string): boolean {
  return /[*?[\]{}]|[!@+]\(/.test(text);
}

/** Finds the files that a glob names, seen from a folder, as a walk would find them. */
export async function matchGlob(pattern: string, folder: string, options: WalkOptions): Promise<GlobMatches> {
  const forward = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  const found = await glob(forward, {
    cwd: folder,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
  });
  const isIgnored = createIgnoreCheck(folder);
  const files: string[] = [];
  let any = false;
  for (const file of found.sort()) {
    if (options.honourIgnoreFiles && (await isIgnored(file))) continue;
    any = true;
    if (hasTemplateName(file)) files.push(file);
  }
  return { files, any };
}
