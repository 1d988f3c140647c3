import type { Uri } from '../base/uri';
import type { Cloud } from '../data/clouds';
import type { Deployment } from '../deployment/deployment';
import type { Session } from '../deployment/session';
import type { Sources } from '../deployment/sources';
import { findTopology } from '../domain/find-topology';
import { createRegionTable } from '../domain/regions';
import { createEditor } from '../model/edit/create-editor';
import type { Report } from '../rules/report';
import type { Rule, RuleContext } from '../rules/rule';
import { deployInCloud } from './deploy-in-cloud';
import type { Finding, Severity } from './finding';
import { levelOf } from './levels';
import { withinProject } from './within-project';

export interface DeploymentResult {
  readonly root: Uri;
  /** The parameter file; undefined for the deployment by defaults. */
  readonly parameters: Uri | undefined;
  /** Every file that was read for it: it is evaluated anew only when one of them changes. */
  readonly files: readonly Uri[];
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** A rule that threw: a defect of pelint, never of the template. */
export interface RuleFailure {
  readonly ruleId: string;
  /** The root of the deployment that it looked at. */
  readonly uri: Uri;
  readonly message: string;
}

export interface DeploymentRequest {
  readonly root: Uri;
  readonly parameters: Uri | undefined;
  readonly files: readonly Uri[];
  /** The files that the user can change: every finding is said of one of them. */
  readonly project: ReadonlySet<Uri>;
  readonly rules: readonly Rule[];
  readonly options: {
    readonly levels: ReadonlyMap<string, Severity | 'off'>;
    readonly cloud: Cloud | undefined;
    readonly location: string | undefined;
  };
}

/** Evaluates one deployment and lets the rules look at it, unless nothing has changed since the session did so last. */
export function checkDeployment(
  request: DeploymentRequest,
  sources: Sources,
  texts: ReadonlyMap<Uri, string>,
  session: Session,
): DeploymentResult {
  const { root, parameters, files, project, options, rules } = request;
  const levels = [...options.levels].map((level) => level.join('='));
  const foreign = files.filter((uri) => !project.has(uri));
  const ids = rules.map(({ id }) => id);
  const key = JSON.stringify([root, parameters, options.cloud, options.location, levels, ids, foreign]);
  return session.remember(key, files, texts, () => evaluated(request, sources, texts, session));
}

function evaluated(
  { root, parameters, files, project, rules, options }: DeploymentRequest,
  sources: Sources,
  texts: ReadonlyMap<Uri, string>,
  session: Session,
): DeploymentResult {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  const regions = createRegionTable();
  const template = sources.template(root);
  if (template) {
    const { cloud, location } = options;
    const known = location === undefined ? {} : { location };
    const deployment = deployInCloud(
      { template, parameters, known, deploymentName: undefined },
      cloud,
      sources,
      regions,
    );
    const editor = createEditor((uri) => {
      const text = texts.get(uri);
      return text === undefined ? undefined : session.read(uri, text);
    });
    const context: RuleContext = { deployment, topology: findTopology(deployment), regions, editor };
    const place = (report: Report): Report => withinProject(report, { project, deployment, sources });
    for (const rule of rules) runRule(rule, { context, levels: options.levels, place }, findings, failures);
  }
  return { root, parameters, files, findings, failures };
}

interface RuleRun {
  readonly context: RuleContext;
  readonly levels: ReadonlyMap<string, Severity | 'off'>;
  /** Puts a report where the user can act on it. */
  readonly place: (report: Report) => Report;
}

function runRule(rule: Rule, { context, levels, place }: RuleRun, findings: Finding[], failures: RuleFailure[]): void {
  try {
    for (const report of rule.check?.(context) ?? []) {
      const severity = levelOf(rule, levels, report.severity);
      if (severity !== 'off') findings.push(toFinding(rule, place(report), severity, context.deployment));
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    failures.push({ ruleId: rule.id, uri: context.deployment.root, message });
  }
}

export function toFinding(rule: Rule, report: Report, severity: Severity, deployment: Deployment | undefined): Finding {
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
    suppression: undefined,
  };
}
