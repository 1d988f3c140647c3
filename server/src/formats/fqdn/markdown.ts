import type { RegionFqdns } from '../../domain/fqdns/expected-fqdns';
import { fqdnColumns } from './columns';
import type { FqdnFormatOptions } from './options';
import { headline, particulars, remarksOf, sharedNotes, sourcesOf } from './words';

/** Writes the lists as Markdown (GitHub's, which knows tables), a chapter a region. Ends with a line break. */
export function formatFqdnMarkdown(lists: readonly RegionFqdns[], options: FqdnFormatOptions): string {
  return lists.map((list) => formatRegion(list, options)).join('\n');
}

function formatRegion(list: RegionFqdns, options: FqdnFormatOptions): string {
  const parts = [`## ${headline(list)}`];
  parts.push(...particulars(list, options).map(escaped));
  if (list.entries.length > 0) parts.push(tableOf(list).join('\n'));
  const notes = [
    ...sharedNotes(list).map(({ note, names }) => `${names.map(code).join(', ')}: ${escaped(note)}`),
    ...remarksOf(list).map(({ text }) => escaped(text)),
  ];
  if (notes.length > 0) parts.push(notes.map((note) => `- ${note}`).join('\n'));
  const sources = sourcesOf(list);
  if (sources.length > 0) parts.push(`Sources:\n\n${sources.map((source) => `- <${source}>`).join('\n')}`);
  return `${parts.join('\n\n')}\n`;
}

function tableOf({ entries }: RegionFqdns): string[] {
  const rows = entries.map((entry) =>
    fqdnColumns.map((column) => (column.code ? code(column.text(entry)) : escaped(column.text(entry)))),
  );
  const rule = fqdnColumns.map(() => '---');
  return [fqdnColumns.map(({ title }) => title), rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

/** A star or an underline in a name would be taken for emphasis, a bar for the end of a cell. */
function escaped(text: string): string {
  return text.replace(/[\\`*_|<>]/g, '\\$&');
}
