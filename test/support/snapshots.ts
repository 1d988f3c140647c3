import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import type { Uri } from '../../server/src/base/uri';
import { resolveUri } from '../../server/src/base/uri';
import { createWorld, deploy } from '../../server/src/deployment/deploy';
import type { Deployment } from '../../server/src/deployment/deployment';
import { EXISTS } from '../../server/src/deployment/values/existence';
import { evaluate } from '../../server/src/deployment/expressions/evaluate';
import { rootScope } from '../../server/src/deployment/identity/locations';
import { Session } from '../../server/src/deployment/project/session';
import type { Sources } from '../../server/src/deployment/project/sources';
import { TemplateInstance } from '../../server/src/deployment/template-instance';
import { text } from '../../server/src/deployment/values/values';
import { evaluatedResource } from '../../server/src/formats/evaluated-json';
import { evaluatedValue, type JsonObject, type JsonValue } from '../../server/src/formats/evaluated-value';
import type { ParameterFile, Template } from '../../server/src/model/template';
import { parseYaml } from '../../server/src/syntax/yaml/parse';
import { repositoryRoot } from './repository';

/** The identity that the real engine was given when it made the snapshots. */
export const snapshotIdentity = {
  tenantId: '00000000-0000-0000-0000-000000000001',
  subscriptionId: '3faf6056-8474-4818-a729-1aff55d6b3fa',
  resourceGroup: 'myRg',
  managementGroup: 'myMg',
  location: 'westus',
} as const;

export const snapshotDeploymentName = 'main';

/** Templates that the corpus's tests use and that are not in it. Ours make what the snapshots say that they made. */
const ABSENT = ['diagnostic.dependencies.bicep', 'nested_inner_roleAssignment.json'];

/** Sources that are read from the disk when they are asked for. `registry` names the file behind a registry's reference. */
export function diskSources(registry: (reference: string) => string | undefined, session: Session): Sources {
  const texts = new Map<Uri, string | undefined>();
  const textOf = (uri: Uri): string | undefined => {
    if (!texts.has(uri)) texts.set(uri, readText(uri));
    return texts.get(uri);
  };
  const read = (uri: Uri): ReturnType<Session['read']> => {
    const content = textOf(uri);
    return content === undefined ? undefined : session.read(uri, content);
  };
  return {
    resolve: (from, reference) => {
      const absent = ABSENT.find((name) => reference.endsWith(`/${name}`));
      if (absent) return pathToFileURL(path.join(repositoryRoot, 'test/fixtures/snapshots', absent)).toString();
      if (!/^(br|ts)[:/]/.test(reference)) return resolveUri(from, reference);
      const file = registry(reference);
      return file === undefined ? undefined : pathToFileURL(file).toString();
    },
    text: textOf,
    yaml: (uri) => {
      const content = textOf(uri);
      return content === undefined ? undefined : parseYaml(content);
    },
    template: (uri): Template | undefined => {
      const file = read(uri);
      return file?.kind === 'template' ? file.template : undefined;
    },
    parameterFile: (uri): ParameterFile | undefined => {
      const file = read(uri);
      return file?.kind === 'parameters' ? file.parameters : undefined;
    },
  };
}

function readText(uri: Uri): string | undefined {
  try {
    return readFileSync(fileURLToPath(uri), 'utf8');
  } catch {
    return undefined;
  }
}

/** The corpus's compiled module for `br/public:path:version`. */
export function corpusRegistry(modules: string): (reference: string) => string | undefined {
  return (reference) => {
    const match = /^br(?:\/public:|:mcr\.microsoft\.com\/bicep\/)([^:]+):/.exec(reference)?.[1];
    return match === undefined ? undefined : path.join(modules, match, 'main.json');
  };
}

/** Evaluates a `.bicepparam` as the real engine was asked to. */
export function evaluateParameters(file: string, sources: Sources): Deployment {
  const parameters = pathToFileURL(file).toString();
  const using = sources.parameterFile(parameters)?.using;
  const template = using && sources.template(resolveUri(parameters, using.path));
  if (!template) throw new Error(`${file}: there is no template that it uses`);
  const request = { template, parameters, cloud: 'public', known: snapshotIdentity } as const;
  return deploy({ ...request, deploymentName: snapshotDeploymentName }, sources);
}

export function resourcesOf(deployment: Deployment): readonly JsonObject[] {
  return deployment.resources.filter((resource) => !resource.existing).map(evaluatedResource);
}

/** The snapshot's resources, with what its engine left as run-time expressions evaluated by ours, where nothing is declared. */
export function readSnapshot(file: string): readonly JsonObject[] {
  const { predictedResources } = JSON.parse(readFileSync(file, 'utf8')) as {
    predictedResources: readonly JsonObject[];
  };
  return predictedResources.map((resource) => withoutExpressions(resource) as JsonObject);
}

export function snapshotFiles(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.bicepparam'));
  return names.sort().map((name) => path.join(folder, name));
}

function withoutExpressions(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.startsWith('[') && value.endsWith(']') ? remainder(value) : value;
  if (Array.isArray(value)) return value.map((item: JsonValue) => withoutExpressions(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutExpressions(inner)]));
}

/** What our engine makes of an expression alone, without the template around it. */
function remainder(expression: string): JsonValue {
  const uri = 'file:///remainder.json';
  const content = JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    variables: { remainder: expression },
    resources: [],
  });
  const file = new Session().read(uri, content);
  if (file?.kind !== 'template') throw new Error('the wrapper is no template');
  const nothing: Sources = {
    resolve: () => undefined,
    text: () => undefined,
    template: () => undefined,
    parameterFile: () => undefined,
  };
  const instance = new TemplateInstance(createWorld('public', nothing), file.template, {
    path: 'remainder:',
    scope: rootScope('resourceGroup', snapshotIdentity),
    existence: EXISTS,
    deploymentName: text(snapshotDeploymentName),
    argument: () => undefined,
    through: [],
    counts: () => [],
  });
  const definition = file.template.variables.get('remainder');
  return definition ? evaluatedValue(evaluate(definition.value, instance.ownScope)) : null;
}
