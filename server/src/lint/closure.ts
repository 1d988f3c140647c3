import type { Uri } from '../base/uri';
import { isStandIn, standInFor } from '../deployment/project/known-modules';
import { reachedFrom } from '../deployment/project/project';
import { isPublished } from '../deployment/project/registry';
import type { Session } from '../deployment/project/session';
import type { Sources } from '../deployment/project/sources';
import type { SourceFile } from '../model/source-file';
import type { FileReference, Template } from '../model/template';
import { Configurations } from './config/configurations';
import type { DeploymentChoice } from './plan';
import { PublishedModules } from './published-modules';
import type { ModuleLocations } from './published-modules';

/** The files of a check as an evaluation reads them. */
export interface CheckSources extends Sources {
  /** Bicep's configuration files that decide what a file's references mean, whether they are there or not: none where all of these are paths. */
  configurations(uri: Uri): readonly Uri[];
}

/** `texts` may grow as long as no evaluation has begun. */
export function createSources(
  texts: ReadonlyMap<Uri, string>,
  session: Session,
  locations: ModuleLocations = {},
  own = new Configurations(undefined, texts),
): CheckSources {
  const published = new PublishedModules(texts, locations, own);
  const read = (uri: Uri): SourceFile | undefined => {
    const text = texts.get(uri);
    if (text !== undefined) return session.read(uri, text);
    const standIn = standInFor(uri);
    return standIn && session.read(standIn.uri, standIn.text);
  };
  const sources: Sources = {
    resolve: (from, reference) =>
      isPublished(reference) ? published.resolve(from, reference) : session.resolve(from, reference),
    text: (uri) => texts.get(uri),
    yaml: (uri) => {
      const text = texts.get(uri);
      return text === undefined ? undefined : session.yaml(uri, text);
    },
    template: (uri) => {
      const file = read(uri);
      return file?.kind === 'template' ? file.template : undefined;
    },
    parameterFile: (uri) => {
      const file = read(uri);
      return file?.kind === 'parameters' ? file.parameters : undefined;
    },
  };
  const configurations = (uri: Uri): readonly Uri[] =>
    referencesOf(uri, sources).some(({ path }) => isPublished(path)) ? published.configurations(uri) : [];
  return { ...sources, configurations };
}

/** What files make use of directly, as far as they have been looked into. */
export type Uses = ReadonlyMap<Uri, readonly Uri[]>;

/** Everything that some files and those they name make use of, themselves included, whether it is there or not. */
export function closureOf(starts: readonly Uri[], uses: Uses): readonly Uri[] {
  return [...reachedFrom(starts, uses)];
}

/** What a file makes use of directly, whether it is there or not. */
export function usesOf(uri: Uri, sources: Sources): readonly Uri[] {
  return referencesOf(uri, sources).flatMap(({ kind, path }) => {
    // A template of the project is named beside its parameter files; a published one only by them.
    const target = kind === 'using' && !isPublished(path) ? undefined : sources.resolve(uri, path);
    return target === undefined ? [] : [target];
  });
}

/** What the load functions of some files read. */
export function loadedFrom(files: Iterable<Uri>, sources: Sources): readonly Uri[] {
  return [...files].flatMap((uri) =>
    referencesOf(uri, sources).flatMap(({ kind, path }) => (kind === 'load' ? (sources.resolve(uri, path) ?? []) : [])),
  );
}

/** The template of a deployment; undefined where there is none. */
export function rootTemplate({ root }: DeploymentChoice, sources: Sources): Template | undefined {
  const using = sources.parameterFile(root)?.using;
  const uri = using ? sources.resolve(root, using.path) : root;
  return uri === undefined ? undefined : sources.template(uri);
}

/** What a file names. What stands in for a module names nothing that could be read. */
function referencesOf(uri: Uri, sources: Sources): readonly FileReference[] {
  const file = sources.template(uri) ?? sources.parameterFile(uri);
  return file === undefined || isStandIn(file.uri) ? [] : file.references;
}
