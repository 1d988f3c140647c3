import type { FqdnRow } from '../../data/backup-fqdns';
import type { WorkloadId } from '../../data/workloads';

/**
 * A row of the tables, filled in for a region: `fqdn` is a host name or a pattern with `*` for one or more labels, nearly always the first.
 */
export interface FqdnEntry extends Omit<FqdnRow, 'clouds' | 'source' | 'cloudSources'> {
  /** The address of the page that says so. */
  readonly source: string;
  /** The service tag that can stand in for a public name. */
  readonly serviceTag: string | null;
  /** The workloads, of those asked for, that need the name. */
  readonly workloads: readonly WorkloadId[];
}

/** Joins entries of the same name, which workloads need for different reasons, at the first one's place. */
export function mergeEntries(entries: readonly FqdnEntry[]): readonly FqdnEntry[] {
  const byName = new Map<string, FqdnEntry>();
  for (const entry of entries) {
    const known = byName.get(entry.fqdn);
    byName.set(entry.fqdn, known === undefined ? entry : merged(known, entry));
  }
  return [...byName.values()];
}

function merged(one: FqdnEntry, other: FqdnEntry): FqdnEntry {
  return {
    ...one,
    ports: [...new Set([...one.ports, ...other.ports])].sort((a, b) => a - b),
    purpose: joined([one.purpose, other.purpose], '; '),
    note: joined([one.note, other.note], ' '),
    workloads: [...new Set([...one.workloads, ...other.workloads])],
  };
}

function joined(texts: readonly string[], separator: string): string {
  return [...new Set(texts)].filter((text) => text !== '').join(separator);
}
