import { samePlace, type Place } from '../../base/place';
import type { Uri } from '../../base/uri';
import type { Deployment } from '../../deployment/deployment';
import { findTopology } from '../find-topology';
import type { Neighbours } from '../neighbours';
import type { RegionTable } from '../regions';
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

/** What was found at an offset, and the place that it was found at. */
export interface InsightAt {
  readonly insights: readonly Insight[];
  readonly place: Place;
}

/** What the smallest place around an offset is about; both ends of a place count as within it. */
export function insightsAt(insights: readonly Insight[], uri: Uri, offset: number): InsightAt | undefined {
  let found: { readonly insights: Insight[]; readonly place: Place } | undefined;
  for (const insight of insights) {
    const place = smallest(insight.places, uri, offset);
    if (!place) continue;
    if (!found || lengthOf(place) < lengthOf(found.place)) found = { insights: [insight], place };
    else if (samePlace(place, found.place)) found.insights.push(insight);
  }
  return found;
}

function smallest(places: readonly Place[], uri: Uri, offset: number): Place | undefined {
  const around = places.filter((it) => it.uri === uri && it.start <= offset && offset <= it.end);
  return around.reduce<Place | undefined>(
    (best, it) => (best && lengthOf(best) <= lengthOf(it) ? best : it),
    undefined,
  );
}

function lengthOf({ start, end }: Place): number {
  return end - start;
}
