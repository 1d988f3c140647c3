import { existsSync } from 'node:fs';
import path from 'node:path';
import { isWithin } from '../paths';
import { GitError, type AskGit } from './run-git';

/** The folder of the repository that a folder lies in, innermost; undefined where there is none. In a worktree or a submodule `.git` is a file. */
export function repositoryOf(folder: string): string | undefined {
  for (let current = folder; ; current = path.dirname(current)) {
    if (existsSync(path.join(current, '.git'))) return current;
    if (path.dirname(current) === current) return undefined;
  }
}

export interface BaseOptions {
  /** Undefined for the last commit. */
  readonly since: string | undefined;
  /** The repository of the working folder. */
  readonly home: string | undefined;
  readonly ask: AskGit;
}

/**
 * What a repository is compared with: a commit, or undefined where it has none yet. A submodule is compared with the commit that its outer
 * repository had for it, since the names of that one's branches mean something else in it. Throws a GitError.
 */
export async function baseCommit(root: string, options: BaseOptions): Promise<string | undefined> {
  const { since, home, ask } = options;
  if (home !== undefined && home !== root && isWithin(home, root)) {
    const pinned = await pinnedCommit(root, options);
    if (pinned !== undefined) return pinned;
  }
  const head = await commitOf('HEAD', root, ask);
  return since === undefined ? head : mergeBase(since, root, ask);
}

async function pinnedCommit(root: string, options: BaseOptions): Promise<string | undefined> {
  const outer = repositoryOf(path.dirname(root));
  const base = outer === undefined ? undefined : await baseCommit(outer, options);
  if (outer === undefined || base === undefined) return undefined;
  const name = path.relative(outer, root).replaceAll(path.sep, '/');
  const { out } = await options.ask(outer, ['ls-tree', '-z', base, '--', name]);
  return /^160000 commit ([0-9a-f]+)\t/.exec(out)?.[1];
}

async function commitOf(name: string, root: string, ask: AskGit): Promise<string | undefined> {
  const { status, out } = await ask(root, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
  return status === 0 ? out.trim() : undefined;
}

async function mergeBase(since: string, root: string, ask: AskGit): Promise<string> {
  const commit = await commitOf(since, root, ask);
  if (commit === undefined) {
    throw new GitError(
      `--since: Git knows no commit '${since}' in ${root}. A pipeline may have fetched one branch alone; fetch-depth: 0 of actions/checkout, or git fetch origin, gets the others.`,
    );
  }
  const { status, out } = await ask(root, ['merge-base', commit, 'HEAD']);
  if (status === 0) return out.trim();
  const { out: shallow } = await ask(root, ['rev-parse', '--is-shallow-repository']);
  throw new GitError(
    shallow.trim() === 'true'
      ? `--since: the clone in ${root} is too shallow to tell where it left '${since}'. fetch-depth: 0 of actions/checkout, or git fetch --unshallow, gets the rest.`
      : `--since: '${since}' and HEAD have no commit in common in ${root}.`,
  );
}
