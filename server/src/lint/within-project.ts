import { samePlace, type Place } from '../base/place';
import type { Uri } from '../base/uri';
import type { DeployedResource, Deployment } from '../deployment/deployment';
import type { Sources } from '../deployment/project/sources';
import type { RelatedPlace, Report } from '../rules/report';

/** The files that the user can change, and what leads from them into others. */
export interface Surroundings {
  readonly project: ReadonlySet<Uri>;
  readonly deployment: Deployment;
  readonly sources: Sources;
}

/**
 * A report as the user can act on it: what stands in a module from elsewhere, such as a registry's, is said of the `module` statement
 * that uses it. No related place and no fix is outside the project.
 */
export function withinProject(report: Report, surroundings: Surroundings): Report {
  const { project } = surroundings;
  const moved = project.has(report.place.uri)
    ? undefined
    : (statementFor(report, surroundings) ?? usingOf(surroundings));
  const place = moved ?? report.place;
  const related = distinctPlaces(
    place,
    (report.related ?? []).flatMap((it) => relatedWithin(it, project)),
  );
  const fixes = (report.fixes ?? []).filter(({ edits }) => edits.every(({ uri }) => project.has(uri)));
  const message = moved ? report.message + moduleNote(moved, surroundings.sources) : report.message;
  return { ...report, place, message, related, fixes };
}

/** The statement that brings what a report is about; undefined where none can be told. */
function statementFor({ place, related = [] }: Report, { project, deployment }: Surroundings): Place | undefined {
  const named = related.flatMap(({ resource }) => (resource ? [resource] : []));
  const known = named.filter((it) => it.place.uri === place.uri);
  const any = deployment.resources.filter((it) => it.place.uri === place.uri);
  for (const resource of [...known, ...named, ...any]) {
    const statement = entrance(resource, project);
    if (statement) return statement;
  }
  return undefined;
}

/** The `using` of a parameter file that deploys a published template. */
function usingOf({ project, deployment: { root, parameters }, sources }: Surroundings): Place | undefined {
  if (parameters === undefined || project.has(root)) return undefined;
  const using = sources.parameterFile(parameters)?.using;
  return using && { uri: parameters, ...using.span };
}

/** The last place on the way to a resource that is still in the project: the statement of the module from elsewhere, or the resource itself. */
function entrance({ place, through }: DeployedResource, project: ReadonlySet<Uri>): Place | undefined {
  return [...through, place].findLast(({ uri }) => project.has(uri));
}

/** The place itself, or for a resource outside the project the statement that leads to it. */
function relatedWithin({ place, message, resource }: RelatedPlace, project: ReadonlySet<Uri>): readonly Moved[] {
  if (project.has(place.uri)) return [{ place, message, moved: false }];
  const statement = resource && entrance(resource, project);
  return statement ? [{ place: statement, message, moved: true }] : [];
}

interface Moved extends RelatedPlace {
  readonly moved: boolean;
}

/** Without the moved places that show nothing new: one statement may bring everything that a report speaks of. */
function distinctPlaces(reported: Place, related: readonly Moved[]): readonly RelatedPlace[] {
  const shown: Place[] = [reported];
  return related.flatMap(({ place, message, moved }) => {
    if (moved && shown.some((other) => samePlace(place, other))) return [];
    shown.push(place);
    return [{ place, message }];
  });
}

function moduleNote({ uri, start }: Place, sources: Sources): string {
  const module = sources.template(uri)?.modules.find(({ nameSpan }) => nameSpan.start === start);
  const using = sources.parameterFile(uri)?.using;
  const reference = module?.source.kind === 'file' ? module.source.reference : using;
  return reference ? ` (inside the module '${reference.path}')` : '';
}
