import { nearestRegions } from '../../domain/names/nearest-regions';
import { findRegion, regionOfGeoCode, type Region, type RegionTable } from '../../domain/names/regions';
import { mixedClouds } from '../../domain/vaults/wanted-regions';
import { UsageError } from '../usage-error';

/** The region that an argument names. Throws a UsageError with the nearest ones. */
export function namedRegion(text: string, table: RegionTable): Region {
  const region = findRegion(text, table);
  if (region !== undefined) return region;
  const meaning = regionOfGeoCode(text.trim(), table);
  if (meaning?.paired === true) {
    const { displayName, pairedRegion, geoCode } = meaning.region;
    const pair = pairedRegion === undefined ? undefined : table.byName.get(pairedRegion);
    const meant = pair === undefined ? '' : `, ${pair.displayName}: write ${pair.name} (${pair.geoCode})`;
    throw new UsageError(`'${text}' is the code of the pair of ${displayName} (${geoCode})${meant}.`);
  }
  const near = nearestRegions(text, table).map(({ name, geoCode }) => `${name} (${geoCode})`);
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
  throw new UsageError(`There is no region or geo code '${text}'.${hint}`);
}

/** Throws a UsageError where the regions lie in more than one cloud, whose names differ and which never share a network. */
export function checkOneCloud(regions: readonly Region[]): void {
  const mixed = mixedClouds(regions);
  if (mixed !== undefined) throw new UsageError(`${mixed} Ask for one cloud at a time.`);
}
