import type { Deployment, DeployedResource } from '../../deployment/deployment';
import { idKey } from '../../deployment/identity/resource-id';
import { findTopology } from './find-topology';
import type { Topology } from './topology';

/** Another view of a deployment, in which what callers may still give is not known. */
export interface CautiousView {
  readonly deployment: Deployment;
  readonly topology: Topology;
}

/** The view in which an absence is certain only if no caller can end it. It is worked out when it is first asked for. */
export function cautiousView(deployment: Deployment): () => CautiousView {
  let view: CautiousView | undefined;
  return () => {
    const cautious = deployment.withoutPlaceholders();
    view ??= { deployment: cautious, topology: findTopology(cautious) };
    return view;
  };
}

/** What a resource is in another view: of the same definition and, where a loop makes several, with the same ID. */
export function counterpartOf<T extends { readonly resource: DeployedResource }>(
  { resource }: T,
  candidates: readonly T[],
): T | undefined {
  const same = candidates.filter(
    (it) => it.resource.definition === resource.definition && isSameWay(it.resource, resource),
  );
  return same.length > 1 ? same.find((it) => idKey(it.resource.id) === idKey(resource.id)) : same[0];
}

function isSameWay(one: DeployedResource, other: DeployedResource): boolean {
  return JSON.stringify(one.through) === JSON.stringify(other.through);
}
