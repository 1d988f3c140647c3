import { finish, type Steps } from '../base/steps';
import type { Uri } from '../base/uri';
import type { Deployment } from '../deployment/deployment';
import { LiteralUses } from '../domain/resources/literal-uses';
import { DeclarationIndex, neighboursOf, type Joint, type Neighbours } from '../domain/resources/neighbours';
import type { Settings } from '../domain/resources/settings';
import type { Rule } from '../rules/rule';
import { checkDeployment, type DeploymentResult } from './check-deployment';
import { loadedFrom } from './closure';
import type { CollectRequest } from './collect-findings';
import { Evaluation, type Candidate, type Evaluated, type EvaluationOptions } from './evaluated';
import { withoutHarmfulFixes } from './harmless-fixes';
import type { Stopwatch } from './stopwatch';
import { topicsOf, typesFor } from './topics';

export interface JudgeRequest extends CollectRequest {
  readonly request: CollectRequest['request'] & {
    readonly options: EvaluationOptions & { readonly settings?: Settings };
    readonly inFull?: boolean;
  };
  readonly project: ReadonlySet<Uri>;
  readonly stopwatch: Stopwatch;
}

export interface Judgement {
  /** One for each deployment that has a reported file in it. */
  readonly deployments: readonly DeploymentResult[];
  /** Where deployments were looked at together, and for what. */
  readonly joints: readonly Joint[];
}

/** A deployment that is to be judged, with the rules that may speak of it. */
interface Judged extends Evaluated {
  readonly rules: readonly Rule[];
  /** It has to do with something that rules or explanations are about. */
  readonly hasTopic: boolean;
  /** It is worked out only as far as the rules need it to have anything to say. */
  readonly inPart: boolean;
}

/** Works out in steps what is to be judged, and lets the rules look at it. Of the other deployments only what is asked for is worked out. */
export function* judge(run: JudgeRequest): Steps<Judgement> {
  const { request, project, plan, read, levels, editor, session, stopwatch } = run;
  const { sources, configurations } = read;
  const evaluation = new Evaluation(read, session, request.options);
  const candidates = plan.judged
    .map((choice) => evaluation.candidate(choice))
    .filter(({ files }) => files.some((uri) => plan.report.has(uri)));
  const judged: Judged[] = [];
  for (const candidate of candidates)
    judged.push(yield* stopwatch.timeSteps('evaluate', evaluateFor(run, candidate, evaluation)));
  const declarations = declarationsIn(run, judged, evaluation);
  const joints = new Map<string, Joint>();
  const note = (joint: Joint): unknown => joints.set(JSON.stringify(joint), joint);
  const own = judged.flatMap(({ files }) => files).filter((uri) => project.has(uri));
  const changeable = new Set([...project, ...loadedFrom(own, sources)]);
  const judging = { levels, editor, project: changeable, sources, stopwatch, evaluation };
  const check = function* (it: Judged): Steps<DeploymentResult> {
    const { root } = it.choice;
    const dns = request.options.settings?.dns ?? configurations.of(root).dns;
    const surroundings = { rules: it.rules, regions: evaluation.regionsOf(root), settings: { dns } };
    const findNeighbours = (deployment: Deployment): Neighbours => neighboursOf(deployment, declarations, note);
    const checking = checkDeployment(it, findNeighbours, { ...judging, ...surroundings });
    const result = yield* stopwatch.timeSteps('rules', checking);
    return { ...result, whole: it.hasTopic ? () => evaluation.deployInSteps(it) : undefined };
  };
  const inFull = function* (it: Judged): Steps<Judged> {
    const deployment = yield* stopwatch.timeSteps('evaluate', evaluation.deployInSteps(it));
    return { ...it, inPart: false, deployment };
  };
  const results: DeploymentResult[] = [];
  for (const it of judged) {
    const result = yield* check(it);
    const isDone = !it.inPart || (result.findings.length === 0 && result.failures.length === 0);
    // Where a finding stands, and what mends it, depends on what else a literal is for.
    results.push(isDone ? result : yield* check(yield* inFull(it)));
  }
  const uses = judged.map((it) => new LiteralUses(() => finish(inFull(it)).deployment));
  return { deployments: withoutHarmfulFixes(results, uses), joints: [...joints.values()] };
}

/** Picks the rules that may speak of a candidate, and works out what these look at: nothing where there is none. */
function* evaluateFor(
  { request: { inFull }, project, read, levels, session }: JudgeRequest,
  candidate: Candidate,
  evaluation: Evaluation,
): Steps<Judged> {
  const topics = topicsOf(candidate.files, read.texts, session);
  const own = candidate.files.filter((uri) => project.has(uri));
  const rules = levels.enabled(own, ({ about }) => inFull === true || about === undefined || topics.has(about));
  const types = inFull === true ? undefined : typesFor(rules);
  const isNeeded = inFull === true || rules.length > 0;
  const deployment = isNeeded ? yield* evaluation.deployInSteps(candidate, types) : undefined;
  return { ...candidate, rules, hasTopic: topics.size > 0, deployment, inPart: types !== undefined };
}

/** What the project's deployments declare. Those that nobody judges are worked out for it, each only for the types that it may declare. */
function declarationsIn({ plan }: JudgeRequest, judged: readonly Judged[], evaluation: Evaluation): DeclarationIndex {
  const others = plan.others.map((choice) => evaluation.candidate(choice));
  const partOf = (candidate: Candidate, type: string): Deployment | undefined =>
    evaluation.mayDeploy(candidate.choice, type) ? evaluation.deploy(candidate, [type]) : undefined;
  return new DeclarationIndex((type) => [
    ...judged.flatMap((it) => (it.inPart ? partOf(it, type) : it.deployment) ?? []),
    ...others.flatMap((it) => partOf(it, type) ?? []),
  ]);
}
