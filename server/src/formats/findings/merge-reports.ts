import { countLevels } from './count-levels';
import { compareReported, compareTexts } from './order';
import type { Report, ReportedFinding, ReportedProblem } from './report';

/**
 * Several reports as the one that a single run would have given. A finding that several have is one; where a file that templates load
 * has it, each part knows only its own deployments of it.
 */
export function mergeReports(reports: readonly Report[]): Omit<Report, 'tool'> {
  const findings = new Map<string, ReportedFinding>();
  for (const finding of reports.flatMap((it) => it.findings)) {
    const { ruleId, file, startLine, startColumn, endLine, endColumn } = finding;
    const key = JSON.stringify([ruleId, file, startLine, startColumn, endLine, endColumn]);
    const known = findings.get(key);
    findings.set(key, known === undefined ? finding : together(known, finding));
  }
  const sorted = [...findings.values()].sort(compareReported);
  const sum = (member: keyof Report['summary']): number => reports.reduce((all, it) => all + it.summary[member], 0);
  return {
    findings: sorted,
    problems: mergeProblems(reports.flatMap((it) => it.problems)),
    summary: {
      files: sum('files'),
      ...countLevels(sorted.filter(({ suppression }) => suppression === null)),
      suppressed: sum('suppressed'),
      baseline: sum('baseline'),
      durationMs: sum('durationMs'),
    },
    ...(reports.some(({ failed }) => failed) ? { failed: true } : {}),
  };
}

function together(a: ReportedFinding, b: ReportedFinding): ReportedFinding {
  const deployments = [...new Set([...a.deployments, ...b.deployments])].sort();
  const edits = ({ fixes }: ReportedFinding): string => JSON.stringify(fixes.map((fix) => fix.edits));
  return { ...a, deployments, partial: a.partial || b.partial, fixes: edits(a) === edits(b) ? a.fixes : [] };
}

function mergeProblems(problems: readonly ReportedProblem[]): readonly ReportedProblem[] {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].sort((a, b) => compareTexts(a.file, b.file) || compareTexts(a.message, b.message));
}
