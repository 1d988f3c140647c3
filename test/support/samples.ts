import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deploy } from '../../server/src/deployment/deploy';
import type { Deployment } from '../../server/src/deployment/deployment';
import type { KnownScope } from '../../server/src/deployment/identity/locations';
import { Session } from '../../server/src/deployment/project/session';
import type { BicepCompiler } from './bicep-compiler';
import { repositoryFiles, repositoryRoot } from './repository';
import { diskSources, snapshotDeploymentName, snapshotIdentity } from './snapshots';

const FOLDER = 'test/fixtures/evaluate';

/** A template under `test/fixtures/evaluate`, with what the real engine makes of it beside it. Files in `parts` belong to others. */
export interface Sample {
  /** `loops/resources.bicep`. */
  readonly name: string;
  readonly identity: KnownScope;
}

export function evaluationSamples(): readonly Sample[] {
  const files = repositoryFiles(`${FOLDER}/**/*.{bicep,json}`);
  const templates = files.filter((file) => !file.includes('/parts/') && !file.endsWith('.snapshot.json'));
  return templates.map((file) => ({
    name: file.slice(FOLDER.length + 1),
    identity: identityFor(readFileSync(path.join(repositoryRoot, file), 'utf8')),
  }));
}

/** What our engine makes of a sample. */
export function evaluateSample({ name, identity }: Sample): Deployment {
  const file = path.join(repositoryRoot, FOLDER, name);
  const parameters = parametersOf(file);
  const sources = diskSources(() => undefined, new Session());
  const template = sources.template(pathToFileURL(file).toString());
  if (!template) throw new Error(`${name} is no template`);
  const given = existsSync(parameters) ? pathToFileURL(parameters).toString() : undefined;
  const request = { template, parameters: given, cloud: 'public', known: identity } as const;
  return deploy({ ...request, deploymentName: snapshotDeploymentName }, sources);
}

/** The file in which the real engine's answer is kept. */
export function recordedSnapshot({ name }: Sample): string {
  return path.join(repositoryRoot, FOLDER, name.replace(/\.\w+$/, '.snapshot.json'));
}

/** A copy of the samples for the real engine, which wants a parameter file for each and writes none into the checkout. */
export function copySamples(folder: string): void {
  cpSync(path.join(repositoryRoot, FOLDER), folder, { recursive: true });
}

/** Asks the real engine, from a copy of the samples in `folder`. */
export async function askEngine({ name, identity }: Sample, folder: string, compiler: BicepCompiler): Promise<string> {
  const parameters = parametersOf(path.join(folder, name));
  if (!existsSync(parameters)) writeFileSync(parameters, `using './${path.basename(name)}'\n`);
  const snapshot = await compiler.snapshot(parameters, { ...identity, deploymentName: snapshotDeploymentName });
  const { predictedResources } = JSON.parse(snapshot) as { predictedResources: unknown };
  return `${JSON.stringify({ predictedResources }, undefined, 2)}\n`;
}

function parametersOf(template: string): string {
  return template.replace(/\.\w+$/, '.bicepparam');
}

/** The engine refuses an identity that does not suit the scope. */
function identityFor(text: string): KnownScope {
  const { tenantId, managementGroup, subscriptionId, resourceGroup, location } = snapshotIdentity;
  const scope = /^targetScope = '(\w+)'/m.exec(text)?.[1] ?? /(\w+)DeploymentTemplate\.json/.exec(text)?.[1];
  if (scope === 'tenant') return { tenantId, location };
  if (scope === 'managementGroup') return { tenantId, managementGroup, location };
  return scope === 'subscription'
    ? { tenantId, subscriptionId, location }
    : { tenantId, subscriptionId, resourceGroup, location };
}
