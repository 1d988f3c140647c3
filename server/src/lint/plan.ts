import type { Steps } from '../base/steps';
import type { Uri } from '../base/uri';
import { reachedFrom, scanProject } from '../deployment/project/project';
import type { Project } from '../deployment/project/project';
import { isCachedTemplate } from '../deployment/project/registry';
import type { Session } from '../deployment/project/session';
import { NEIGHBOUR_WORDS } from '../domain/resources/neighbours';
import type { Configurations } from './config/configurations';

/** A template with one set of parameters, or with none. */
export interface DeploymentChoice {
  /** The template; the parameter file itself where that uses a template that a registry published, or none that is there. */
  readonly root: Uri;
  readonly parameters: Uri | undefined;
}

/** What is to be judged, as far as the texts tell it. */
export interface Plan {
  /** The files whose findings are wanted: without JSON that Bicep made of a file beside it, unless it was named. */
  readonly report: ReadonlySet<Uri>;
  /** The files of the project that the configuration leaves out. */
  readonly ignored: ReadonlySet<Uri>;
  /** Those that may have a reported file in them. */
  readonly judged: readonly DeploymentChoice[];
  /** Those that may declare what the judged ones only refer to. */
  readonly others: readonly DeploymentChoice[];
}

interface Read {
  readonly texts: ReadonlyMap<Uri, string>;
  readonly configurations: Configurations;
}

export interface PlanRequest {
  readonly project: readonly Uri[];
  readonly report: readonly Uri[];
  readonly named?: readonly Uri[];
  readonly parameters?: readonly GivenParameters[];
  /** Whether files count that the configuration leaves out. */
  readonly includeIgnored?: boolean;
}

/** A parameter file that the user names: it replaces those that the project has for its template, and is reported. */
export interface GivenParameters {
  readonly file: Uri;
  /** Of a JSON file; a `.bicepparam` names its own. */
  readonly template: Uri | undefined;
}

/** What a registry published is nobody's to change, even where its cache lies in the project: it is not judged for itself. */
export function withoutCaches<T extends PlanRequest>(request: T): T {
  const named = new Set(request.named ?? []);
  const isOwn = (uri: Uri): boolean => named.has(uri) || !isCachedTemplate(uri);
  return { ...request, project: request.project.filter(isOwn), report: request.report.filter(isOwn) };
}

/** Finds out in steps what is to be judged. The files have been scanned. */
export function* planOf(request: PlanRequest, { texts, configurations }: Read, session: Session): Steps<Plan> {
  const ignored = ignoredFiles(request, { texts, configurations });
  const project = scanOwn(texts, ignored, session);
  const given = givenFiles(request.parameters ?? [], project, texts, session);
  const named = new Set(request.named ?? []);
  const isJudged = (uri: Uri): boolean => named.has(uri) || given.has(uri) || !project.compiled.has(uri);
  const reported = request.report.filter((uri) => isJudged(uri) && !ignored.has(uri));
  const report = new Set([...reported, ...[...given.values()].flat()]);
  const mayBeAskedFor = (uri: Uri): boolean => {
    const words = session.words(uri, texts.get(uri) ?? '');
    return NEIGHBOUR_WORDS.some((word) => words.has(word));
  };
  const judged: DeploymentChoice[] = [];
  const others: DeploymentChoice[] = [];
  const alone = project.orphans.filter((uri) => ![...given.values()].flat().includes(uri));
  const roots = [...project.roots.filter(isJudged), ...project.ofPublished, ...alone, ...given.keys()];
  for (const root of new Set([...roots, ...templatesElsewhere(request, project, texts)])) {
    yield;
    const choices = choicesOf(root, project, given);
    const files = [...reachedFrom(choices.flatMap(startsOf), project.uses)];
    if (files.some((uri) => report.has(uri))) judged.push(...choices);
    else if (project.ofPublished.includes(root) || files.some(mayBeAskedFor)) others.push(...choices);
  }
  return { report, ignored, judged, others };
}

/** What the user names by `--params` counts whatever the configuration says. */
function ignoredFiles({ includeIgnored, parameters = [] }: PlanRequest, { texts, configurations }: Read): Set<Uri> {
  if (includeIgnored) return new Set();
  const given = new Set(parameters.map(({ file }) => file));
  return new Set([...texts.keys()].filter((uri) => !given.has(uri) && configurations.of(uri).ignored));
}

/**
 * The project without what is left out, unless other files use it: a module that only such files use is judged by itself, and none of them
 * is deployed.
 */
function scanOwn(texts: ReadonlyMap<Uri, string>, ignored: ReadonlySet<Uri>, session: Session): Project {
  const scan = (files: ReadonlyMap<Uri, string>): Project => scanProject(files, (uri, text) => session.scan(uri, text));
  const whole = scan(texts);
  if (ignored.size === 0) return whole;
  const counting = [...texts.keys()].filter((uri) => !ignored.has(uri));
  const used = reachedFrom(counting, whole.uses);
  return scan(new Map([...texts].filter(([uri]) => !ignored.has(uri) || used.has(uri))));
}

/** The files that a deployment is read from first. */
export function startsOf({ root, parameters }: DeploymentChoice): readonly Uri[] {
  return parameters === undefined ? [root] : [root, parameters];
}

/** The parameter files that the user names, by their template; without those whose template is in another project. */
function givenFiles(
  parameters: readonly GivenParameters[],
  { parameterFiles, ofPublished }: Project,
  texts: ReadonlyMap<Uri, string>,
  session: Session,
): ReadonlyMap<Uri, readonly Uri[]> {
  const given = new Map<Uri, readonly Uri[]>();
  for (const { file, template } of parameters) {
    const used = [...parameterFiles].find(([, files]) => files.includes(file))?.[0];
    const root = template ?? (ofPublished.includes(file) ? file : used);
    const usable =
      root !== undefined && texts.has(root) && session.scan(file, texts.get(file) ?? '').kind === 'parameters';
    if (usable) given.set(root, [...(given.get(root) ?? []), file]);
  }
  return given;
}

/** The templates outside the project, or nowhere at all, that its parameter files name: only reading them tells which. */
function templatesElsewhere(
  { parameters = [] }: PlanRequest,
  { parameterFiles }: Project,
  texts: ReadonlyMap<Uri, string>,
): readonly Uri[] {
  const given = new Set(parameters.map(({ file }) => file));
  const isOwn = (files: readonly Uri[]): boolean => files.some((file) => !given.has(file));
  return [...parameterFiles].flatMap(([root, files]) => (texts.has(root) || !isOwn(files) ? [] : [root]));
}

function choicesOf(
  root: Uri,
  { parameterFiles, ofPublished, orphans }: Project,
  given: ReadonlyMap<Uri, readonly Uri[]>,
): readonly DeploymentChoice[] {
  if (ofPublished.includes(root) || orphans.includes(root)) return [{ root, parameters: root }];
  const files = given.get(root) ?? parameterFiles.get(root) ?? [];
  return files.length === 0 ? [{ root, parameters: undefined }] : files.map((parameters) => ({ root, parameters }));
}
