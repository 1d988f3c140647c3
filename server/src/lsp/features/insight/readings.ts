import type { Uri } from '../../../base/uri';
import type { Deployment } from '../../../deployment/deployment';
import type { Insight } from '../../../domain/insight/insight';
import { insightsOf } from '../../../domain/insight/insights-of';
import type { CheckResult, DeploymentResult } from '../../../lint/check';
import { Configurations } from '../../../lint/config/configurations';
import { takeInTurns, type PausingHost } from '../../../lint/turns';
import type { ConnectedClient } from '../../client';
import { Ranges } from '../../convert';
import type { Documents } from '../../documents';
import { pathIn } from '../../workspace-folders';
import { isPartOf, type Check } from '../checked-project';
import { regionsOf } from '../configured-regions';
import type { Diagnostics } from '../diagnostics';

/** What the last checks made of a document, for its text as it is now. */
export interface DocumentReading {
  readonly uri: Uri;
  readonly text: string;
  readonly ranges: Ranges;
  /** The projects that have the document in them. */
  readonly projects: readonly ProjectReading[];
}

/** What the last check of a project knows. */
export interface ProjectReading {
  readonly result: CheckResult;
  readonly configurations: Configurations;
  /** The deployments that the document is a part of. */
  readonly deployments: readonly DeploymentReading[];
}

export interface DeploymentReading {
  readonly root: Uri;
  /** The path of its root in the project. */
  readonly rootName: string;
  /** What tells the deployment from others, for people: `prod.bicepparam`. */
  readonly name: string;
  readonly deployment: Deployment;
  readonly insights: readonly Insight[];
}

/** Keeps what the last check of each project has worked out, so that a request about a place works nothing out anew. */
export class Readings {
  private readonly checks = new Map<Uri, { readonly result: CheckResult; readonly configurations: Configurations }>();
  /** A deployment is another object as soon as anything that it is made of changes, the configured regions included. */
  private readonly insights = new WeakMap<Deployment, readonly Insight[]>();

  constructor(
    private readonly client: Pick<ConnectedClient, 'positionEncoding'>,
    private readonly documents: Documents,
    private readonly diagnostics: Diagnostics,
    private readonly host: PausingHost,
  ) {
    diagnostics.tellOfChecks((check) => this.replace(check));
  }

  /** What is known of a document, given the client's URI, once the checks have caught up with its text; undefined for one that is not open. */
  async of(clientUri: string): Promise<DocumentReading | undefined> {
    const uri = this.documents.uriOf(clientUri);
    await this.diagnostics.settled(uri);
    return this.now(uri);
  }

  /** What is known of a document now, once it is worked out as a whole. A project whose check has not caught up says nothing. */
  async now(uri: Uri): Promise<DocumentReading | undefined> {
    const text = this.documents.get(uri)?.getText();
    if (text === undefined) return undefined;
    const current = [...this.checks].filter(([, { result }]) => result.texts.get(uri) === text);
    const projects: ProjectReading[] = [];
    for (const [project, { result, configurations }] of current) {
      const deployments: DeploymentReading[] = [];
      for (const it of result.deployments.filter((deployed) => isPartOf(uri, deployed)))
        deployments.push(...(await this.deployment(it, project, configurations)));
      projects.push({ result, configurations, deployments });
    }
    return { uri, text, ranges: new Ranges(new Map([[uri, text]]), this.client.positionEncoding), projects };
  }

  private replace({ project, result }: Check): void {
    if (result === undefined) this.checks.delete(project);
    else this.checks.set(project, { result, configurations: new Configurations('nearest', result.texts) });
  }

  private async deployment(
    { root, parameters, whole }: DeploymentResult,
    project: Uri,
    configurations: Configurations,
  ): Promise<readonly DeploymentReading[]> {
    // More is explained than rules are about.
    const deployment = whole && (await takeInTurns(whole(), this.host));
    if (deployment === undefined) return [];
    const insights = this.insights.get(deployment) ?? insightsOf(deployment, regionsOf(root, configurations));
    this.insights.set(deployment, insights);
    const name = pathIn(project, parameters ?? root);
    return [{ root, rootName: pathIn(project, root), name, deployment, insights }];
  }
}
