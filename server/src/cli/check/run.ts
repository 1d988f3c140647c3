import type { Uri } from '../../base/uri';
import { createReport } from '../../formats/findings/create-report';
import type { Report } from '../../formats/findings/report';
import { pathOfUri, relativePath } from '../../host/paths';
import { replaceText } from '../../host/write-file';
import type { ReadProblem } from '../../lint/check';
import type { RuleChoice } from '../../lint/levels';
import { applyBaseline, readBaseline, type BaselineOutcome } from './baseline';
import { equippedEngine } from './equipped-engine';
import { gatherInput, type CheckInput } from './input';
import { crashLine, failureLine, notes, problemLine, warningLines } from './messages';
import { narrowInput, takeShard, widenInput } from './narrow';
import { readCheckOptions, type CheckCommandOptions } from './options';
import { checkProjects, type ProjectsResult } from './projects';
import type { Engine } from '../engine';
import { exitStatus } from './exit-status';
import type { Io } from '../io';
import { printConfig } from './print-config';
import { printDiff } from './print-diff';
import { printReport } from './print-report';
import type { Scope } from './scope';
import type { CheckRun, Seen } from './seen';
import { spareInputs } from './spare-inputs';
import { configurationLines } from '../configuration';
import { statisticsLines } from './stats';
import { chosenLevels } from '../rule-levels';

/** `pelint check`: returns the exit status. Throws a UsageError. */
export async function runCheck(args: readonly string[], io: Io, plain: Engine): Promise<number> {
  const options = readCheckOptions(args, io);
  if (options === undefined) return 0;
  const rules = chosenLevels(options.rules, plain.rules);
  if (options.printConfig !== undefined) return printConfig(options.printConfig, options, rules, io);
  const check = (): Promise<CheckRun> => checkOnce(options, rules, io, plain);
  if (!options.watch) return (await check()).status;
  const { watchChecks } = await import('./watch');
  return watchChecks(check, options, io);
}

async function checkOnce(options: CheckCommandOptions, rules: RuleChoice, io: Io, plain: Engine): Promise<CheckRun> {
  const started = io.now();
  const baseline = readBaseline(options, io);
  const onlyLooking = { ...options, fix: false, diff: false };
  const narrowed = await narrowInput(await gatherInput(options, io), options, io);
  const engine = await equippedEngine(plain, narrowed, options, io);
  const whole = await widenInput(narrowed, (it) => checkProjects(engine, it, onlyLooking, rules, io));
  const input = takeShard(whole.input, options, io);
  const known = input === whole.input && !options.fix && !options.diff ? whole.known : undefined;
  const planned = known ?? (await checkProjects(engine, input, options, rules, io));
  // Findings by a configuration that is not what was meant would only mislead.
  const mistakes = configurationLines(planned.configurationProblems, planned.texts, io.cwd);
  say(mistakes, io);
  if (mistakes.length > 0) return { status: 2, seen: seenBy(planned, planned.texts) };
  spareInputs(options, planned, io.cwd);
  const unwritten = options.fix && !options.diff ? writeFixes(input, planned, io) : [];
  // A file that could not be written still has its mistakes.
  const result = unwritten.length === 0 ? planned : await checkProjects(engine, input, onlyLooking, rules, io);
  const unread = sortProblems(input, result);
  const judged = applyBaseline(baseline, { input, result, rules, options }, io);
  say(messages({ input, planned, result, unread, unwritten, judged }, options, io), io);

  const problems = [...unread.named, ...unread.others, ...unwritten];
  const found = { ...result, findings: judged.findings, texts: judged.texts };
  const failures = [unread.named, unwritten, result.failures, result.crashes, judged.failures];
  const failed = failures.some((list) => list.length > 0);
  const report = reportOf({ result: found, problems, failed, scope: input.scope, started }, options, io);
  const unprinted = options.diff ? await printDiff(result, options, io) : printReport(report, options, io);
  say([...unprinted, ...warningLines(report.summary, options)], io);

  const outcome = {
    failed: failed || unprinted.length > 0,
    problems: unread.others.length > 0,
    changes: result.changes.length > 0,
    ...report.summary,
  };
  return { status: exitStatus(outcome, options), seen: seenBy(result, judged.texts) };
}

