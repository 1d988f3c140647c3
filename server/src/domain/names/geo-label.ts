import type { Region } from '../../data/regions';
import { nearestRegions } from './nearest-regions';
import { regionByName, regionOfGeoCode, type RegionTable } from './regions';
import { hole, type Label } from './zone-labels';

/** The label of a Backup zone that says which region it is for. */
export interface GeoLabel extends Label {
  readonly meaning: GeoMeaning;
}

/** What stands where the geo code belongs. */
export type GeoMeaning =
  /** A geo code. `paired`: the code of the region's secondary side, such as `eusr` for East US. */
  | { readonly kind: 'code'; readonly region: Region; readonly paired: boolean }
  /** The region's name, such as `westeurope`: the code is `region.geoCode`. */
  | { readonly kind: 'regionName'; readonly region: Region }
  /** A mark that somebody was to replace: `xxxxxx`, `<geo>`, `{regionCode}`. */
  | { readonly kind: 'placeholder' }
  /** Not known, or not all of it. */
  | { readonly kind: 'hole' }
  /** Some other text; `nearest` are the regions whose code it may mean, likeliest first. */
  | { readonly kind: 'unknown'; readonly nearest: readonly Region[] };

/** Reads a label that stands where the geo code belongs. */
export function readGeoLabel(label: Label, table: RegionTable): GeoLabel {
  return { ...label, meaning: geoMeaning(label.text, table) };
}

/** Whether a text holds marks of a placeholder that cannot be part of a DNS name: `<geo>`, `{geo}`, `$(geo)`, `%geo%`, `__geo__`. */
export function isMarkedPlaceholder(text: string): boolean {
  return /[<>{}[\]()%$#@~]/.test(text) || /^__.+__$/.test(text);
}

function geoMeaning(text: string, table: RegionTable): GeoMeaning {
  if (text.includes(hole)) return { kind: 'hole' };
  const code = regionOfGeoCode(text, table);
  if (code !== undefined) return { kind: 'code', ...code };
  const region = regionByName(text, table);
  if (region !== undefined) return { kind: 'regionName', region };
  if (isPlaceholder(text)) return { kind: 'placeholder' };
  return { kind: 'unknown', nearest: nearestRegions(text, table) };
}

/** Words that stand for "put the code here", alone or run together (`regionGeoShortCode`), as no geo code is made of them. */
const placeholderWords =
  /^(?:abbreviation|azure|backup|changeme|code|geo|here|insert|location|my|name|placeholder|region|replace|replaceme|short|tbd|the|todo|value|vault|your)+$/;

function isPlaceholder(text: string): boolean {
  if (isMarkedPlaceholder(text) || /^(?:x{2,}|\?+|\*|…|\.{3})$/.test(text)) return true;
  return placeholderWords.test(text.replace(/[\s_-]+/g, ''));
}
