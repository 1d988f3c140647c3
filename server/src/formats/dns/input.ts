import type { PlacedRecord } from '../../domain/fqdns/address-records';
import type { DnsPlan } from '../../domain/fqdns/dns-plan';
import type { Region } from '../../domain/names/regions';
import type { Artefact } from '../artefact';

/** What the files for DNS servers are made of. */
export interface DnsInput {
  readonly plan: DnsPlan;
  /** Names whose addresses are known; the server answers these itself. */
  readonly records: readonly PlacedRecord[];
  /** The servers that know the private DNS zones, as addresses. */
  readonly forwardTo: readonly string[];
  /** The name and version of the program. */
  readonly tool: string;
}

export interface DnsExporter {
  /** The first line's comment mark is up to the exporter. */
  readonly export: (input: DnsInput) => Artefact;
  /** `required`: the form knows no patterns; `none`: Azure manages the records; else they may be given. */
  readonly records: 'required' | 'optional' | 'none';
}

/** Seconds for which an answer may be kept. The zone groups of Azure write records of this life-time. */
export const timeToLive = 300;

/** The lines that tell where a file comes from. */
export function originOf(regions: readonly Region[], tool: string): string[] {
  const names = regions.map(({ displayName, geoCode }) => `${displayName} (${geoCode})`).join(', ');
  return [`Azure Backup behind private endpoints in ${names}; made by ${tool}.`];
}

/** Whether an address goes into an AAAA record. */
export function isVersion6(address: string): boolean {
  return address.includes(':');
}

/** The names that are to be answered for a record: what clients ask for, and the alias that public DNS leads them to. */
export function answeredNames({ asked, inZone }: PlacedRecord): readonly string[] {
  return asked === inZone ? [asked] : [asked, inZone];
}
