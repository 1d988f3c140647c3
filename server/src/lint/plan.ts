import type { Uri } from '../base/uri';
import { reachedFrom, scanProject } from '../deployment/project';
import type { Project } from '../deployment/project';
import { isCachedTemplate } from '../deployment/registry';

/** A template with one set of parameters, or with none. */
export interface DeploymentChoice {
  readonly root: Uri;
  readonly parameters: Uri | undefined;
}

/** What is to be judged, as far as the texts tell it. */
export interface Plan {
  /** The files whose findings are wanted: without JSON that Bicep made of a file beside it, unless it was named. */
  readonly report: ReadonlySet<Uri>;
  /** Those that may have a reported file in them. */
  readonly judged: readonly DeploymentChoice[];
  /** Those that may declare what the judged ones only refer to. */
  readonly others: readonly DeploymentChoice[];
}

export interface PlanRequest {
  readonly project: readonly Uri[];
  readonly report: readonly Uri[];
  readonly named?: readonly Uri[];
}

/** What endpoints are connected with, whichever template declares it. */
const RELEVANT = /Microsoft\.(RecoveryServices\/vaults|Network\/private(DnsZones|Endpoints))/i;

/** What a registry published is nobody's to change, even where its cache lies in the project: it is not judged for itself. */
export function withoutCaches<T extends PlanRequest>(request: T): T {
  const named = new Set(request.named ?? []);
  const isOwn = (uri: Uri): boolean => named.has(uri) || !isCachedTemplate(uri);
  return { ...request, project: request.project.filter(isOwn), report: request.report.filter(isOwn) };
}

export function planOf(request: PlanRequest, texts: ReadonlyMap<Uri, string>): Plan {
  const project = scanProject(texts);
  const named = new Set(request.named ?? []);
  const isJudged = (uri: Uri): boolean => named.has(uri) || !project.compiled.has(uri);
  const report = new Set(request.report.filter(isJudged));
  const judged: DeploymentChoice[] = [];
  const others: DeploymentChoice[] = [];
  for (const root of project.roots.filter(isJudged)) {
    const reached = [...reachedFrom(root, project.uses)];
    const choices = choicesOf(root, project);
    const files = [...reached, ...choices.flatMap(({ parameters }) => parameters ?? [])];
    if (files.some((uri) => report.has(uri))) judged.push(...choices);
    else if (isRelevant(reached, texts)) others.push(...choices);
  }
  const wanted = judged.some(({ root }) => isRelevant([...reachedFrom(root, project.uses)], texts));
  return { report, judged, others: wanted ? others : [] };
}

/** The files that a deployment is read from first. */
export function startsOf({ root, parameters }: DeploymentChoice): readonly Uri[] {
  return parameters === undefined ? [root] : [root, parameters];
}

function choicesOf(root: Uri, { parameterFiles }: Project): readonly DeploymentChoice[] {
  const files = parameterFiles.get(root) ?? [];
  return files.length === 0 ? [{ root, parameters: undefined }] : files.map((parameters) => ({ root, parameters }));
}

function isRelevant(files: readonly Uri[], texts: ReadonlyMap<Uri, string>): boolean {
  return files.some((uri) => RELEVANT.test(texts.get(uri) ?? ''));
}
