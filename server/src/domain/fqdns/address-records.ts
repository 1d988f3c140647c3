import type { DnsNames, DnsPlan } from './dns-plan';

/** A name and the addresses of its private endpoint, as a file gives them. */
export interface AddressRecord {
  /** In lower case, without a dot at its end. */
  readonly fqdn: string;
  readonly addresses: readonly string[];
  /** The line of the file, from 1. */
  readonly line: number;
}

/** A record at its place among the names of a plan. */
export interface PlacedRecord {
  readonly names: DnsNames;
  /** What stands before the zone: `account`, or for a vault `id.service`. */
  readonly label: string;
  /** The name that clients ask for. */
  readonly asked: string;
  /** The name in the private zone, which public DNS answers with an alias to; the same as `asked` where there is no zone besides. */
  readonly inZone: string;
  readonly addresses: readonly string[];
}

/** What is wrong in a file, with the line, from 1. */
export interface RecordProblem {
  readonly line: number;
  readonly message: string;
}

/** Puts records at their places, each name once with all of its addresses; the first record that has no place is the problem. */
export function placeRecords(
  records: readonly AddressRecord[],
  plan: DnsPlan,
): readonly PlacedRecord[] | RecordProblem {
  const placed = new Map<string, PlacedRecord>();
  for (const record of records) {
    const place = placeOf(record, plan);
    if (place === undefined) {
      const regions = plan.regions.map(({ displayName }) => displayName).join(', ');
      return { line: record.line, message: `'${record.fqdn}' is no private name of Azure Backup in ${regions}` };
    }
    const known = placed.get(place.inZone)?.addresses ?? [];
    placed.set(place.inZone, { ...place, addresses: [...new Set([...known, ...place.addresses])] });
  }
  return [...placed.values()];
}

function placeOf({ fqdn, addresses }: AddressRecord, plan: DnsPlan): PlacedRecord | undefined {
  for (const names of plan.names) {
    for (const end of [names.zone, names.forward]) {
      if (end === null || !fqdn.endsWith(`.${end}`)) continue;
      const label = fqdn.slice(0, -end.length - 1);
      const inZone = `${label}.${names.zone ?? names.forward}`;
      return { names, label, asked: `${label}.${names.forward}`, inZone, addresses };
    }
  }
  return undefined;
}
