import type { Uri } from '../base/uri';
import type { Cloud } from '../data/clouds';
import { Session } from '../deployment/project/session';
import { NEIGHBOUR_WORDS, type Joint } from '../domain/resources/neighbours';
import type { Settings } from '../domain/resources/settings';
import { createEditor } from '../model/edit/create-editor';
import type { DeploymentResult, RuleFailure } from './check-deployment';
import { closureOf } from './closure';
import { collectFindings } from './collect-findings';
import type { ConfigurationChoice, ConfigurationProblem } from './config/configurations';
import type { Finding } from './finding';
import { judge, type JudgeRequest } from './judge';
import { Levels, type RuleChoice } from './levels';
import { planOf, startsOf, withoutCaches } from './plan';
import type { GivenParameters, Plan } from './plan';
import type { ModuleLocations } from './published-modules';
import { readAll, YAML_WORD, type ReadFiles } from './read-all';
import { Stopwatch } from './stopwatch';
import { takeInTurns } from './turns';
import { TOPIC_WORDS, topicsOf } from './topics';

export type { DeploymentResult, RuleFailure } from './check-deployment';
export type { GivenParameters } from './plan';
export type { ModuleLocations } from './published-modules';

/** What the checker needs of the world. Everything asynchronous in the core goes through here. */
export interface CheckHost {
  /** The text of a document (an editor's unsaved text before the disk's), or undefined where there is none. Never throws: what cannot be read is a ReadProblem. */
  read(uri: Uri): Promise<string | ReadProblem | undefined>;
  /** Asked between pieces of work, for hosts that serve somebody meanwhile: the next piece begins when it resolves. A rejection ends the check. */
  pause?(): Promise<void> | undefined;
}

/** A file that should have been read and could not be: too large, binary, no permission. */
export interface ReadProblem {
  readonly uri: Uri;
  readonly message: string;
}

/** What the user wants of one run: it goes before what the configuration says. */
export interface CheckOptions extends RuleChoice {
  readonly cloud: Exclude<Cloud, 'airgapped'> | undefined;
  /** The location of a resource group that no template states. */
  readonly location: string | undefined;
  /** What no template shows; where nothing tells it, the rules that need it are silent. */
  readonly settings?: Settings;
  /** Where modules from registries are looked for; without it none is found. */
  readonly modules?: ModuleLocations | undefined;
  /** The day as `2027-06-30`; without it no suppression has ended. */
  readonly today?: string | undefined;
  /** Whether PE001 is reported for a file (the editor leaves it to the official extension). */
  readonly syntaxErrors: (uri: Uri) => boolean;
}

export interface CheckRequest {
  /** Every template and parameter file of the project: they decide what is a module of what, never what is reported. */
  readonly project: readonly Uri[];
  /** The files whose findings are wanted. */
  readonly report: readonly Uri[];
  /** Files that the user named one by one: they are judged even where a folder's would be passed over. */
  readonly named?: readonly Uri[];
  /** Parameter files to use for their templates, in place of those that the project has for them. */
  readonly parameters?: readonly GivenParameters[];
  /** Without it no configuration counts. */
  readonly configuration?: ConfigurationChoice | undefined;
  /** Whether files count that the configuration leaves out. */
  readonly includeIgnored?: boolean;
  /** Whether all deployments are worked out as a whole, and all rules look at each, for those who want more of them than the findings. */
  readonly inFull?: boolean;
  readonly options: CheckOptions;
  /** A clock in milliseconds, for those who want to know how long things take. */
  readonly now?: (() => number) | undefined;
}

export interface CheckResult {
  /** One for each deployment of each root that has a reported file in it. */
  readonly deployments: readonly DeploymentResult[];
  /** Where deployments were looked at together, and for what. */
  readonly joints: readonly Joint[];
  /** Milliseconds by part: `read`, `evaluate`, `rules` for the phases, and each rule by its ID. Empty without a clock. */
  readonly times: ReadonlyMap<string, number>;
  /** The findings of all deployments together, one for each distinct cause, in reported files only, sorted by file, place and rule. */
  readonly findings: readonly Finding[];
  /** Those in other files that the deployments show, sorted likewise. */
  readonly elsewhere: readonly Finding[];
  readonly problems: readonly ReadProblem[];
  /** What is wrong in the configuration of the files. */
  readonly configurationProblems: readonly ConfigurationProblem[];
  /** Files that the configuration leaves out. */
  readonly ignored: ReadonlySet<Uri>;
  /** Rules that threw. The other findings stand. */
  readonly failures: readonly RuleFailure[];
  /** Reported files that are templates or parameter files. */
  readonly checked: readonly Uri[];
  /** The text of every file that a finding, related place or edit may name. */
  readonly texts: ReadonlyMap<Uri, string>;
}

/** What a driver keeps between checks, so that an unchanged file is not read twice. */
export function createSession(): Session {
  return new Session([...TOPIC_WORDS, ...NEIGHBOUR_WORDS, YAML_WORD]);
}

/**
 * Checks a project. Reads all of it first, for what a file is depends on the others; then evaluates the deployments that a reported file
 * belongs to. Rejects only where `host.pause` does: what cannot be read or judged is in the result.
 */
export async function check(asked: CheckRequest, host: CheckHost, session: Session): Promise<CheckResult> {
  const request = withoutCaches(asked);
  const { modules } = request.options;
  let made: Plan | undefined;
  const given = (request.parameters ?? []).map(({ file }) => file);
  const project = new Set([...request.project, ...request.report, ...given]);
  const stopwatch = new Stopwatch(request.now);
  const stopReading = stopwatch.start('read');
  const findStarts = async (sofar: ReadFiles): Promise<readonly Uri[]> => {
    made ??= await takeInTurns(planOf(request, sofar, session), host);
    const { judged, others } = made;
    // Only what has to do with Azure Backup asks what other deployments declare.
    const isAsking = topicsOf(closureOf(judged.flatMap(startsOf), sofar.uses), sofar.texts, session).has('backup');
    return (isAsking ? [...judged, ...others] : judged).flatMap(startsOf);
  };
  const { report: reported, configuration } = request;
  const asking = { first: [...project], reported, modules, configuration, findStarts };
  const { problems, ...read } = await readAll(asking, host, session);
  const { texts, configurations } = read;
  const plan = made ?? (await takeInTurns(planOf(request, read, session), host));
  const editor = createEditor((uri) => {
    const text = texts.get(uri);
    return text === undefined ? undefined : session.read(uri, text);
  });
  const run: JudgeRequest = {
    request,
    project,
    plan,
    read,
    levels: new Levels(request.options, configurations),
    editor,
    session,
    stopwatch,
  };
  stopReading();
  const { deployments, joints } = await takeInTurns(judge(run), host);
  return {
    deployments,
    joints,
    times: stopwatch.times,
    ...collectFindings(run, deployments),
    problems,
    configurationProblems: configurations.problems([...reported, ...deployments.flatMap(({ files }) => files)]),
    ignored: plan.ignored,
    failures: deployments.flatMap((it) => it.failures),
    texts,
  };
}
