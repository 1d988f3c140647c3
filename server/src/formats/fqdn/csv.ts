import type { FqdnEntry, RegionFqdns } from '../../domain/fqdns/expected-fqdns';
import { formatCsv } from '../csv';

const columns = [
  'region',
  'displayName',
  'geoCode',
  'cloud',
  'fqdn',
  'ports',
  'protocol',
  'service',
  'purpose',
  'resolvesTo',
  'privateZone',
  'serviceTag',
  'workloads',
  'source',
  'note',
] as const;

/** Writes the lists as CSV with a head line, a row a name. Several ports or workloads stand in one cell, with blanks between them. */
export function formatFqdnCsv(lists: readonly RegionFqdns[]): string {
  return formatCsv([columns, ...lists.flatMap((list) => list.entries.map((entry) => rowOf(list, entry)))]);
}

function rowOf({ region }: RegionFqdns, entry: FqdnEntry): string[] {
  const { fqdn, ports, protocol, service, purpose, resolvesTo, privateZone, serviceTag, workloads, source, note } =
    entry;
  const { name, displayName, geoCode, cloud } = region;
  const place = [name, displayName, geoCode, cloud];
  const why = [service, purpose, resolvesTo, privateZone ?? '', serviceTag ?? '', workloads.join(' '), source, note];
  return [...place, fqdn, ports.join(' '), protocol, ...why];
}
