import type { RegionFqdns } from '../../domain/fqdns/expected-fqdns';
import { alignColumns } from '../align-columns';
import { fqdnColumns } from './columns';
import type { FqdnFormatOptions } from './options';
import { headline, particulars, remarksOf, sharedNotes, sourcesOf } from './words';

/** Writes the lists as tables for a terminal or a ticket in plain text, with the notes below. Ends with a line break. */
export function formatFqdnTable(lists: readonly RegionFqdns[], options: FqdnFormatOptions): string {
  return lists.map((list) => formatRegion(list, options)).join('\n');
}

function formatRegion(list: RegionFqdns, options: FqdnFormatOptions): string {
  const lines = [headline(list), ...particulars(list, options), ''];
  if (list.entries.length > 0) lines.push(...tableOf(list), '');
  lines.push(
    ...sharedNotes(list).map(({ note, names }) => `${names.join(', ')}: ${note}`),
    ...remarksOf(list).map(({ text }) => text),
    ...sourcesOf(list).map((source) => `Source: ${source}`),
  );
  return `${lines.join('\n')}\n`;
}

function tableOf({ entries }: RegionFqdns): string[] {
  const head = fqdnColumns.map(({ title }) => title);
  const rows = alignColumns([head, ...entries.map((entry) => fqdnColumns.map(({ text }) => text(entry)))]);
  const [first = [], ...rest] = rows;
  const rule = first.map((cell) => '-'.repeat(cell.length));
  return [first, rule, ...rest].map((cells) => cells.join('  ').trimEnd());
}
