import type { Deployment } from '../../deployment/deployment';
import { findTopology } from '../topology/find-topology';
import type { Neighbours } from '../resources/neighbours';
import type { RegionTable } from '../names/regions';
import { endpointInsights, groupIdInsights, vaultInsights } from './endpoint-insights';
import type { Insight } from './insight';
import { subnetInsights } from './subnet-insights';
import { zoneInsights } from './zone-insights';

/** All that there is to say of a deployment, without what other deployments of the project know. */
export function insightsOf(deployment: Deployment, regions: RegionTable): readonly Insight[] {
  const surroundings = { deployment, topology: findTopology(deployment), regions, neighbours: nobody };
  return [zoneInsights, groupIdInsights, vaultInsights, endpointInsights, subnetInsights].flatMap((find) =>
    find(surroundings),
  );
}

const nobody: Neighbours = { declarationsOf: () => [], declarationsOfType: () => [] };
