import type { FqdnEntry, RegionFqdns } from '../../domain/fqdns/expected-fqdns';
import { mergeEntries } from '../../domain/fqdns/fqdn-entry';
import type { Region } from '../../domain/names/regions';
import type { Artefact } from '../artefact';

/** What the rules of firewalls and proxies are made of. */
export interface AllowListInput {
  readonly regions: readonly Region[];
  /** The names of all regions, each once. */
  readonly entries: readonly FqdnEntry[];
  /** The proxy of the caller, as `host:port`. */
  readonly proxy: string;
  /** The name and version of the program. */
  readonly tool: string;
}

/** Stands for the caller's proxy where that is not known. */
export const placeholderProxy = 'proxy.example.com:8080';

export type AllowListExporter = (input: AllowListInput) => Artefact;

/** Joins the lists of several regions. */
export function allowListInput(
  lists: readonly RegionFqdns[],
  options: Pick<AllowListInput, 'proxy' | 'tool'>,
): AllowListInput {
  return {
    ...options,
    regions: lists.map(({ region }) => region),
    entries: mergeEntries(lists.flatMap(({ entries }) => entries)),
  };
}

/** The line that tells where a file comes from. */
export function originOf({ regions, tool }: AllowListInput): string {
  const names = regions.map(({ displayName, geoCode }) => `${displayName} (${geoCode})`).join(', ');
  return `Azure Backup in ${names}; made by ${tool}.`;
}

/** Entries with the same ports, for products whose rules are about ports first. */
export interface SamePorts {
  readonly ports: readonly number[];
  readonly entries: readonly FqdnEntry[];
}

export function byPorts(entries: readonly FqdnEntry[]): readonly SamePorts[] {
  const groups = new Map<string, { ports: readonly number[]; entries: FqdnEntry[] }>();
  for (const entry of entries) {
    const key = entry.ports.join(',');
    const group = groups.get(key) ?? { ports: entry.ports, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** All ports of the entries, once each, in order. */
export function portsOf(entries: readonly FqdnEntry[]): readonly number[] {
  return [...new Set(entries.flatMap(({ ports }) => ports))].sort((a, b) => a - b);
}

/** The service tags that the entries name, with the entries that each stands for. */
export function byTag(entries: readonly FqdnEntry[]): ReadonlyMap<string, readonly FqdnEntry[]> {
  const groups = new Map<string, FqdnEntry[]>();
  for (const entry of entries) {
    if (entry.serviceTag === null) continue;
    groups.set(entry.serviceTag, [...(groups.get(entry.serviceTag) ?? []), entry]);
  }
  return groups;
}
