import type { Palette } from '../palette';
import { formatAzureDevops } from './azure-devops';
import { formatCheckstyle } from './checkstyle';
import { formatCompact } from './compact';
import { formatGithub } from './github';
import { formatGitlab } from './gitlab';
import { formatHtml } from './html';
import { formatJson } from './json';
import { formatJunit } from './junit';
import { formatMarkdown } from './markdown';
import type { Report } from './report';
import { formatRdjson } from './rdjson';
import { formatSarif } from './sarif';
import { formatStylish } from './stylish';

/** What `pelint check --format` can be, the one for reading first. */
export const findingFormatNames = [
  'stylish',
  'compact',
  'json',
  'sarif',
  'github',
  'azure-devops',
  'gitlab',
  'checkstyle',
  'junit',
  'rdjson',
  'markdown',
  'html',
] as const;
export type FindingFormatName = (typeof findingFormatNames)[number];

/** Only what is for reading takes colours. */
export const findingFormats: Readonly<Record<FindingFormatName, (report: Report, palette: Palette) => string>> = {
  stylish: formatStylish,
  compact: formatCompact,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
  'azure-devops': formatAzureDevops,
  gitlab: formatGitlab,
  checkstyle: formatCheckstyle,
  junit: formatJunit,
  rdjson: formatRdjson,
  markdown: formatMarkdown,
  html: formatHtml,
};
