import type { Uri } from '../base/uri';
import type { Cloud } from '../data/clouds';
import type { Deployment } from '../deployment/deployment';
import type { Session } from '../deployment/session';
import type { Sources } from '../deployment/sources';
import type { RegionTable } from '../domain/regions';
import { closureOf, rootTemplate } from './closure';
import { deployInCloud } from './deploy-in-cloud';
import { startsOf } from './plan';
import type { DeploymentChoice } from './plan';

/** A deployment as it was worked out, with every file that it was worked out from. */
export interface Evaluated {
  readonly choice: DeploymentChoice;
  readonly files: readonly Uri[];
  /** Undefined where the root is no template after all. */
  readonly deployment: Deployment | undefined;
}

export interface EvaluationOptions {
  readonly cloud: Cloud | undefined;
  readonly location: string | undefined;
}

/** Works deployments out, each unless nothing has changed since the session did so last. */
export class Evaluation {
  constructor(
    private readonly sources: Sources,
    private readonly texts: ReadonlyMap<Uri, string>,
    private readonly session: Session,
    private readonly regions: RegionTable,
    private readonly options: EvaluationOptions,
  ) {}

  evaluate(choice: DeploymentChoice): Evaluated {
    const files = closureOf(startsOf(choice), this.sources);
    const { cloud, location } = this.options;
    const key = JSON.stringify([choice.root, choice.parameters, cloud, location]);
    return this.session.remember(key, files, this.texts, () => ({ choice, files, deployment: this.deploy(choice) }));
  }

  private deploy(choice: DeploymentChoice): Deployment | undefined {
    const template = rootTemplate(choice, this.sources);
    const { parameters } = choice;
    const { cloud, location } = this.options;
    const known = location === undefined ? {} : { location };
    const request = template && { template, parameters, known, deploymentName: undefined };
    return request && deployInCloud(request, cloud, this.sources, this.regions);
  }
}
