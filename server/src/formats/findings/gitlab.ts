import type { Severity } from '../../lint/finding';
import { countedFindings } from './counted';
import type { Report } from './report';

/** A Code Quality report of GitLab, which a merge request shows (docs.gitlab.com/ci/testing/code_quality). */
export function formatGitlab(report: Report): string {
  const issues = countedFindings(report).map(
    ({ ruleId, severity, message, fingerprint, file, startLine, endLine }) => ({
      description: `${ruleId}: ${message}`,
      check_name: ruleId,
      fingerprint,
      severity: severities[severity],
      location: { path: file, lines: { begin: startLine, end: endLine } },
    }),
  );
  return `${JSON.stringify(issues, null, 2)}\n`;
}

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };
