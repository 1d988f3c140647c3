import type { FqdnEntry, RegionFqdns } from '../domain/expected-fqdns';

/** The JSON document of `pelint fqdn --format json`. `tool` is the name and version, such as `pelint 1.2.3`. */
export interface FqdnDocument {
  readonly version: 1;
  readonly tool: string;
  readonly regions: readonly FqdnRegion[];
}

export interface FqdnRegion {
  readonly region: string;
  readonly displayName: string;
  readonly geoCode: string;
  readonly cloud: string;
  readonly pairedRegion: string | null;
  readonly entries: readonly FqdnEntry[];
}

/** Writes the lists as JSON, with a line break at the end. */
export function formatFqdnJson(lists: readonly RegionFqdns[], tool: string): string {
  const document: FqdnDocument = { version: 1, tool, regions: lists.map(regionOf) };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function regionOf({ region, entries }: RegionFqdns): FqdnRegion {
  const { name, displayName, geoCode, cloud, pairedRegion } = region;
  return { region: name, displayName, geoCode, cloud, pairedRegion: pairedRegion ?? null, entries };
}
