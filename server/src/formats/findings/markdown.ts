import { counted } from '../../base/counted';
import { countedFindings } from './counted';
import { groupBy } from './group-by';
import type { Report, ReportedFinding } from './report';

/** A summary of a job takes a mebibyte at GitHub, and nobody reads more than this in one. */
const mostFindings = 1000;

/** A summary for the page of a job, in GitHub's Markdown: the rules with their counts, and the findings of each file folded away. */
export function formatMarkdown(report: Report): string {
  const findings = countedFindings(report);
  const shown = findings.slice(0, mostFindings);
  const { errors, warnings, infos, files } = report.summary;
  const parts = [
    findings.length === 0
      ? '## pelint: no findings'
      : `## pelint: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${infos} info`,
    `${counted(files, 'file')} checked.`,
    ...(findings.length === 0 ? [] : [rulesTable(findings)]),
    ...[...groupBy(shown, ({ file }) => file)].map(([file, ofFile]) => fileDetails(file, ofFile)),
    ...(shown.length < findings.length ? [`The first ${shown.length} of ${findings.length} findings are listed.`] : []),
    ...(report.problems.length === 0 ? [] : ['### Not read', problemsList(report)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function rulesTable(findings: readonly ReportedFinding[]): string {
  const rows = [...groupBy(findings, ({ ruleId }) => ruleId).values()]
    .sort((a, b) => b.length - a.length)
    .map((ofRule) => {
      const levels = [...new Set(ofRule.map(({ severity }) => severity))].join(', ');
      return [ofRule[0] === undefined ? '' : ruleLink(ofRule[0]), levels, String(ofRule.length)];
    });
  return table(['Rule', 'Level', 'Findings'], rows);
}

function fileDetails(file: string, findings: readonly ReportedFinding[]): string {
  const rows = findings.map((finding) => [
    `${finding.startLine}:${finding.startColumn}`,
    finding.severity,
    ruleLink(finding),
    escaped(finding.message),
  ]);
  const summary = `<summary>${escaped(file)}: ${counted(findings.length, 'finding')}</summary>`;
  return `<details>${summary}\n\n${table(['Line', 'Level', 'Rule', 'Message'], rows)}\n\n</details>`;
}

function problemsList({ problems }: Report): string {
  return problems.map(({ file, message }) => `- ${escaped(file)}: ${escaped(message)}`).join('\n');
}

function ruleLink({ ruleId, ruleName, docs }: ReportedFinding): string {
  return `[${ruleId} ${ruleName}](${docs})`;
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [titles, titles.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * A text on one line that nothing is made of. As numbers the characters mean themselves in Markdown, in the HTML within it
 * and in cells of tables alike, which backslashes do not.
 */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[&<>"'`|\\*_~[\]{}()#!@:]/g, (character) => `&#${character.charCodeAt(0)};`);
}
