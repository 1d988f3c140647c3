import { finish, type Steps } from '../base/steps';
import type { Uri } from '../base/uri';
import type { Cloud } from '../data/clouds';
import { deployInSteps, deployUnread } from '../deployment/deploy';
import type { DeployRequest } from '../deployment/deploy';
import type { Deployment } from '../deployment/deployment';
import { templateTypes, type KnownTypes, type TemplateTypes } from '../deployment/project/template-types';
import type { FreeParameter } from '../deployment/world';
import type { Session } from '../deployment/project/session';
import { createRegionTable, type RegionTable } from '../domain/names/regions';
import { mayHoldMore } from '../domain/resources/visibility';
import type { Template } from '../model/template';
import type { Configuration } from './config/configurations';
import { closureOf, rootTemplate } from './closure';
import { deployInCloud } from './deploy-in-cloud';
import { startsOf } from './plan';
import type { DeploymentChoice } from './plan';
import type { ReadFiles } from './read-all';

/** A deployment that can be worked out, with every file that it is worked out from. */
export interface Candidate {
  readonly choice: DeploymentChoice;
  readonly files: readonly Uri[];
}

/** A deployment as it was worked out. */
export interface Evaluated extends Candidate {
  /** Undefined where the root is no template after all, and no parameter file of one, or where nobody had asked for it. */
  readonly deployment: Deployment | undefined;
}

export interface EvaluationOptions {
  readonly cloud: Cloud | undefined;
  readonly location: string | undefined;
}

/** Works deployments out, each unless nothing has changed since the session did so last. What holds for the root holds for the deployment. */
export class Evaluation {
  private readonly tables = new Map<string, RegionTable>();
  private readonly types: KnownTypes = new Map();

  constructor(
    private readonly read: ReadFiles,
    private readonly session: Session,
    private readonly options: EvaluationOptions,
  ) {}

  candidate(choice: DeploymentChoice): Candidate {
    return { choice, files: closureOf(startsOf(choice), this.read.uses) };
  }

  /** Works out the resources of some types, or all. */
  deploy(candidate: Candidate, types?: readonly string[]): Deployment | undefined {
    return finish(this.deployInSteps(candidate, types));
  }

  /** The same in steps. */
  deployInSteps({ choice, files }: Candidate, types?: readonly string[]): Steps<Deployment | undefined> {
    const { cloud, location, geoCodes } = this.settingsOf(choice.root);
    const key = JSON.stringify([choice.root, choice.parameters, cloud, location, [...geoCodes], types]);
    return this.session.remember(key, files, this.read.texts, () => this.deployAnew({ choice, files }, types));
  }

  /** Whether a choice may deploy something of a type in lower case, for all that can be seen without working it out. */
  mayDeploy(choice: DeploymentChoice, type: string): boolean {
    return this.typesOf(choice)?.types.has(type) ?? false;
  }

  /** Whether all that a candidate deploys can be seen. It is worked out for that only as far as some of it may not be. */
  *isWhole(candidate: Candidate): Steps<boolean> {
    if (this.typesOf(candidate.choice)?.whole === true) return true;
    const deployment = yield* this.deployInSteps(candidate, []);
    return deployment !== undefined && !mayHoldMore(deployment);
  }

  /** Whether one of a candidate's files suppresses something. */
  suppresses({ files }: Candidate): boolean {
    const { sources } = this.read;
    const directivesIn = (uri: Uri): number =>
      (sources.template(uri) ?? sources.parameterFile(uri))?.directives.length ?? 0;
    return files.some((uri) => directivesIn(uri) > 0);
  }

  /** The regions as the configuration of a root has them. */
  regionsOf(root: Uri): RegionTable {
    const geoCodes = Object.fromEntries(this.settingsOf(root).geoCodes);
    const key = JSON.stringify(geoCodes);
    const table = this.tables.get(key) ?? createRegionTable(geoCodes);
    this.tables.set(key, table);
    return table;
  }

  /** The same deployment where a parameter's default does not count; undefined where there is none. */
  withoutDefault({ choice, files, deployment }: Evaluated, free: FreeParameter): Deployment | undefined {
    const { sources, texts } = this.read;
    const template = rootTemplate(choice, sources);
    if (!template || !deployment) return undefined;
    const { cloud } = deployment;
    const { location } = this.settingsOf(choice.root);
    const key = JSON.stringify([choice.root, choice.parameters, cloud, location, free]);
    const request = { ...this.request(template, choice), cloud, free };
    return finish(this.session.remember(key, files, texts, () => deployInSteps(request, sources)));
  }

  private typesOf(choice: DeploymentChoice): TemplateTypes | undefined {
    const { sources } = this.read;
    const template = rootTemplate(choice, sources);
    return template && templateTypes(template, sources, this.types);
  }

  private *deployAnew(candidate: Candidate, types: readonly string[] | undefined): Steps<Deployment | undefined> {
    const { choice } = candidate;
    const { sources } = this.read;
    const template = rootTemplate(choice, sources);
    const { cloud } = this.settingsOf(choice.root);
    if (template) {
      const request = this.request(template, choice);
      if (types !== undefined) return yield* this.deployInPart(candidate, { ...request, types: new Set(types) }, cloud);
      return yield* deployInCloud(request, cloud, sources, this.regionsOf(choice.root));
    }
    const file = choice.parameters === undefined ? undefined : sources.parameterFile(choice.parameters);
    return file && deployUnread(file, cloud ?? 'public', sources);
  }

  /** In the cloud of the whole where that matters: all of its regions tell it, not only those of what is wanted. */
  private *deployInPart(
    candidate: Candidate,
    request: Omit<DeployRequest, 'cloud'>,
    cloud: Cloud | undefined,
  ): Steps<Deployment> {
    const { sources } = this.read;
    const deployment = yield* deployInSteps({ ...request, cloud: cloud ?? 'public' }, sources);
    const whole = cloud === undefined && deployment.asksCloud ? yield* this.deployInSteps(candidate) : undefined;
    const used = cloud ?? whole?.cloud ?? deployment.cloud;
    return used === deployment.cloud ? deployment : yield* deployInSteps({ ...request, cloud: used }, sources);
  }

  private request(template: Template, { root, parameters }: DeploymentChoice): Omit<DeployRequest, 'cloud'> {
    const { location } = this.settingsOf(root);
    return { template, parameters, known: location === undefined ? {} : { location }, deploymentName: undefined };
  }

  private settingsOf(root: Uri): EvaluationOptions & Pick<Configuration, 'geoCodes'> {
    const { cloud, defaultLocation, geoCodes } = this.read.configurations.of(root);
    return { cloud: this.options.cloud ?? cloud, location: this.options.location ?? defaultLocation, geoCodes };
  }
}
