import path from 'node:path';
import type { Uri } from '../../base/uri';
import { pathOfUri } from '../../host/paths';
import { createRootFinder } from '../../host/project-root';
import type { ConfigurationOption } from '../configuration';

/** Files by the root folder of the project that they belong to. `cwd` is absolute. */
export function filesByProject(
  files: readonly Uri[],
  { kind }: ConfigurationOption,
  cwd: string,
): ReadonlyMap<string, readonly Uri[]> {
  const rootOf = createRootFinder({ workspace: cwd, configuration: kind === 'nearest' });
  const projects = new Map<string, Uri[]>();
  for (const uri of files) {
    const root = rootOf(path.dirname(pathOfUri(uri) ?? ''));
    const own = projects.get(root);
    if (own === undefined) projects.set(root, [uri]);
    else own.push(uri);
  }
  return projects;
}
