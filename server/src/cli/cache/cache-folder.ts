import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { systemMessage } from '../../host/system-error';
import { writeFileAtomically } from '../../host/write-file';
import { digest } from './snapshot';

/** The name of the folder, in the working directory. */
export const cacheFolderName = '.pelintcache';

/**
 * Each way of calling pelint, and each project, has an entry of its own; those of an editor or a hook are without number. This many are kept
 * besides those of the last run, which may be about any number of projects.
 */
const MOST_OTHERS = 20;

/** That of an entry, or of one that was being written when its process was killed. */
const ENTRY_NAME = /^\.?[0-9a-f]{64}\.json(\..*\.tmp)?$/;

/** Texts by key in a folder that several processes may read and write at the same time. */
export class CacheFolder {
  private readonly folder: string;
  /** The entries that this run has loaded or saved. */
  private readonly used = new Set<string>();

  /** `cwd` is absolute. */
  constructor(cwd: string) {
    this.folder = path.join(cwd, cacheFolderName);
  }

  /** What was saved under a key; undefined where there is nothing, or where it is not whole. Never throws. */
  load(key: string): string | undefined {
    try {
      const file = this.fileOf(key);
      const contents = readFileSync(file, 'utf8');
      const end = contents.indexOf('\n');
      const text = contents.slice(end + 1);
      if (contents.slice(0, end) !== sealOf(key, text)) return undefined;
      this.use(file);
      return text;
    } catch {
      return undefined;
    }
  }

  /** Saves a text. Returns why that is impossible, or undefined. Never throws. */
  save(key: string, text: string): string | undefined {
    try {
      this.makeFolder();
      const file = this.fileOf(key);
      writeFileAtomically(file, `${sealOf(key, text)}\n${text}`);
      this.use(file);
      this.forgetOldest();
      return undefined;
    } catch (error) {
      return systemMessage(error);
    }
  }

  private fileOf(key: string): string {
    return path.join(this.folder, `${digest(key)}.json`);
  }

  /** The time of a file says when its entry was last of use. */
  private use(file: string): void {
    this.used.add(file);
    try {
      const now = new Date();
      utimesSync(file, now, now);
    } catch {
      // Where that cannot be noted, as on a read-only disk, nothing is forgotten either.
    }
  }

  /** Makes a folder that Git does not see. A link in its place may lead anywhere, and there is nothing to be written there. */
  private makeFolder(): void {
    mkdirSync(this.folder, { recursive: true });
    if (lstatSync(this.folder).isSymbolicLink()) throw new Error('it is a symbolic link');
    const unseen = path.join(this.folder, '.gitignore');
    if (!existsSync(unseen)) writeFileAtomically(unseen, '*\n');
  }

  private forgetOldest(): void {
    const names = readdirSync(this.folder).filter((name) => ENTRY_NAME.test(name));
    const others = names.map((name) => path.join(this.folder, name)).filter((file) => !this.used.has(file));
    if (others.length <= MOST_OTHERS) return;
    const ages = others.map((file) => ({ file, time: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
    const oldest = ages.sort((a, b) => b.time - a.time).slice(MOST_OTHERS);
    for (const { file } of oldest) rmSync(file, { force: true });
  }
}

/** What a text under a key begins with: neither a part of it nor another key's text has the same. */
function sealOf(key: string, text: string): string {
  return digest(`${key}\n${text}`);
}
