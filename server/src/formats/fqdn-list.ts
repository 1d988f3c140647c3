import type { Region } from '../data/regions';
import type { FqdnEntry, RegionFqdns } from '../domain/expected-fqdns';
import { cloudFacts } from '../domain/zones';

export interface FqdnListOptions {
  /** Finds the region's pair by name, for its display name; without it the plain name is printed. */
  readonly displayNameOf?: (regionName: string) => string | undefined;
}

/**
 * Writes the lists as text to be pasted: a name a line, everything else behind `#`, in columns. Ends with a line break.
 */
export function formatFqdnList(lists: readonly RegionFqdns[], options: FqdnListOptions = {}): string {
  return lists.map((list) => formatRegion(list, options)).join('\n');
}

function formatRegion({ region, entries }: RegionFqdns, options: FqdnListOptions): string {
  const rows = entries.map((entry) => [entry.fqdn, ...columnsOf(entry)]);
  const lines = [
    ...headerOf(region, options),
    ...alignColumns(rows).map(([fqdn = '', ...rest]) => `${fqdn}  # ${rest.join('  ').trimEnd()}`),
    ...notesOf(entries),
    ...unique(entries.map(({ source }) => source)).map((source) => `# Source: ${source}`),
  ];
  return `${lines.join('\n')}\n`;
}

function headerOf(region: Region, { displayNameOf }: FqdnListOptions): string[] {
  const { name, displayName, geoCode, cloud, pairedRegion } = region;
  const lines = [`# ${displayName} (${name}), geo code ${geoCode}, ${cloudFacts(cloud).displayName}`];
  if (pairedRegion !== undefined) lines.push(`# Paired region: ${displayNameOf?.(pairedRegion) ?? pairedRegion}`);
  return lines;
}

function columnsOf({ protocol, ports, resolvesTo, privateZone, service, purpose }: FqdnEntry): string[] {
  return [
    ports.map((port) => `${protocol}/${port}`).join(','),
    resolvesTo,
    privateZone === null ? 'no zone' : `zone ${privateZone}`,
    `${service}: ${purpose}`,
  ];
}

/** A line for each note, with the names that it is about. */
function notesOf(entries: readonly FqdnEntry[]): string[] {
  const notes = unique(entries.map(({ note }) => note)).filter((note) => note !== '');
  return notes.map((note) => {
    const names = entries.filter((entry) => entry.note === note).map(({ fqdn }) => fqdn);
    return `# ${names.join(', ')}: ${note}`;
  });
}

/** Pads every column but the last to its widest text. */
function alignColumns(rows: readonly (readonly string[])[]): string[][] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row.map((text, column) => (column < row.length - 1 ? text.padEnd(widths[column] ?? 0) : text)),
  );
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
