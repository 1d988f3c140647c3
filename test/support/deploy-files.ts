import { deploy } from '../../server/src/deployment/deploy';
import type { Deployment } from '../../server/src/deployment/deployment';
import { idKey } from '../../server/src/deployment/identity/resource-id';
import { Session } from '../../server/src/deployment/project/session';
import { createSources } from '../../server/src/lint/closure';
import { projectUri } from './check-files';
import type { ProjectFiles } from './check-files';

/** What the first file of a project deploys, with the second as its parameters where that is a parameter file. */
export function deployFiles(files: ProjectFiles): Deployment {
  const texts = new Map(Object.entries(files).map(([path, text]) => [projectUri(path), text]));
  const sources = createSources(texts, new Session());
  const [first = '', second = ''] = texts.keys();
  const template = sources.template(first);
  if (!template) throw new Error(`${first} is no template`);
  const parameters = sources.parameterFile(second) ? second : undefined;
  return deploy({ template, parameters, cloud: 'public', known: {}, deploymentName: undefined }, sources);
}

/** The key of the one resource whose ID ends like this. */
export function keyEnding(deployment: Deployment, end: string): string {
  const keys = deployment.resources.map(({ id }) => idKey(id)).filter((key) => key.endsWith(end.toLowerCase()));
  const [only, ...others] = keys;
  if (only === undefined || others.length > 0) throw new Error(`${keys.length} resources end with ${end}`);
  return only;
}
