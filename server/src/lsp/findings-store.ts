import type { Uri } from '../base/uri';
import type { CheckResult, DeploymentResult } from '../lint/check';
import type { ConfigurationProblem } from '../lint/config/configurations';
import { causeOf, type Finding } from '../lint/finding';
import { mergeFindings } from '../lint/merge-findings';
import type { ConnectedClient } from './client';
import { Ranges } from './convert';

/** A finding with the texts in which its offsets count. */
export interface StoredFinding {
  readonly finding: Finding;
  readonly ranges: Ranges;
}

/** A mistake in a configuration file with the texts in which its offsets count. */
export interface StoredProblem {
  readonly problem: ConfigurationProblem;
  readonly ranges: Ranges;
}

interface ProjectFindings {
  readonly findings: ReadonlyMap<Uri, readonly Finding[]>;
  readonly problems: ReadonlyMap<Uri, readonly ConfigurationProblem[]>;
  readonly ranges: Ranges;
  readonly deployments: readonly DeploymentResult[];
}

/**
 * The latest findings of every project: project → deployment → document, seen as the merged set of a document. A project
 * is replaced as a whole, so that a finding that is gone, or whose file is no longer part of a deployment, leaves nothing behind.
 */
export class FindingsStore {
  private readonly projects = new Map<Uri, ProjectFindings>();

  /** `client` tells how its positions are counted. */
  constructor(private readonly client: Pick<ConnectedClient, 'positionEncoding'>) {}

  /** Replaces what is known of a project (undefined: nothing is) and returns the documents of which something is or was known. */
  replace(project: Uri, result: CheckResult | undefined): ReadonlySet<Uri> {
    const known = this.projects.get(project);
    const affected = new Set([...(known?.findings.keys() ?? []), ...(known?.problems.keys() ?? [])]);
    this.projects.delete(project);
    if (result === undefined) return affected;
    const findings = byDocument(counted(result), ({ place }) => place.uri);
    const problems = byDocument(result.configurationProblems, ({ uri }) => uri);
    for (const uri of [...findings.keys(), ...problems.keys()]) affected.add(uri);
    const ranges = new Ranges(result.texts, this.client.positionEncoding);
    this.projects.set(project, { findings, problems, ranges, deployments: result.deployments });
    return affected;
  }

  /** Whether a project has been checked. */
  knows(project: Uri): boolean {
    return this.projects.has(project);
  }

  /** The documents of which there is something to say. */
  documents(): ReadonlySet<Uri> {
    const uris = new Set<Uri>();
    for (const { findings, problems } of this.projects.values()) {
      for (const uri of [...findings.keys(), ...problems.keys()]) uris.add(uri);
    }
    return uris;
  }

  /** The findings in a document. Of a file that several projects share, those of the innermost come first. */
  at(uri: Uri): readonly StoredFinding[] {
    const stored: { readonly project: Uri; readonly found: readonly StoredFinding[] }[] = [];
    for (const [project, { findings, ranges }] of this.projects) {
      const found = findings.get(uri)?.map((finding) => ({ finding, ranges }));
      if (found) stored.push({ project, found });
    }
    stored.sort((one, other) => other.project.length - one.project.length || (one.project < other.project ? -1 : 1));
    return stored.flatMap(({ found }) => found);
  }

  /** Whether all that is found in a document is about this text of it. */
  isAbout(uri: Uri, text: string): boolean {
    return [...this.projects.values()].every(
      ({ findings, problems, ranges }) =>
        !(findings.has(uri) || problems.has(uri)) || (ranges.textOf(uri) ?? text) === text,
    );
  }

  /** The templates that are deployed with a document as a part of them, itself included. */
  rootsOf(uri: Uri): readonly Uri[] {
    const all = [...this.projects.values()].flatMap(({ deployments }) => deployments);
    return [...new Set(all.filter(({ files }) => files.includes(uri)).map(({ root }) => root))];
  }

  /** All findings of a project. */
  ofProject(project: Uri): readonly StoredFinding[] {
    const { findings, ranges } = this.projects.get(project) ?? {};
    return ranges === undefined ? [] : [...(findings?.values() ?? [])].flat().map((finding) => ({ finding, ranges }));
  }

  /** All findings of a check that is not kept. */
  of(result: CheckResult): readonly StoredFinding[] {
    const ranges = new Ranges(result.texts, this.client.positionEncoding);
    return counted(result).map((finding) => ({ finding, ranges }));
  }

  /** What is wrong in a configuration file. Several projects may make use of it. */
  problemsAt(uri: Uri): readonly StoredProblem[] {
    const stored = new Map<string, StoredProblem>();
    for (const { problems, ranges } of this.projects.values()) {
      for (const problem of problems.get(uri) ?? []) stored.set(JSON.stringify(problem), { problem, ranges });
    }
    return [...stored.values()];
  }
}

/** Each cause once, as several projects may have it. Of what they say of it the first counts. */
export function eachOnce(stored: readonly StoredFinding[]): readonly StoredFinding[] {
  if (stored.every(({ ranges }) => ranges === stored[0]?.ranges)) return stored;
  const rangesOf = new Map(stored.toReversed().map(({ finding, ranges }) => [causeOf(finding), ranges]));
  const findings = stored.map(({ finding }) => finding);
  return mergeFindings(findings, []).flatMap((finding) => {
    const ranges = rangesOf.get(causeOf(finding));
    return ranges === undefined ? [] : [{ finding, ranges }];
  });
}

function counted({ findings, elsewhere }: CheckResult): readonly Finding[] {
  return [...findings, ...elsewhere].filter(({ suppression }) => suppression === undefined);
}

function byDocument<T>(items: readonly T[], documentOf: (item: T) => Uri): ReadonlyMap<Uri, readonly T[]> {
  const grouped = new Map<Uri, T[]>();
  for (const item of items) {
    const uri = documentOf(item);
    const group = grouped.get(uri);
    if (group) group.push(item);
    else grouped.set(uri, [item]);
  }
  return grouped;
}
