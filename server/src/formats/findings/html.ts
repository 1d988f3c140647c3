import { counted } from '../../base/counted';
import { escapeHtml } from '../html';
import { groupBy } from './group-by';
import { pageScript, pageStyle } from './html-page';
import type { Report, ReportedFinding, ReportedRange } from './report';

/** All findings as one HTML page that loads nothing, can be searched and prints well; what is suppressed is said to be so. */
export function formatHtml(report: Report): string {
  const { findings, summary, tool } = report;
  const { errors, warnings, infos, files } = summary;
  const counts = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${infos} info in ${counted(files, 'file')}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="generator" content="${escapeHtml(tool)}">
<title>Findings of pelint</title>
<style>
${pageStyle}
</style>
</head>
<body>
<main>
<h1>Findings of pelint</h1>
<p>${escapeHtml(counts)}</p>
${[
  ...(findings.length === 0 ? ['<p>Nothing was found.</p>'] : [filterForm(findings)]),
  ...[...groupBy(findings, ({ file }) => file)].map(([file, ofFile]) => fileTable(file, ofFile)),
  ...problemList(report),
].join('\n')}
</main>
<script>
${pageScript}
</script>
</body>
</html>
`;
}

/** Hidden until the script runs, since it does nothing without. */
function filterForm(findings: readonly ReportedFinding[]): string {
  const rules = new Map(findings.map(({ ruleId, ruleName }) => [ruleId, `${ruleId} ${ruleName}`]));
  const options = (entries: Iterable<readonly [string, string]>): string =>
    [...entries].map(([value, text]) => `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`).join('');
  const levels = ['error', 'warning', 'info'].map((level) => [level, level] as const);
  return `<form role="search" hidden>
<label>Search <input name="text" type="search"></label>
<label>Level <select name="level"><option value="">all</option>${options(levels)}</select></label>
<label>Rule <select name="rule"><option value="">all</option>${options([...rules].sort())}</select></label>
<output aria-live="polite"></output>
</form>`;
}

function fileTable(file: string, findings: readonly ReportedFinding[]): string {
  const head = ['Line', 'Level', 'Rule', 'Message'].map((title) => `<th scope="col">${title}</th>`).join('');
  return `<table>
<caption>${escapeHtml(file)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${findings.map(row).join('\n')}
</tbody>
</table>`;
}

function row(finding: ReportedFinding): string {
  const { ruleId, ruleName, severity, docs } = finding;
  const cells = [
    `<td>${finding.startLine}:${finding.startColumn}</td>`,
    `<td class="${severity}">${severity}</td>`,
    `<td><a href="${escapeHtml(docs)}">${escapeHtml(`${ruleId} ${ruleName}`)}</a></td>`,
    `<td>${messageLines(finding).map(escapeHtml).join('\n')}</td>`,
  ];
  return `<tr data-level="${severity}" data-rule="${escapeHtml(ruleId)}">${cells.join('')}</tr>`;
}

function messageLines({ message, related, suppression, fixes }: ReportedFinding): readonly string[] {
  const reason = suppression?.reason;
  return [
    message,
    ...related.map((place) => `${position(place)}: ${place.message}`),
    ...fixes.map(({ title }) => `Fix: ${title}`),
    ...(suppression === null ? [] : [reason ? `Suppressed: ${reason}` : 'Suppressed.']),
  ];
}

function problemList({ problems }: Report): readonly string[] {
  if (problems.length === 0) return [];
  const items = problems.map(({ file, message }) => `<li>${escapeHtml(`${file}: ${message}`)}</li>`);
  return ['<h2>Not read</h2>', `<ul>\n${items.join('\n')}\n</ul>`];
}

function position({ file, startLine, startColumn }: ReportedRange): string {
  return `${file}:${startLine}:${startColumn}`;
}
