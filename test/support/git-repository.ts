import { execFileSync, spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import path from 'node:path';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder';

export interface GitRepository extends TemporaryFolder {
  /** Runs Git in the repository, or in a folder below it, and returns what it prints. */
  readonly git: (args: readonly string[], below?: string) => string;
  /** Commits all that is there. */
  readonly commit: () => void;
}

export const hasGit = spawnSync('git', ['--version']).status === 0;

/** The environment of tests without what they inherit of Git, since they may run in one of its hooks. */
export function gitEnvironment(): Record<string, string> {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...(Object.fromEntries(own) as Record<string, string>),
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_SYSTEM: devNull,
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  };
}

/** A new repository, on the branch `main`, with these files committed. */
export function gitRepository(files: Readonly<Record<string, string>>): GitRepository {
  const folder = temporaryFolder(files);
  const env = gitEnvironment();
  const git: GitRepository['git'] = (args, below = '') =>
    execFileSync('git', args, { cwd: path.join(folder.path, below), env, encoding: 'utf8', stdio: 'pipe' });
  const commit = (): void => {
    git(['add', '--all']);
    git(['commit', '--quiet', '--message', 'change']);
  };
  git(['init', '--quiet', '--initial-branch', 'main']);
  if (Object.keys(files).length > 0) commit();
  return { ...folder, git, commit };
}
