import type { Uri } from '../../base/uri';
import { createDiskHost, overlayHost } from '../../host/check-host';
import { moduleLocations } from '../../host/module-locations';
import { isWithin, pathOfUri, uriOfPath } from '../../host/paths';
import { today } from '../../host/today';
import { Turns } from '../../host/turns';
import { walkTemplates } from '../../host/walk';
import type { CheckOptions, CheckResult, ReadProblem, RuleFailure } from '../../lint/check';
import type { ConfigurationProblem } from '../../lint/config/configurations';
import type { Finding } from '../../lint/finding';
import type { RuleChoice } from '../../lint/levels';
import { filesByProject } from './files-by-project';
import type { CheckInput } from './input';
import { mapAtOnce } from './map-at-once';
import type { CheckCommandOptions } from './options';
import type { Engine, ThreadCrash } from '../engine';
import type { Io } from '../io';
import { checkWithFixes, type FixedResult, type TextChange } from './fix-passes';
import { configurationChoice } from '../configuration';

/** What came out of all projects together. */
export interface ProjectsResult {
  readonly findings: readonly Finding[];
  /** Those in files that were only looked at for the sake of others. */
  readonly elsewhere: readonly Finding[];
  readonly problems: readonly ReadProblem[];
  /** What is wrong in the configuration. */
  readonly configurationProblems: readonly ConfigurationProblem[];
  /** The files that the configuration leaves out. */
  readonly ignored: ReadonlySet<Uri>;
  readonly failures: readonly RuleFailure[];
  readonly deployments: CheckResult['deployments'];
  readonly joints: CheckResult['joints'];
  readonly projects: number;
  /** How many of the projects were as a cache has them. */
  readonly cached: number;
  /** How many of the projects were checked in a thread of their own. */
  readonly threads: number;
  readonly crashes: readonly ThreadCrash[];
  /** Milliseconds by part, of all projects together. */
  readonly times: CheckResult['times'];
  readonly texts: ReadonlyMap<Uri, string>;
  /** The files that are templates. */
  readonly checked: ReadonlySet<Uri>;
  /** The parameter files that something was deployed with. */
  readonly parameters: ReadonlySet<Uri>;
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
  rules: RuleChoice,
  { cwd, now }: Pick<Io, 'cwd' | 'now'>,
): Promise<ProjectsResult> {
  const projects = [...filesByProject(input.report, options.configuration, cwd)];
  const runs: readonly ProjectRun[] = await mapAtOnce(projects, engine.atOnce ?? 1, async ([root, report]) => {
    return { root, report, ...(await checkProject(engine, root, { report, rules, now }, input, options)) };
  });
  return {
    findings: runs.flatMap(({ result }) => result.findings),
    elsewhere: runs.flatMap(({ result }) => result.elsewhere),
    problems: sorted(distinct([...input.problems, ...runs.flatMap((run) => readProblems(run, options))])),
    configurationProblems: sorted(runs.flatMap(({ result }) => result.configurationProblems)),
    ignored: new Set(runs.flatMap(({ result }) => [...result.ignored])),
    failures: sorted(runs.flatMap(({ result }) => result.failures)),
    deployments: runs.flatMap(({ result }) => result.deployments),
    joints: runs.flatMap(({ result }) => result.joints),
    projects: runs.length,
    cached: runs.filter(({ result }) => result.isCached).length,
    threads: runs.filter(({ result }) => result.hadThread).length,
    crashes: runs.flatMap(({ result }) => result.crash ?? []),
    times: summed(runs.map(({ result }) => result.times)),
    texts: new Map(runs.flatMap(({ result }) => [...result.texts])),
    checked: new Set(runs.flatMap(({ result }) => result.checked.filter((uri) => result.texts.has(uri)))),
    parameters: new Set(runs.flatMap(({ result }) => result.deployments.flatMap(({ parameters }) => parameters ?? []))),
    roots: new Map(
      runs.flatMap(({ root, report, result }) => [...report, ...result.checked].map((uri) => [uri, root] as const)),
    ),
    changes: runs.flatMap(({ root, changes }) => [...changes].map(([uri, change]) => ({ uri, root, ...change }))),
    fixed: runs.reduce((sum, { fixed }) => sum + fixed, 0),
    settled: runs.every(({ settled }) => settled),
  };
}

interface ProjectRun extends FixedResult {
  readonly root: string;
  readonly report: readonly Uri[];
}

/** What is wanted of one project. */
interface ProjectWork {
  readonly report: readonly Uri[];
  readonly rules: RuleChoice;
  readonly now: Io['now'];
}

async function checkProject(
  engine: Engine,
  root: string,
  { report, rules, now }: ProjectWork,
  input: CheckInput,
  options: CheckCommandOptions,
): Promise<FixedResult> {
  const { files } = await walkTemplates(root, { honourIgnoreFiles: options.honourIgnoreFiles });
  const project = [...new Set([...files.map(uriOfPath), ...report])];
  const named = report.filter((uri) => input.named.has(uri));
  const { parameters } = input;
  const request = {
    project,
    report,
    named,
    parameters,
    configuration: configurationChoice(options.configuration, root),
    includeIgnored: !options.honourIgnoreFiles,
    options: checkOptions(options, rules),
    now: options.stats ? now : undefined,
  };
  const fixes = options.fix || options.diff;
  // Where standard input is fixed, the files around it are only read.
  const mayEdit = (uri: Uri): boolean => fixes && isInProject(uri, root) && (input.stdin?.uri ?? uri) === uri;
  // A check of many files takes long: signals and timers have their turn meanwhile.
  const turns = new Turns();
  const host = overlayHost(input.texts, { ...createDiskHost(), pause: () => turns.pause() });
  return checkWithFixes(engine, request, host, {
    unsafe: options.unsafeFixes,
    mayEdit,
    isWanted: input.scope.isReported,
  });
}

/**
 * What could not be read of the reported files and of those that they are deployed with; the project's other files are
 * nobody's concern now. A module that is not there leaves rules silent, which only a strict run holds against it.
 */
function readProblems({ report, result }: ProjectRun, { strict }: CheckCommandOptions): ReadProblem[] {
  const { problems, deployments, texts } = result;
  const deployed = new Set(deployments.flatMap(({ files }) => files));
  const concerned = new Set([...report, ...deployed]);
  const unread = problems.filter(({ uri }) => concerned.has(uri));
  if (!strict) return unread;
  for (const { uri } of unread) deployed.delete(uri);
  for (const uri of texts.keys()) deployed.delete(uri);
  return [...unread, ...[...deployed].map((uri) => ({ uri, message: 'no such file or folder' }))];
}

function checkOptions(options: CheckCommandOptions, rules: RuleChoice): CheckOptions {
  const { cloud, location, moduleCache } = options;
  // On the command line nobody else says that a file is broken.
  return { ...rules, cloud, location, modules: moduleLocations(moduleCache), today: today(), syntaxErrors: () => true };
}

function summed(times: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [part, time] of times.flatMap((it) => [...it])) sums.set(part, (sums.get(part) ?? 0) + time);
  return sums;
}

function isInProject(uri: Uri, root: string): boolean {
  const file = pathOfUri(uri);
  return file !== undefined && isWithin(root, file);
}

function distinct(problems: readonly ReadProblem[]): ReadProblem[] {
  const byText = new Map(problems.map((problem) => [`${problem.uri}\0${problem.message}`, problem]));
  return [...byText.values()];
}

/** By file, so that the order tells nothing of how the work was divided. */
function sorted<T extends { readonly uri: Uri }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
}
