import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { systemMessage } from '../system-error';
import { findProgram } from './find-program';

/** Git cannot tell. The message is made of sentences that say why, and what to do. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

export interface GitAnswer {
  readonly status: number;
  readonly out: string;
}

/** Asks Git in a folder, with some settings in place of those of the repository. Throws a GitError where it refuses altogether; any other status than 0 is the caller's to read. */
export type AskGit = (folder: string, args: readonly string[], settings?: readonly string[]) => Promise<GitAnswer>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Before every question: nothing that a repository configures is run (the monitor of its files, hooks), and nothing is fetched. No
 * question asks for differences in contents, for which more would be run.
 */
const guards = ['-c', 'core.fsmonitor=', '-c', `core.hooksPath=${devNull}`, '-c', 'protocol.allow=never'];

/** Nothing is written, not even Git's own notes on files; messages are in English, since some of them are read. */
const settings = { GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };

/** What a hook is told of the repository that it runs in. */
const ofOneRepository = /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY)$/i;

/** How to ask Git about the repositories with these root folders; `home` is the one that the environment speaks of. Throws a GitError. */
export function createAskGit(env: Environment, roots: readonly string[], home: string | undefined): AskGit {
  const program = findProgram('git', env['PATH'], roots);
  if (program === undefined) throw new GitError('--changed asks Git, and there is no git in the folders of PATH.');
  const foreign = Object.fromEntries(Object.entries(env).filter(([name]) => !ofOneRepository.test(name)));
  return (folder, args, more = []) => {
    const options = { cwd: folder, env: { ...(folder === home ? env : foreign), ...settings } };
    return ask(
      program,
      [...guards, ...more.flatMap((it) => ['-c', it]), '--no-pager', '--literal-pathspecs', ...args],
      options,
    );
  };
}

function ask(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Environment },
): Promise<GitAnswer> {
  const limits = { maxBuffer: 1 << 30, windowsHide: true, encoding: 'utf8' } as const;
  return new Promise((resolve, reject) => {
    execFile(program, args, { ...options, ...limits }, (error, out, err) => {
      if (error === null) resolve({ status: 0, out });
      else if (typeof error.code !== 'number') reject(new GitError(`Git cannot be run: ${systemMessage(error)}.`));
      else if (error.code < 128) resolve({ status: error.code, out });
      else reject(refusal(options.cwd, err));
    });
  });
}

function refusal(folder: string, said: string): GitError {
  if (said.includes('dubious ownership')) {
    return new GitError(
      `Git does not trust ${folder}, since it belongs to another user. If you trust it: git config --global --add safe.directory '${folder}'`,
    );
  }
  const [line = ''] = said.split('\n').filter((it) => it.startsWith('fatal: '));
  return new GitError(`Git cannot tell what has changed in ${folder}: ${line.replace('fatal: ', '') || said.trim()}`);
}
