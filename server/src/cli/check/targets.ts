import { statSync } from 'node:fs';
import path from 'node:path';
import { systemCode, systemMessage } from '../../host/system-error';
import { hasTemplateName, walkTemplates, type WalkOptions, type WalkProblem } from '../../host/walk';

/** What the paths and globs on the command line stand for. */
export interface Targets {
  readonly arguments: readonly Target[];
  /** Paths that do not exist or cannot be looked at, and globs that match nothing. */
  readonly failures: readonly WalkProblem[];
  /** Folders on the way that cannot be read. */
  readonly problems: readonly WalkProblem[];
}

export interface Target {
  /** As given. */
  readonly argument: string;
  readonly kind: 'file' | 'folder' | 'glob';
  /** The files that may be templates; absolute paths. */
  readonly files: readonly string[];
}

/** Looks up the paths and globs, seen from the working directory. */
export async function findTargets(args: readonly string[], cwd: string, options: WalkOptions): Promise<Targets> {
  const targets: Target[] = [];
  const failures: WalkProblem[] = [];
  const problems: WalkProblem[] = [];
  for (const argument of args) {
    const full = path.resolve(cwd, argument);
    const kind = kindOf(full);
    if (kind === 'file') {
      targets.push({ argument, kind, files: hasTemplateName(full) ? [full] : [] });
    } else if (kind === 'folder') {
      const walk = await walkTemplates(full, options);
      // A folder that was named and cannot be read is a failure; one below it is a problem.
      const failure = walk.problems.find((problem) => problem.path === full);
      if (failure === undefined) targets.push({ argument, kind, files: walk.files });
      else failures.push(failure);
      problems.push(...walk.problems.filter((problem) => problem !== failure));
    } else if (kind === 'missing') {
      const target = await matchedTarget(argument, cwd, options);
      if (typeof target === 'string') failures.push({ path: full, message: target });
      else targets.push(target);
    } else {
      failures.push({ path: full, message: kind.message });
    }
  }
  return { arguments: targets, failures, problems };
}

/** What a text stands for that is no path: a glob's matches, or why there are none. */
async function matchedTarget(argument: string, cwd: string, options: WalkOptions): Promise<Target | string> {
  // Most runs name paths, and loading the glob library takes as long as such a run.
  const { isGlob, matchGlob } = await import('../../host/glob');
  if (!isGlob(argument)) return 'no such file or folder';
  const { files, any } = await matchGlob(argument, cwd, options);
  return any ? { argument, kind: 'glob', files } : 'the pattern matches no files';
}

function kindOf(full: string): 'file' | 'folder' | 'missing' | { readonly message: string } {
  try {
    return statSync(full).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const code = systemCode(error);
    // A long glob is too long for a name.
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return 'missing';
    return { message: systemMessage(error) };
  }
}
