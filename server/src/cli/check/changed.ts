import type { Uri } from '../../base/uri';
import { resolveUri } from '../../base/uri';
import { findChanges } from '../../host/git/changed-files';
import { GitError } from '../../host/git/run-git';
import { pathOfUri } from '../../host/paths';
import { readTextFile } from '../../host/read-file';
import type { Finding } from '../../lint/finding';
import type { Io } from '../io';
import { UsageError } from '../usage-error';

/** What `--changed` leaves of what is named. */
export interface ChangedFiles {
  /** Those of the named files to look at: what has changed, and templates that load a changed file. */
  readonly report: readonly Uri[];
  /** Whether Git says that a file has changed. */
  readonly has: (uri: Uri) => boolean;
}

/** Asks Git which of some files have changed. Throws a UsageError where Git cannot tell. */
export async function findChangedFiles(
  report: readonly Uri[],
  { since, io }: { readonly since: string | undefined; readonly io: Pick<Io, 'cwd' | 'env'> },
): Promise<ChangedFiles> {
  const changes = await asUsage(() =>
    findChanges(
      report.flatMap((uri) => pathOfUri(uri) ?? []),
      { since, ...io },
    ),
  );
  const known = new Map<Uri, boolean>();
  const has = (uri: Uri): boolean => {
    const file = pathOfUri(uri);
    const found = known.get(uri) ?? (file !== undefined && changes.has(file));
    known.set(uri, found);
    return found;
  };
  const mayBeLoaded = changes.paths.some((file) => !isBicep(file));
  return { report: report.filter((uri) => has(uri) || (mayBeLoaded && isBicep(uri) && loaded(uri).some(has))), has };
}

/**
 * Whether a finding is about something that has changed: its place, a place on the way from there to the resource that suffers, or every
 * parameter file that it occurs with. A parameter file among others is none: with the others the finding was there before.
 */
export function isTouched({ place, related, deployments }: Finding, has: (uri: Uri) => boolean): boolean {
  const places = [place, ...related.map((it) => it.place)];
  return places.some(({ uri }) => has(uri)) || (deployments.length > 0 && deployments.every(has));
}

function isBicep(file: string): boolean {
  return /\.bicep(param)?$/i.test(file);
}

/** What the load functions of a file name: findings may stand there. */
function loaded(uri: Uri): readonly Uri[] {
  const read = readTextFile(pathOfUri(uri) ?? '');
  const text = read.kind === 'text' ? read.text : '';
  const calls = text.matchAll(/\bload\w+\(\s*'([^'\n]+)'/g);
  return [...calls].flatMap(({ 1: reference }) => (reference === undefined ? [] : [resolveUri(uri, reference)]));
}

async function asUsage<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof GitError ? new UsageError(error.message) : error;
  }
}
