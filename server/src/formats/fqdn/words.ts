import type { FqdnEntry, FqdnRemark, RegionFqdns } from '../../domain/fqdns/expected-fqdns';
import { cloudFacts } from '../../domain/names/zones';
import type { FqdnFormatOptions } from './options';

/** `East US (eastus), geo code eus, Azure public cloud` */
export function headline({ region }: RegionFqdns): string {
  const { name, displayName, geoCode, cloud } = region;
  return `${displayName} (${name}), geo code ${geoCode}, ${cloudFacts(cloud).displayName}`;
}

/** What stands below the headline: the region's pair as people call it, and the vaults, where they are known. */
export function particulars({ region, vaults }: RegionFqdns, { displayNameOf }: FqdnFormatOptions): readonly string[] {
  const { pairedRegion } = region;
  return [
    ...(pairedRegion === undefined ? [] : [`Paired region: ${displayNameOf?.(pairedRegion) ?? pairedRegion}`]),
    ...(vaults.length === 0 ? [] : [`Vaults: ${vaults.join(', ')}`]),
  ];
}

/** `tcp/80,tcp/443` */
export function portsOf({ protocol, ports }: FqdnEntry): string {
  return ports.map((port) => `${protocol}/${port}`).join(',');
}

/** A note and the names that it is about. */
export interface SharedNote {
  readonly note: string;
  readonly names: readonly string[];
}

/** Each note once. */
export function sharedNotes({ entries }: RegionFqdns): readonly SharedNote[] {
  return unique(entries.map(({ note }) => note))
    .filter((note) => note !== '')
    .map((note) => ({ note, names: entries.filter((entry) => entry.note === note).map(({ fqdn }) => fqdn) }));
}

/** What stands below the names: the remarks, and which tags can stand in. */
export function remarksOf({ remarks, serviceTags }: RegionFqdns): readonly FqdnRemark[] {
  const tags = serviceTags.map(({ tag, service, note, source }) => ({
    text: `Service tag ${tag} can stand in for public names of ${service}. ${note}`,
    source: source.url,
  }));
  return [...remarks, ...tags];
}

/** The address of every page that the list rests on, once. */
export function sourcesOf(list: RegionFqdns): readonly string[] {
  return unique([...list.entries, ...remarksOf(list)].map(({ source }) => source));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
