import { statSync } from 'node:fs';
import path from 'node:path';
import { repositoryOf } from '../../host/git/base-commit';
import { isWithin, pathOfUri, uriOfPath } from '../../host/paths';
import { readTextFile } from '../../host/read-file';
import { hasTemplateName, isWalkedFolder, walkTemplates } from '../../host/walk';
import type { Io } from '../io';
import type { CheckCommandOptions } from './options';
import type { Seen } from './seen';

/** Where to watch for what another run would read. */
export interface Watched {
  readonly folders: ReadonlySet<string>;
  /** Whether what happened to a file or folder can change what a run comes to, after one has seen this. */
  readonly concerns: (file: string, seen: Seen) => boolean;
}

/** All folders in which something may come that a run would read. Of what is not there, that in which it would have to appear. */
export async function findWatched(seen: Seen, options: CheckCommandOptions, io: Io): Promise<Watched> {
  const { honourIgnoreFiles, changed } = options;
  const named = options.paths.map((it) => path.resolve(io.cwd, it));
  const tops = [...named.map((it) => (isFolder(it) ? it : path.dirname(it))), ...seen.roots];
  const walks = await Promise.all(
    [...new Set(tops)].filter(isFolder).map((folder) => walkTemplates(folder, { honourIgnoreFiles })),
  );
  const walked = new Set(walks.flatMap(({ folders }) => folders));
  const read = [...seen.files, ...seen.texts.keys()].flatMap((uri) => pathOfUri(uri) ?? []);
  const outside = [...new Set([...named, ...tops, ...read].map((file) => path.dirname(file)))].map(nearestFolder);
  const repositories = changed ? [...seen.roots].flatMap((root) => repositoryOf(root) ?? []) : [];
  const ofGit = repositories.map((root) => path.join(root, '.git')).filter(isFolder);
  const folders = new Set([...walked, ...outside, ...ofGit]);
  const outputs = new Set(
    options.outputs.flatMap(({ file }) => (file === undefined ? [] : path.resolve(io.cwd, file))),
  );
  // A folder is news where a walk would go into it, and where something that was named or read is to be below it.
  const isNewFolder = (folder: string): boolean =>
    !walked.has(folder) &&
    ((walked.has(path.dirname(folder)) && isWalkedFolder(path.basename(folder))) ||
      [...named, ...tops, ...read].some((file) => isWithin(folder, file) && !folders.has(folder)));
  const concerns = (file: string, now: Seen): boolean => {
    if (outputs.has(file)) return false;
    if (ofGit.includes(path.dirname(file))) return ['HEAD', 'index'].includes(path.basename(file));
    if (isFolder(file)) return isNewFolder(file);
    return folders.has(file) || isOther(file, now);
  };
  return { folders, concerns };
}

/** Whether a file is another than a run has seen it. What the run has written itself, as its fixes, it has seen. */
function isOther(file: string, { texts, files }: Seen): boolean {
  const uri = uriOfPath(file);
  const known = texts.get(uri);
  const read = readTextFile(file);
  if (known !== undefined) return read.kind !== 'text' || read.text !== known;
  const name = path.basename(file);
  // What such a file has said is not kept.
  if (name === '.gitignore') return true;
  return read.kind !== 'missing' && (files.has(uri) || hasTemplateName(name));
}

function nearestFolder(folder: string): string {
  for (let current = folder; ; current = path.dirname(current)) {
    if (isFolder(current) || path.dirname(current) === current) return current;
  }
}

function isFolder(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}
