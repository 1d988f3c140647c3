import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { baseCommit, repositoryOf } from './base-commit';
import { createAskGit, GitError, type AskGit } from './run-git';

export interface ChangesOptions {
  /** A name of a commit: what has changed since the work on it began counts. Undefined for what is not committed alone. */
  readonly since: string | undefined;
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What Git says has changed. */
export interface Changes {
  /** Whether a file has changed or is new; false for one in another repository than those asked. */
  readonly has: (file: string) => boolean;
  /** All that has, deleted ones included; absolute. */
  readonly paths: readonly string[];
}

/**
 * Asks Git what has changed in the repositories of some files: what is committed since, staged, not staged and untracked, together. All
 * paths are absolute. Throws a GitError.
 */
export async function findChanges(files: readonly string[], { since, cwd, env }: ChangesOptions): Promise<Changes> {
  const rootOf = rememberRoots();
  const roots = new Set<string>();
  for (const file of files) {
    const root = rootOf(path.dirname(realPath(file)));
    if (root === undefined)
      throw new GitError(`--changed asks Git, and ${path.dirname(file)} is in no Git repository.`);
    roots.add(root);
  }
  const home = rootOf(realPath(cwd));
  const changed = new Map<string, Entry>();
  const paths: string[] = [];
  if (roots.size > 0) {
    const ask = createAskGit(env, [...roots], home);
    for (const root of roots) {
      const entries = await changesIn(root, await baseCommit(root, { since, home, ask }), ask);
      for (const entry of entries) {
        const full = path.join(root, entry.name);
        changed.set(keyOf(full), entry);
        paths.push(full);
      }
    }
  }
  const isChanged = (file: string): boolean => {
    const entry = changed.get(keyOf(file));
    return entry !== undefined && !(entry.was !== undefined && holds(file, entry.was));
  };
  return {
    // A link may be new, and so may be what it leads to.
    has: (file) => isChanged(path.join(realPath(path.dirname(file)), path.basename(file))) || isChanged(realPath(file)),
    paths,
  };
}

interface Entry {
  /** As seen from the root of the repository. */
  readonly name: string;
  /** The ID of the contents that it had, where Git has only seen that the file was written since. */
  readonly was: string | undefined;
}

async function changesIn(root: string, base: string | undefined, ask: AskGit): Promise<readonly Entry[]> {
  const others = ['ls-files', '-z', '--others', '--exclude-standard'];
  const { out: untracked } = await ask(root, base === undefined ? [...others, '--cached'] : others);
  const names = untracked.split('\0').filter((name) => name !== '');
  const entries = names.map((name): Entry => ({ name, was: undefined }));
  if (base === undefined) return entries;
  // To tell whether a file has changed that was written while the index was, Git reads it, through these.
  const { out: filters } = await ask(root, ['config', '-z', '--name-only', '--get-regexp', '^filter\\.']);
  if (filters.includes('=')) throw new GitError(`Git cannot be asked in ${root}: a filter there has = in its name.`);
  const withoutFilters = new Set(filters.split('\0').flatMap(neutralized));
  const tracked = ['diff-index', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules=dirty', base, '--'];
  const { out } = await ask(root, tracked, [...withoutFilters]);
  return [...entries, ...readRaw(out)];
}

/** The settings that make a filter do nothing. A name may have a dot in it. */
function neutralized(setting: string): readonly string[] {
  const filter = /^(filter\.[^]+)\.\w+$/.exec(setting)?.[1];
  return filter === undefined ? [] : [`${filter}.clean=`, `${filter}.process=`, `${filter}.required=false`];
}

/** Git's raw format: `:MODE MODE ID ID STATUS`, and the name. A file that was written since Git last looked has no ID now. */
function* readRaw(out: string): Generator<Entry> {
  const fields = out.split('\0');
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [, mode = '', was = '', now = ''] = (fields[index] ?? '').split(' ');
    const isUnseen = /^0+$/.test(now) && !/^0+$/.test(was) && mode.startsWith('100');
    yield { name: fields[index + 1] ?? '', was: isUnseen ? was : undefined };
  }
}

/**
 * Whether a file holds what has this ID. Git would tell as well, but it would run the filters that a repository names; line ends that it
 * has changed for Windows are taken back here.
 */
function holds(file: string, id: string): boolean {
  try {
    if (!lstatSync(file).isFile()) return false;
    const bytes = readFileSync(file);
    if (blobId(bytes, id.length) === id) return true;
    return (
      bytes.includes('\r\n') &&
      blobId(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), id.length) === id
    );
  } catch {
    return false;
  }
}

function blobId(bytes: Buffer, length: number): string {
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

function rememberRoots(): (folder: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (folder) => {
    if (!known.has(folder)) known.set(folder, repositoryOf(folder));
    return known.get(folder);
  };
}

/** Without symbolic links, as Git sees it; the file itself need not be there. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(realPath(parent), path.basename(file));
  }
}

/** Names that are one file are one key: file systems differ in the case of letters and in how they spell accents. */
function keyOf(file: string): string {
  const spelled = file.normalize('NFC');
  return process.platform === 'win32' || process.platform === 'darwin' ? spelled.toLowerCase() : spelled;
}
