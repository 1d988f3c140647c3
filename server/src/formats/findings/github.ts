import type { Severity } from '../../lint/finding';
import { countedFindings } from './counted';
import type { Report, ReportedFinding } from './report';

/**
 * Workflow commands that GitHub Actions turns into annotations of the changed files
 * (docs.github.com/actions/reference/workflows-and-actions/workflow-commands; the escapes are those of @actions/core).
 */
export function formatGithub(report: Report): string {
  return countedFindings(report).map(command).join('');
}

function command(finding: ReportedFinding): string {
  const { file, startLine, endLine, startColumn, endColumn, ruleId, ruleName, severity, message } = finding;
  const properties: [string, string | number][] = [
    ['title', `${ruleId} ${ruleName}`],
    ['file', file],
    ['line', startLine],
    ['endLine', endLine],
  ];
  // Columns are taken only where they are of one line.
  if (startLine === endLine) properties.push(['col', startColumn], ['endColumn', endColumn]);
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${levels[severity]} ${written}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
