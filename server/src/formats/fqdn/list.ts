import type { FqdnEntry, RegionFqdns } from '../../domain/fqdns/expected-fqdns';
import { alignColumns } from '../align-columns';
import type { FqdnFormatOptions } from './options';
import { headline, particulars, portsOf, remarksOf, sharedNotes, sourcesOf } from './words';

/**
 * Writes the lists as text to be pasted: a name a line, everything else behind `#`, in columns. Ends with a line break.
 */
export function formatFqdnList(lists: readonly RegionFqdns[], options: FqdnFormatOptions): string {
  return lists.map((list) => formatRegion(list, options)).join('\n');
}

function formatRegion(list: RegionFqdns, options: FqdnFormatOptions): string {
  const rows = list.entries.map((entry) => [entry.fqdn, ...columnsOf(entry)]);
  const lines = [
    `# ${headline(list)}`,
    ...particulars(list, options).map((line) => `# ${line}`),
    ...alignColumns(rows).map(([fqdn = '', ...rest]) => `${fqdn}  # ${rest.join('  ').trimEnd()}`),
    ...sharedNotes(list).map(({ note, names }) => `# ${names.join(', ')}: ${note}`),
    ...remarksOf(list).map(({ text }) => `# ${text}`),
    ...sourcesOf(list).map((source) => `# Source: ${source}`),
  ];
  return `${lines.join('\n')}\n`;
}

function columnsOf(entry: FqdnEntry): string[] {
  const { resolvesTo, privateZone, service, purpose } = entry;
  return [
    portsOf(entry),
    resolvesTo,
    privateZone === null ? 'no zone' : `zone ${privateZone}`,
    `${service}: ${purpose}`,
  ];
}
