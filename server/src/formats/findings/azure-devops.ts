import { countedFindings } from './counted';
import type { Report, ReportedFinding } from './report';

/**
 * Logging commands of Azure Pipelines (learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands; the escapes are those of
 * azure-pipelines-task-lib). There are errors and warnings only, so that what is merely worth knowing is a plain line of the log.
 */
export function formatAzureDevops(report: Report): string {
  return countedFindings(report).map(command).join('');
}

function command({ file, startLine, startColumn, ruleId, severity, message }: ReportedFinding): string {
  if (severity === 'info') return `${plain(`${file}(${startLine},${startColumn}): ${ruleId}: ${message}`)}\n`;
  const properties = [
    ['type', severity],
    ['sourcepath', file],
    ['linenumber', startLine],
    ['columnnumber', startColumn],
    ['code', ruleId],
  ];
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(';');
  return `##vso[task.logissue ${written}]${escapeData(`${ruleId}: ${message}`)}\n`;
}

/** One line that is no command: the agent looks for `##` anywhere in a line, and what a template says must not speak to it. */
function plain(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/#{2,}/g, '#');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(']', '%5D').replaceAll(';', '%3B');
}
