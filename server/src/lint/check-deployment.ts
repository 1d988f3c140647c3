import type { Place } from '../base/place';
import type { Steps } from '../base/steps';
import type { Uri } from '../base/uri';
import type { Deployment } from '../deployment/deployment';
import type { Sources } from '../deployment/project/sources';
import { findTopology } from '../domain/topology/find-topology';
import { LiteralUses } from '../domain/resources/literal-uses';
import type { Neighbours } from '../domain/resources/neighbours';
import type { RegionTable } from '../domain/names/regions';
import type { Settings } from '../domain/resources/settings';
import { mayHoldMore } from '../domain/resources/visibility';
import type { Editor } from '../model/edit/editor';
import type { Report } from '../rules/report';
import type { Rule, RuleContext } from '../rules/rule';
import type { Evaluated, Evaluation } from './evaluated';
import { failingResource } from './failing-resource';
import type { Finding, Severity } from './finding';
import type { Levels } from './levels';
import type { Stopwatch } from './stopwatch';
import { withinProject } from './within-project';

export interface DeploymentResult {
  readonly root: Uri;
  /** The parameter file; undefined for the deployment by defaults. */
  readonly parameters: Uri | undefined;
  /** What the rules looked at; undefined where the template could not be evaluated, or where no rule can speak of anything in it. */
  readonly deployment: Deployment | undefined;
  /** Works out all that is deployed; undefined where it is about no topic at all. Not there in plain results. */
  readonly whole?: (() => Steps<Deployment | undefined>) | undefined;
  /** Every file that was read for it: it is evaluated anew only when one of them changes. */
  readonly files: readonly Uri[];
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
  /** All that is deployed was seen: no module lacks, and nothing was too large. Not looked into where nothing is suppressed, and no rule can speak. */
  readonly complete: boolean;
}

/** A rule that threw: a defect of pelint, never of the template. */
export interface RuleFailure {
  readonly ruleId: string;
  /** The root of the deployment that it looked at. */
  readonly uri: Uri;
  readonly message: string;
  /** A resource at which it fails. */
  readonly at?: Place | undefined;
}

/** What the rules need besides a deployment; what the configuration says holds for the deployment as a whole. */
export interface Judging {
  /** Those that may speak of the deployment. */
  readonly rules: readonly Rule[];
  readonly levels: Levels;
  readonly regions: RegionTable;
  readonly settings: Settings;
  readonly editor: Editor;
  /** The files that the user can change: every finding is said of one of them. */
  readonly project: ReadonlySet<Uri>;
  readonly sources: Sources;
  readonly stopwatch: Stopwatch;
  readonly evaluation: Evaluation;
}

/** Lets the rules look at a deployment and its neighbours, one in each step. */
export function* checkDeployment(
  evaluated: Evaluated,
  neighbours: (own: Deployment) => Neighbours,
  { rules, levels, regions, settings, editor, project, sources, stopwatch, evaluation }: Judging,
): Steps<DeploymentResult> {
  const { choice, files, deployment } = evaluated;
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  if (deployment) {
    const topology = findTopology(deployment);
    const uses = new LiteralUses(() => deployment);
    const shared = { deployment, topology, regions, settings, editor, uses };
    const context: RuleContext = {
      ...shared,
      neighbours: neighbours(deployment),
      withoutDefault: (free) => {
        const other = evaluation.withoutDefault(evaluated, free);
        return other && findTopology(other);
      },
    };
    const place = (report: Report): Report => withinProject(report, { project, deployment, sources });
    for (const rule of rules) {
      yield;
      stopwatch.time(rule.id, () => runRule(rule, { context, levels, place }, findings, failures));
    }
  }
  return { ...choice, deployment, files, findings, failures, complete: yield* isComplete(evaluated, evaluation) };
}

function* isComplete(evaluated: Evaluated, evaluation: Evaluation): Steps<boolean> {
  if (evaluated.deployment) return !mayHoldMore(evaluated.deployment);
  // Most templates that no rule can speak of have no suppression, either, and nobody else wants to know.
  return evaluation.suppresses(evaluated) && (yield* evaluation.isWhole(evaluated));
}

interface RuleRun {
  readonly context: RuleContext;
  readonly levels: Levels;
  /** Puts a report where the user can act on it. */
  readonly place: (report: Report) => Report;
}

function runRule(rule: Rule, { context, levels, place }: RuleRun, findings: Finding[], failures: RuleFailure[]): void {
  try {
    for (const report of rule.check?.(context) ?? []) {
      const placed = place(report);
      const severity = levels.of(rule, placed.place.uri, report.severity);
      if (severity !== 'off') findings.push(toFinding(rule, placed, severity, context.deployment));
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    failures.push({ ruleId: rule.id, uri: context.deployment.root, message, at: failingResource(rule, context) });
  }
}

export function toFinding(rule: Rule, report: Report, severity: Severity, deployment: Deployment | undefined): Finding {
  // A rule may hand over a trail, whose way is no part of the place.
  const { uri, start, end } = report.place;
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    severity,
    message: report.message,
    place: { uri, start, end },
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    deployments: deployment?.parameters === undefined ? [] : [deployment.parameters],
    partial: false,
    suppression: undefined,
  };
}