function seenBy({ deployments, roots }: ProjectsResult, texts: ReadonlyMap<Uri, string>): Seen {
  return { texts, files: new Set(deployments.flatMap(({ files }) => files)), roots: new Set(roots.values()) };
}

interface Happened {
  readonly input: CheckInput;
  readonly planned: ProjectsResult;
  readonly result: ProjectsResult;
  readonly unread: UnreadFiles;
  readonly unwritten: readonly ReadProblem[];
  readonly judged: BaselineOutcome;
}

/** What is said beside the findings. */
function messages(
  { input, planned, result, unread, unwritten, judged }: Happened,
  options: CheckCommandOptions,
  io: Io,
): readonly string[] {
  return [
    ...[...unread.named, ...unread.others].map((problem) => problemLine('read', problem, io)),
    ...unwritten.map((problem) => problemLine('write', problem, io)),
    ...notes(input, planned, options, unwritten.length),
    ...judged.failures,
    ...judged.notes,
    ...result.failures.map((failure) => failureLine(failure, io)),
    ...result.crashes.map((crash) => crashLine(crash, io)),
    ...(options.stats ? statisticsLines(result, io) : []),
  ];
}

function say(lines: readonly string[], io: Io): void {
  for (const line of lines) io.err(`pelint: ${line}\n`);
}

interface UnreadFiles {
  readonly named: readonly ReadProblem[];
  readonly others: readonly ReadProblem[];
}

/** What cannot be read, apart by whether the user named it. */
function sortProblems(input: CheckInput, result: ProjectsResult): UnreadFiles {
  const given = new Set(input.parameters.map(({ file }) => file));
  const isNamed = ({ uri }: ReadProblem): boolean => input.named.has(uri) || given.has(uri);
  const named = [...input.failures, ...result.problems.filter(isNamed)];
  const known = new Set([...result.parameters, ...named.map(({ uri }) => uri)]);
  const unused = [...given].filter((uri) => !known.has(uri));
  const message = 'it is no parameter file of a template that is checked';
  return {
    named: [...named, ...unused.map((uri) => ({ uri, message }))],
    others: result.problems.filter((problem) => !isNamed(problem)),
  };
}

/** Writes the fixed files, or standard input's text to standard output. Returns the files that could not be written. */
function writeFixes({ stdin }: CheckInput, { changes }: ProjectsResult, io: Io): ReadProblem[] {
  if (stdin !== undefined) {
    const change = changes.find(({ uri }) => uri === stdin.uri);
    io.out((stdin.hasMark ? '\uFEFF' : '') + (change?.after ?? stdin.text));
    return [];
  }
  return changes.flatMap(({ uri, root, before, after }) => {
    const message = replaceText({ path: pathOfUri(uri) ?? '', before, after }, root);
    return message === undefined ? [] : [{ uri, message }];
  });
}

interface Finished {
  readonly result: ProjectsResult;
  readonly problems: readonly ReadProblem[];
  readonly failed: boolean;
  readonly scope: Scope;
  readonly started: number;
}

function reportOf(
  { result, problems, failed, scope, started }: Finished,
  options: CheckCommandOptions,
  io: Io,
): Report {
  return createReport({
    findings: result.findings,
    problems,
    failed,
    texts: result.texts,
    files: result.checked.size,
    durationMs: Math.round(io.now() - started),
    showSuppressed: options.showSuppressed,
    isReported: scope.isReported,
    shard: scope.shard,
    pathOf: (uri) => relativePath(io.cwd, uri),
    projectPathOf: (uri) => relativePath(result.roots.get(uri) ?? io.cwd, uri),
  });
}
