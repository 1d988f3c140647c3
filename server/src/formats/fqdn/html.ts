import type { RegionFqdns } from '../../domain/fqdns/expected-fqdns';
import { escapeHtml } from '../html';
import { fqdnColumns } from './columns';
import type { FqdnFormatOptions } from './options';
import { headline, particulars, remarksOf, sharedNotes, sourcesOf } from './words';

const style = `body { font-family: system-ui, sans-serif; margin: 2rem; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
th, td { border: 1px solid #8888; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
@media (prefers-color-scheme: dark) { body { background: #1e1e1e; color: #ddd; } a { color: #8bf; } }`;

/** Writes the lists as one HTML page that loads nothing. Ends with a line break. */
export function formatFqdnHtml(lists: readonly RegionFqdns[], options: FqdnFormatOptions): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${escapeHtml(options.tool)}">
<title>Expected FQDNs of Azure Backup</title>
<style>
${style}
</style>
</head>
<body>
<h1>Expected FQDNs of Azure Backup</h1>
${lists.map((list) => formatRegion(list, options)).join('\n')}
</body>
</html>
`;
}

function formatRegion(list: RegionFqdns, options: FqdnFormatOptions): string {
  const notes = [
    ...sharedNotes(list).map(({ note, names }) => `${names.map(code).join(', ')}: ${escapeHtml(note)}`),
    ...remarksOf(list).map(({ text }) => escapeHtml(text)),
  ];
  return [
    `<h2>${escapeHtml(list.region.displayName)}</h2>`,
    ...particulars(list, options).map((line) => `<p>${escapeHtml(line)}</p>`),
    ...(list.entries.length > 0 ? [tableOf(list)] : []),
    ...listOf(notes),
    ...(list.entries.length > 0 ? ['<h3>Sources</h3>'] : []),
    ...listOf(sourcesOf(list).map((source) => `<a href="${escapeHtml(source)}">${escapeHtml(source)}</a>`)),
  ].join('\n');
}

function tableOf(list: RegionFqdns): string {
  const head = fqdnColumns.map(({ title }) => `<th scope="col">${escapeHtml(title)}</th>`).join('');
  const rows = list.entries.map((entry) => {
    const cells = fqdnColumns.map((column) => `<td>${(column.code ? code : escapeHtml)(column.text(entry))}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>
<caption>${escapeHtml(headline(list))}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function listOf(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`];
}

function code(text: string): string {
  return text === '' ? '' : `<code>${escapeHtml(text)}</code>`;
}
