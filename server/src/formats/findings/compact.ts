import { countedFindings } from './counted';
import type { Report } from './report';

/** One line for each finding, as compilers write them: editors and problem matchers find the place in it. */
export function formatCompact(report: Report): string {
  return countedFindings(report)
    .map(({ file, startLine, startColumn, severity, ruleId, message }) => {
      return `${file}:${startLine}:${startColumn}: ${severity} ${ruleId}: ${message.replace(/\s*[\r\n]+\s*/g, ' ')}\n`;
    })
    .join('');
}
