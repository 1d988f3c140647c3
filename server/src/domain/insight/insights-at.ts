import { samePlace, type Place } from '../../base/place';
import type { Uri } from '../../base/uri';
import type { Insight } from './insight';

/** What there is to say of a place, and of which place. */
export interface InsightsAt<Deployment> {
  readonly place: Place;
  /** The deployments that make something of it. */
  readonly found: readonly { readonly deployment: Deployment; readonly insights: readonly Insight[] }[];
}

/** What several deployments make of the smallest place around an offset; both ends of a place count as within it. */
export function insightsAt<Deployment extends { readonly insights: readonly Insight[] }>(
  deployments: readonly Deployment[],
  uri: Uri,
  offset: number,
): InsightsAt<Deployment> | undefined {
  const around = (insight: Insight): readonly Place[] =>
    insight.places.filter((it) => it.uri === uri && it.start <= offset && offset <= it.end);
  const place = smallest(deployments.flatMap(({ insights }) => insights.flatMap(around)));
  if (!place) return undefined;
  const found = deployments.map((deployment) => {
    const insights = deployment.insights.filter((it) => around(it).some((other) => samePlace(other, place)));
    return { deployment, insights };
  });
  return { place, found: found.filter(({ insights }) => insights.length > 0) };
}

function smallest(places: readonly Place[]): Place | undefined {
  return places.reduce<Place | undefined>(
    (best, it) => (best && lengthOf(best) <= lengthOf(it) ? best : it),
    undefined,
  );
}

function lengthOf({ start, end }: Place): number {
  return end - start;
}
