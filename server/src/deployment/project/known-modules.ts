import { uriPath } from '../../base/uri';
import type { Uri } from '../../base/uri';
import { knownModuleTexts, knownModules } from '../../data/known-modules';

/** Marks the documents of stand-ins: they are on no disk. */
const SCHEME = 'pelint-module';

/** A template that stands in for a module that is not at hand. */
export interface StandIn {
  readonly uri: Uri;
  readonly text: string;
}

/**
 * What stands in for a well-known module, given where its compiled template would be in a module cache, or for one that another stand-in
 * names. Undefined for every other document. The registry does not matter: many copy the public modules into one of their own.
 */
export function standInFor(uri: Uri): StandIn | undefined {
  if (isStandIn(uri)) return standIn(uriPath(uri).slice(1));
  const [, repository, tag] = /\/br\/[^/]+\/([^/]+)\/([^/]+)\/main\.json$/.exec(uriPath(uri)) ?? [];
  if (repository === undefined || tag === undefined) return undefined;
  const path = repository.replaceAll('$', '/');
  const candidates = knownModules.filter((module) => path === module.path || path.endsWith(`/${module.path}`));
  // What is no version, such as a digest, is taken for the newest.
  const version = /^(\d+\.\d+\.\d+)/.exec(tag)?.[1];
  const found = candidates.findLast(({ since }) => version === undefined || compareVersions(since, version) <= 0);
  return found && standIn(found.file);
}

/** Whether a template is a stand-in: it shows what rules ask for, and not all that the module deploys. */
export function isStandIn(uri: Uri): boolean {
  return uri.startsWith(`${SCHEME}:`);
}

function standIn(file: string): StandIn | undefined {
  const text = knownModuleTexts.get(file);
  return text === undefined ? undefined : { uri: `${SCHEME}:/${file}`, text };
}

function compareVersions(a: string, b: string): number {
  const others = b.split('.').map(Number);
  const differences = a.split('.').map((part, index) => Number(part) - (others[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
