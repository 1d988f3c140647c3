import type { FqdnEntry, RegionFqdns } from '../../domain/fqdns/expected-fqdns';

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
  readonly entries: readonly FqdnDocumentEntry[];
}

/** The shape is fixed: the service tag is told in the note. */
export type FqdnDocumentEntry = Omit<FqdnEntry, 'serviceTag' | 'workloads'>;

/** Writes the lists as JSON, with a line break at the end. */
export function formatFqdnJson(lists: readonly RegionFqdns[], { tool }: { readonly tool: string }): string {
  const document: FqdnDocument = { version: 1, tool, regions: lists.map(regionOf) };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function regionOf({ region, entries }: RegionFqdns): FqdnRegion {
  const { name, displayName, geoCode, cloud, pairedRegion } = region;
  return {
    region: name,
    displayName,
    geoCode,
    cloud,
    pairedRegion: pairedRegion ?? null,
    entries: entries.map(entryOf),
  };
}

function entryOf({ serviceTag, note, source, ...entry }: FqdnEntry): FqdnDocumentEntry {
  const { fqdn, service, ports, protocol, purpose, privateZone, resolvesTo } = entry;
  const tag = serviceTag === null ? [] : [`The service tag ${serviceTag} can stand in for the name.`];
  return {
    fqdn,
    service,
    ports,
    protocol,
    purpose,
    privateZone,
    resolvesTo,
    source,
    note: [...(note === '' ? [] : [note]), ...tag].join(' '),
  };
}
