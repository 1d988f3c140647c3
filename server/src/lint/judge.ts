import type { Steps } from '../base/steps';
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
  const evaluation = new Evaluation(run.read, run.session, run.request.options);
  const judged = yield* evaluateAll(run, evaluation);
  const bench = new Bench(run, evaluation, judged);
  const results: DeploymentResult[] = [];
  for (const it of judged) results.push(yield* bench.judge(it));
  const uses = judged.map((it) => new LiteralUses(() => evaluation.deploy(it)));
  return { deployments: withoutHarmfulFixes(results, uses), joints: bench.joints };
}

function* evaluateAll(run: JudgeRequest, evaluation: Evaluation): Steps<readonly Judged[]> {
  const { judged: choices, report } = run.plan;
  const judged: Judged[] = [];
  for (const choice of choices) {
    yield;
    const candidate = evaluation.candidate(choice);
    if (!candidate.files.some((uri) => report.has(uri))) continue;
    judged.push(yield* run.stopwatch.timeSteps('evaluate', evaluateFor(run, candidate, evaluation)));
  }
  return judged;
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

/** Where deployments are judged one after the other, each before the eyes of all. */
class Bench {
  private readonly declarations: DeclarationIndex;
  /** The files that the user can change. */
  private readonly changeable: ReadonlySet<Uri>;
  private readonly noted = new Map<string, Joint>();

  constructor(
    private readonly run: JudgeRequest,
    private readonly evaluation: Evaluation,
    judged: readonly Judged[],
  ) {
    const { project, read } = run;
    this.declarations = declarationsIn(run, judged, evaluation);
    const own = judged.flatMap(({ files }) => files).filter((uri) => project.has(uri));
    this.changeable = new Set([...project, ...loadedFrom(own, read.sources)]);
  }

  /** Where deployments were looked at together so far. */
  get joints(): readonly Joint[] {
    return [...this.noted.values()];
  }

  *judge(judged: Judged): Steps<DeploymentResult> {
    const result = yield* this.check(judged);
    if (!judged.inPart || (result.findings.length === 0 && result.failures.length === 0)) return result;
    // Where a finding stands, and what mends it, depends on what else a literal is for.
    const evaluating = this.evaluation.deployInSteps(judged);
    const deployment = yield* this.run.stopwatch.timeSteps('evaluate', evaluating);
    return yield* this.check({ ...judged, inPart: false, deployment });
  }

  private *check(judged: Judged): Steps<DeploymentResult> {
    const { run, evaluation } = this;
    const { levels, editor, stopwatch, read, request } = run;
    const { root } = judged.choice;
    const checking = checkDeployment(judged, (deployment) => this.neighboursOf(deployment), {
      ...{ levels, editor, stopwatch, evaluation },
      rules: judged.rules,
      regions: evaluation.regionsOf(root),
      settings: { dns: request.options.settings?.dns ?? read.configurations.of(root).dns },
      project: this.changeable,
      sources: read.sources,
    });
    const result = yield* stopwatch.timeSteps('rules', checking);
    return { ...result, whole: judged.hasTopic ? () => evaluation.deployInSteps(judged) : undefined };
  }

  private neighboursOf(deployment: Deployment): Neighbours {
    return neighboursOf(deployment, this.declarations, (joint) => this.noted.set(JSON.stringify(joint), joint));
  }
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
