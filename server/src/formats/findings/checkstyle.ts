import { escapeAttribute } from '../xml';
import { countedFindings } from './counted';
import type { Report, ReportedFinding } from './report';

/** The XML of Checkstyle, which most servers for reports read. Columns count from 1. */
export function formatCheckstyle(report: Report): string {
  const files = new Map<string, ReportedFinding[]>();
  for (const finding of countedFindings(report)) {
    const ofFile = files.get(finding.file);
    if (ofFile === undefined) files.set(finding.file, [finding]);
    else ofFile.push(finding);
  }
  const elements = [...files].flatMap(([file, findings]) => [
    `  <file name="${escapeAttribute(file)}">`,
    ...findings.map(errorElement),
    '  </file>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...elements,
    '</checkstyle>',
    '',
  ].join('\n');
}

function errorElement({ startLine, startColumn, severity, message, ruleId }: ReportedFinding): string {
  const place = `line="${startLine}" column="${startColumn}"`;
  return `    <error ${place} severity="${severity}" message="${escapeAttribute(message)}" source="pelint.${ruleId}"/>`;
}
