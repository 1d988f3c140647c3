import type { Uri } from '../base/uri';
import type { Cloud } from '../data/clouds';
import type { Deployment } from '../deployment/deployment';
import type { KnownScope } from '../deployment/identity/locations';
import { scanProject } from '../deployment/project/project';
import type { Project } from '../deployment/project/project';
import type { Session } from '../deployment/project/session';
import { createRegionTable, type RegionTable } from '../domain/names/regions';
import type { CheckHost, ReadProblem } from './check';
import { rootTemplate } from './closure';
import type { ConfigurationChoice, ConfigurationProblem } from './config/configurations';
import { deployInCloud } from './deploy-in-cloud';
import { startsOf } from './plan';
import type { DeploymentChoice } from './plan';
import type { ModuleLocations } from './published-modules';
import { takeInTurns } from './turns';
import { readAll, type ReadFiles } from './read-all';

export interface EvaluateRequest {
  /** Every template and parameter file of the project: they decide which parameter files belong to a template. */
  readonly project: readonly Uri[];
  /** A template, or a parameter file of one. */
  readonly file: Uri;
  /** The parameter files to use; where there are none, those that the project has for the template. */
  readonly parameters: readonly Uri[];
  readonly known: KnownScope;
  readonly deploymentName: string | undefined;
  readonly cloud: Cloud | undefined;
  readonly modules?: ModuleLocations | undefined;
  /** Without it no configuration counts. */
  readonly configuration?: ConfigurationChoice | undefined;
}

export interface EvaluateResult {
  /** One for each parameter file, or one by defaults; none where the file is no template. */
  readonly deployments: readonly Deployment[];
  /** The regions as the configuration of the template has them. */
  readonly regions: RegionTable;
  readonly texts: ReadonlyMap<Uri, string>;
  readonly problems: readonly ReadProblem[];
  readonly configurationProblems: readonly ConfigurationProblem[];
}

/** Works out what a template would deploy. Never rejects: what cannot be read is in the result. */
export async function evaluateFile(
  request: EvaluateRequest,
  host: CheckHost,
  session: Session,
): Promise<EvaluateResult> {
  const { project, file, parameters, known, deploymentName, modules, configuration } = request;
  let choices: readonly DeploymentChoice[] | undefined;
  const first = [...project, file, ...parameters];
  const findStarts = ({ texts }: ReadFiles): readonly Uri[] => {
    choices ??= choicesOf(
      file,
      parameters,
      scanProject(texts, (uri, text) => session.scan(uri, text)),
    );
    return choices.flatMap(startsOf);
  };
  const asked = { first, reported: [file], modules, configuration, findStarts };
  const { texts, problems, sources, configurations } = await readAll(asked, host, session);
  const chosen = choices ?? [];
  const { geoCodes } = configurations.of(chosen[0]?.root ?? file);
  const regions = createRegionTable(Object.fromEntries(geoCodes));
  const deployments: Deployment[] = [];
  for (const choice of chosen) {
    const template = rootTemplate(choice, sources);
    if (!template) continue;
    const { cloud, defaultLocation } = configurations.of(choice.root);
    const location = known.location ?? defaultLocation;
    const wanted = {
      template,
      parameters: choice.parameters,
      known: location === undefined ? known : { ...known, location },
      deploymentName,
    };
    deployments.push(await takeInTurns(deployInCloud(wanted, request.cloud ?? cloud, sources, regions), host));
  }
  const roots = [file, ...chosen.map(({ root }) => root)];
  return { deployments, regions, texts, problems, configurationProblems: configurations.problems(roots) };
}

function choicesOf(
  file: Uri,
  parameters: readonly Uri[],
  { parameterFiles, ofPublished }: Project,
): readonly DeploymentChoice[] {
  if (ofPublished.includes(file)) return [{ root: file, parameters: file }];
  const [root] = [...parameterFiles].find(([, files]) => files.includes(file)) ?? [];
  if (root !== undefined) return [{ root, parameters: file }];
  const given = parameters.length > 0 ? parameters : (parameterFiles.get(file) ?? []);
  return given.length > 0
    ? given.map((it) => ({ root: file, parameters: it }))
    : [{ root: file, parameters: undefined }];
}
