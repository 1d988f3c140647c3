import path from 'node:path';
import type { Uri } from '../../base/uri';
import { createDiskHost, overlayHost } from '../../host/check-host';
import { isWithin, pathOfUri, uriOfPath } from '../../host/paths';
import { projectRoot } from '../../host/project-root';
import { walkTemplates } from '../../host/walk';
import type { CheckOptions, CheckResult, ReadProblem, RuleFailure } from '../../lint/check';
import type { Finding } from '../../lint/finding';
import type { CheckInput } from './input';
import type { CheckCommandOptions } from './options';
import type { Engine } from '../engine';
import { checkWithFixes, type FixedResult, type TextChange } from './fix-passes';
import type { Level } from '../rule-levels';

/** What came out of all projects together. */
export interface ProjectsResult {
  readonly findings: readonly Finding[];
  readonly problems: readonly ReadProblem[];
  readonly failures: readonly RuleFailure[];
  readonly texts: ReadonlyMap<Uri, string>;
  /** The files that are templates. */
  readonly checked: ReadonlySet<Uri>;
  /** The root folder of each reported file's project. */
  readonly roots: ReadonlyMap<Uri, string>;
  readonly changes: readonly ProjectChange[];
  readonly fixed: number;
  readonly settled: boolean;
}

/** A file that the fixes change, and the folder that changes must stay in. */
export interface ProjectChange extends TextChange {
  readonly uri: Uri;
  readonly root: string;
}

/** Checks each project that has a file in the input, and works out the fixes where they are asked for. */
export async function checkProjects(
  engine: Engine,
  input: CheckInput,
  options: CheckCommandOptions,
  levels: ReadonlyMap<string, Level>,
  cwd: string,
): Promise<ProjectsResult> {
  const host = overlayHost(input.texts, createDiskHost());
  const projects = byProject(input.report, { workspace: cwd, configuration: options.configuration });
  const problems: ReadProblem[] = [...input.problems];
  const results: { root: string; result: FixedResult }[] = [];
  for (const [root, report] of projects) {
    const walk = await walkTemplates(root, { honourIgnoreFiles: options.honourIgnoreFiles });
    problems.push(...walk.problems.map((problem) => ({ uri: uriOfPath(problem.path), message: problem.message })));
    const project = [...new Set([...walk.files.map(uriOfPath), ...report])];
    const named = report.filter((uri) => input.named.has(uri));
    const request = { project, report, named, options: checkOptions(options, levels) };
    const fixes = options.fix || options.diff;
    const mayEdit = (uri: Uri): boolean => fixes && isInProject(uri, root) && (input.stdin?.uri ?? uri) === uri;
    results.push({
      root,
      result: await checkWithFixes(engine, request, host, { unsafe: options.unsafeFixes, mayEdit }),
    });
  }
  return {
    findings: results.flatMap(({ result }) => result.result.findings),
    problems: distinct([...problems, ...results.flatMap(({ result }) => readProblems(result.result, options))]),
    failures: results.flatMap(({ result }) => result.result.failures),
    texts: new Map(results.flatMap(({ result }) => [...result.result.texts])),
    checked: new Set(results.flatMap(({ result }) => result.result.checked)),
    roots: new Map([...projects].flatMap(([root, report]) => report.map((uri) => [uri, root] as const))),
    changes: results.flatMap(({ root, result }) =>
      [...result.changes].map(([uri, change]) => ({ uri, root, ...change })),
    ),
    fixed: results.reduce((sum, { result }) => sum + result.fixed, 0),
    settled: results.every(({ result }) => result.settled),
  };
}

/** What could not be read. A module that is not there leaves rules silent, which only a strict run holds against it. */
function readProblems({ problems, deployments, texts }: CheckResult, { strict }: CheckCommandOptions): ReadProblem[] {
  const missing = new Set(strict ? deployments.flatMap(({ files }) => files) : []);
  for (const { uri } of problems) missing.delete(uri);
  for (const uri of texts.keys()) missing.delete(uri);
  return [...problems, ...[...missing].map((uri) => ({ uri, message: 'no such file or folder' }))];
}

function checkOptions({ cloud, location }: CheckCommandOptions, levels: ReadonlyMap<string, Level>): CheckOptions {
  // On the command line nobody else says that a file is broken.
  return { levels, cloud, location, syntaxErrors: () => true };
}

function byProject(report: readonly Uri[], options: Parameters<typeof projectRoot>[1]): Map<string, Uri[]> {
  const roots = new Map<string, string>();
  const projects = new Map<string, Uri[]>();
  for (const uri of report) {
    const folder = path.dirname(pathOfUri(uri) ?? '');
    const root = roots.get(folder) ?? projectRoot(folder, options);
    roots.set(folder, root);
    const files = projects.get(root);
    if (files === undefined) projects.set(root, [uri]);
    else files.push(uri);
  }
  return projects;
}

function isInProject(uri: Uri, root: string): boolean {
  const file = pathOfUri(uri);
  return file !== undefined && isWithin(root, file);
}

function distinct(problems: readonly ReadProblem[]): ReadProblem[] {
  const byText = new Map(problems.map((problem) => [`${problem.uri}\0${problem.message}`, problem]));
  return [...byText.values()];
}
