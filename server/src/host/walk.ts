import { readdir, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { isIgnored, scopeAbove, scopeOf, type IgnoreScope } from './git-ignore';
import { systemMessage } from './system-error';

export interface WalkOptions {
  /** Whether what `.gitignore` files leave out is left out here. */
  readonly honourIgnoreFiles: boolean;
}

export interface Walk {
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
  /** The folder and those below it that were looked through. */
  readonly folders: readonly string[];
  /** Folders that could not be read. */
  readonly problems: readonly WalkProblem[];
}

export interface WalkProblem {
  readonly path: string;
  readonly message: string;
}

/** Whether a file's name is that of a template or of a parameter file; whether JSON really is one only its text tells. */
export function hasTemplateName(file: string): boolean {
  return /\.(bicep|bicepparam|jsonc?)$/i.test(file);
}

/** Whether a walk goes into a folder of this name. */
export function isWalkedFolder(name: string): boolean {
  return name !== 'node_modules' && !name.startsWith('.');
}

/**
 * Finds the files below a folder that may be templates. Follows no links to folders (there may be circles, and what is
 * behind them belongs to someone else), but those to files.
 */
export async function walkTemplates(folder: string, options: WalkOptions): Promise<Walk> {
  const files: string[] = [];
  const walked: string[] = [];
  const problems: WalkProblem[] = [];

  const visit = async (current: string, outer: IgnoreScope | undefined): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await entriesOf(current);
    } catch (error) {
      problems.push({ path: current, message: systemMessage(error) });
      return;
    }
    walked.push(current);
    const hasRules = options.honourIgnoreFiles && entries.some((entry) => entry.name === '.gitignore');
    const scope = hasRules ? await scopeOf(current, outer) : outer;
    const folders: string[] = [];
    for (const entry of entries) {
      const full = path.join(current, entry.name);
      if (entry.isDirectory()) {
        if (isWalkedFolder(entry.name) && !isIgnored(scope, full, true)) folders.push(full);
      } else if (hasTemplateName(entry.name) && !isIgnored(scope, full, false) && isFile(entry, full)) {
        files.push(full);
      }
    }
    await Promise.all(folders.map((next) => visit(next, scope)));
  };

  await visit(folder, options.honourIgnoreFiles ? await scopeAbove(folder) : undefined);
  return { files: files.sort(), folders: walked, problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** As `readdir` of `node:fs/promises`, which takes longer to load than a small folder to read. */
function entriesOf(folder: string): Promise<Dirent[]> {
  return new Promise((resolve, reject) => {
    readdir(folder, { withFileTypes: true }, (error, entries) => (error ? reject(error) : resolve(entries)));
  });
}

function isFile(entry: Dirent, full: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return statSync(full).isFile();
  } catch {
    // The link leads nowhere or in a circle.
    return false;
  }
}
