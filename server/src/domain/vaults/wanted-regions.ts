import type { Region, RegionTable } from '../names/regions';
import type { VaultsOfRegion } from './vault-regions';
import { cloudFacts } from '../names/zones';

/** A region whose names are asked for. */
export interface WantedRegion {
  readonly region: Region;
  /** The vaults' own region, where this one is the secondary side of cross-region restore. */
  readonly secondaryOf: Region | undefined;
  /** The names of the vaults there; empty where no template tells. */
  readonly vaults: readonly string[];
}

export interface WithPairs {
  /** Each region once: first the vaults' own, then the pairs that data is restored in. */
  readonly regions: readonly WantedRegion[];
  /** Regions of which a pair is wanted and none is known. */
  readonly withoutPair: readonly Region[];
}

/** The vaults' own regions with the pairs of those whose data is restored there. */
export function withPairs(own: readonly VaultsOfRegion[], table: RegionTable): WithPairs {
  const regions: WantedRegion[] = own.map(({ region, names }) => ({ region, secondaryOf: undefined, vaults: names }));
  const withoutPair: Region[] = [];
  for (const { region, secondary } of own) {
    if (!secondary) continue;
    const pair = region.pairedRegion === undefined ? undefined : table.byName.get(region.pairedRegion);
    if (pair === undefined) withoutPair.push(region);
    else if (!regions.some((it) => it.region === pair)) regions.push({ region: pair, secondaryOf: region, vaults: [] });
  }
  return { regions, withoutPair };
}

/** Why one list cannot hold the regions, in a sentence: they lie in two clouds. Undefined where it can. */
export function mixedClouds(regions: readonly Region[]): string | undefined {
  const [first, ...others] = regions;
  const other = others.find(({ cloud }) => cloud !== first?.cloud);
  if (first === undefined || other === undefined) return undefined;
  return (
    `${first.displayName} is in ${cloudFacts(first.cloud).displayName} and ${other.displayName} in ${cloudFacts(other.cloud).displayName}: ` +
    'two clouds share no names.'
  );
}
