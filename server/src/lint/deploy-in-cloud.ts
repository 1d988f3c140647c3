import type { Steps } from '../base/steps';
import type { Cloud } from '../data/clouds';
import type { DeployedResource, Deployment } from '../deployment/deployment';
import { deployInSteps } from '../deployment/deploy';
import type { DeployRequest } from '../deployment/deploy';
import type { Sources } from '../deployment/project/sources';
import type { RegionTable } from '../domain/names/regions';
import { locationOf } from '../domain/resources/resource-location';

/** Works out the deployment in the cloud that the user names, else in that of the regions it uses, else in the public one. */
export function* deployInCloud(
  request: Omit<DeployRequest, 'cloud'>,
  cloud: Cloud | undefined,
  sources: Sources,
  regions: RegionTable,
): Steps<Deployment> {
  const deployment = yield* deployInSteps({ ...request, cloud: cloud ?? 'public' }, sources);
  const used = cloud ?? cloudOf(deployment.resources, regions);
  return used === deployment.cloud ? deployment : yield* deployInSteps({ ...request, cloud: used }, sources);
}

/** The one cloud that all known locations lie in, else the public one. */
function cloudOf(resources: readonly DeployedResource[], regions: RegionTable): Cloud {
  const clouds = new Set<Cloud>();
  for (const resource of resources) {
    const located = locationOf(resource, regions);
    if (located) clouds.add(located.region.cloud);
  }
  const [only, ...others] = clouds;
  return others.length === 0 ? (only ?? 'public') : 'public';
}
