import type { RegionFqdns } from '../../domain/fqdns/expected-fqdns';
import { formatFqdnCsv } from './csv';
import { formatFqdnHtml } from './html';
import { formatFqdnJson } from './json';
import { formatFqdnList } from './list';
import { formatFqdnMarkdown } from './markdown';
import type { FqdnFormatOptions } from './options';
import { formatFqdnTable } from './table';

/** The formats of the FQDN list, the one for pasting first. */
export const fqdnFormatNames = ['list', 'table', 'markdown', 'csv', 'json', 'html'] as const;
export type FqdnFormatName = (typeof fqdnFormatNames)[number];

/** Each writes the lists, the regions one after the other. */
export const fqdnFormats: Readonly<
  Record<FqdnFormatName, (lists: readonly RegionFqdns[], options: FqdnFormatOptions) => string>
> = {
  list: formatFqdnList,
  table: formatFqdnTable,
  markdown: formatFqdnMarkdown,
  csv: formatFqdnCsv,
  json: formatFqdnJson,
  html: formatFqdnHtml,
};
