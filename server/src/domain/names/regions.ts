import type { Cloud } from '../../data/clouds';
import { regions as knownRegions, type Region } from '../../data/regions';

export type { Region } from '../../data/regions';

/** The regions that a run knows: those of the data, and those that the configuration adds. Passed along, never global. */
export interface RegionTable {
  readonly regions: readonly Region[];
  readonly byName: ReadonlyMap<string, Region>;
  readonly byGeoCode: ReadonlyMap<string, GeoCodeMeaning>;
}

/** What a geo code stands for. */
export interface GeoCodeMeaning {
  /** The region whose row has the code. */
  readonly region: Region;
  /** The code is the region's secondary side, such as `eusr` for East US: the place meant is the region's pair. */
  readonly paired: boolean;
}

/**
 * Builds the table. `geoCodes` is the configuration's map from region name to geo code: a region that the data lacks is added (its cloud
 * told by its name), a region that the data has gets the code instead of its own.
 */
export function createRegionTable(geoCodes: Readonly<Record<string, string>> = {}): RegionTable {
  const byName = new Map(knownRegions.map((region) => [region.name, region]));
  for (const [name, geoCode] of Object.entries(geoCodes)) {
    const key = normalizeRegionName(name);
    byName.set(key, configuredRegion(key, name, geoCode.trim().toLowerCase(), byName.get(key)));
  }
  const regions = [...byName.values()];
  return { regions, byName, byGeoCode: geoCodeMeanings(regions) };
}

/**
 * The region that a text names, as people write it: `eastus2`, `East US 2`, `(US) East US 2`, `eus2`, `EUS2`. The code of a pair
 * (`eusr`) names no region.
 */
export function findRegion(text: string, table: RegionTable): Region | undefined {
  const named = regionByName(text, table);
  if (named !== undefined) return named;
  const meaning = regionOfGeoCode(text.trim(), table);
  return meaning === undefined || meaning.paired ? undefined : meaning.region;
}

/** The region with this name, as templates or people write it; no geo codes. */
export function regionByName(text: string, table: RegionTable): Region | undefined {
  return table.byName.get(normalizeRegionName(text));
}

/** What a geo code stands for, compared without case; codes of pairs and aliases count. */
export function regionOfGeoCode(code: string, table: RegionTable): GeoCodeMeaning | undefined {
  return table.byGeoCode.get(code.toLowerCase());
}

/**
 * A region's name as Azure compares it: lower case without blanks. Hyphens and underscores go too, and so does the geography that the
 * portal prints in front: `(Europe) West Europe`.
 */
export function normalizeRegionName(text: string): string {
  return text
    .trim()
    .replace(/^\([^()]*\)/, '')
    .replace(/[\s_-]+/g, '')
    .toLowerCase();
}

function configuredRegion(name: string, written: string, geoCode: string, known: Region | undefined): Region {
  if (known?.geoCode === geoCode) return known;
  if (known === undefined)
    return { name, displayName: written.trim(), geoCode, cloud: cloudOfName(name), source: 'config' };
  return { ...known, geoCode, source: 'config' };
}

/** The clouds apart from the public one mark their regions' names. */
function cloudOfName(name: string): Cloud {
  if (/^us(gov|dod)/.test(name)) return 'usgov';
  if (/^us(nat|sec)/.test(name)) return 'airgapped';
  return name.startsWith('china') ? 'china' : 'public';
}

/** A region's own code wins over an alias, and an alias over the code of a pair. */
function geoCodeMeanings(regions: readonly Region[]): ReadonlyMap<string, GeoCodeMeaning> {
  const meanings = new Map<string, GeoCodeMeaning>();
  const add = (code: string | undefined, region: Region, paired: boolean): void => {
    if (code !== undefined && !meanings.has(code)) meanings.set(code, { region, paired });
  };
  for (const region of regions) add(region.geoCode, region, false);
  for (const region of regions) for (const alias of region.aliases ?? []) add(alias, region, false);
  for (const region of regions) add(region.pairedGeoCode, region, true);
  return meanings;
}
