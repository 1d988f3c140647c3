import type { Uri } from '../../base/uri';
import { placeVaults } from '../../domain/vaults/vault-regions';
import type { CheckResult, DeploymentResult } from '../../lint/check';
import { Configurations } from '../../lint/config/configurations';
import type { CheckedDocument, CheckedProject } from '../../protocol';
import { regionsOf } from './configured-regions';

/** A check and what it was made for. */
export interface Check {
  readonly project: Uri;
  /** The project's open documents. */
  readonly open: readonly Uri[];
  /** None where the project's last document has been closed. */
  readonly result: CheckResult | undefined;
}

/** What clients show of a check. `clientUri` gives the URI by which the client knows a document. */
export function checkedProject({ project, open, result }: Check, clientUri: (uri: Uri) => string): CheckedProject {
  if (result === undefined) return { project: clientUri(project), documents: [] };
  const configurations = new Configurations('nearest', result.texts);
  const documents = open.flatMap((uri): CheckedDocument[] => {
    const deployments = result.deployments.filter((it) => isPartOf(uri, it));
    return deployments.length === 0 ? [] : [checkedDocument(uri, deployments, result, configurations, clientUri)];
  });
  return { project: clientUri(project), documents };
}

/** Whether a deployment is made of a file, among others. */
export function isPartOf(uri: Uri, { root, parameters, files }: DeploymentResult): boolean {
  return [root, parameters, ...files].includes(uri);
}

function checkedDocument(
  uri: Uri,
  deployments: readonly DeploymentResult[],
  result: CheckResult,
  configurations: Configurations,
  clientUri: (uri: Uri) => string,
): CheckedDocument {
  const regions = deployments.flatMap(({ root, deployment }) =>
    deployment ? placeVaults([deployment], regionsOf(root, configurations)).regions : [],
  );
  const files = new Set(deployments.flatMap((it) => [uri, ...it.files]));
  const levels = [...result.findings, ...result.elsewhere]
    .filter(({ place, suppression }) => suppression === undefined && files.has(place.uri))
    .map(({ severity }) => severity);
  return {
    uri: clientUri(uri),
    deployments: deployments.map(({ root, parameters }) => ({
      template: clientUri(root),
      ...(parameters === undefined ? {} : { parameters: clientUri(parameters) }),
    })),
    regions: [...new Set(regions.map(({ region }) => region.displayName))],
    errors: levels.filter((level) => level === 'error').length,
    warnings: levels.filter((level) => level === 'warning').length,
  };
}
