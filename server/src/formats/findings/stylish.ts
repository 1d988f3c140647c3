import { counted } from '../../base/counted';
import type { Severity } from '../../lint/finding';
import type { Palette } from '../palette';
import { printable } from '../printable';
import type { Report, ReportedFinding, ReportedRange, Summary } from './report';

/** The report for people to read in a terminal: by file, one finding a line, the way to its cause below it. */
export function formatStylish(report: Report, palette: Palette): string {
  const byFile = new Map<string, ReportedFinding[]>();
  for (const finding of report.findings) {
    const group = byFile.get(finding.file);
    if (group === undefined) byFile.set(finding.file, [finding]);
    else group.push(finding);
  }
  const blocks = [...byFile].map(([file, findings]) => fileBlock(file, findings, palette));
  return [...blocks, `${summaryLine(report, byFile.size, palette)}\n`].join('\n');
}

function fileBlock(file: string, findings: readonly ReportedFinding[], palette: Palette): string {
  const rows = findings.map((finding) => ({
    finding,
    position: `${finding.startLine}:${finding.startColumn}`,
    level: levelOf(finding),
    rule: `${finding.ruleId} ${finding.ruleName}`,
  }));
  const width = (of: (row: (typeof rows)[number]) => string): number => Math.max(...rows.map((row) => of(row).length));
  const positions = width((row) => row.position);
  const levels = width((row) => row.level);
  const rules = width((row) => row.rule);
  const indent = ' '.repeat(2 + positions + 2);
  const lines = rows.flatMap(({ finding, position, level, rule }) => [
    `  ${palette.dim(position.padStart(positions))}  ${levelColor(finding, palette)(level.padEnd(levels))}  ` +
      `${palette.dim(rule.padEnd(rules))}  ${printable(finding.message)}${palette.dim(deploymentsOf(finding))}`,
    ...details(finding).map((detail) => `${indent}${palette.dim(detail)}`),
  ]);
  return `${palette.underline(printable(file))}\n${lines.join('\n')}\n`;
}

function levelOf({ suppression, severity }: ReportedFinding): string {
  if (suppression === null) return severity;
  return suppression.kind === 'baseline' ? 'baseline' : 'suppressed';
}

function details(finding: ReportedFinding): string[] {
  const places = finding.related.map((related) => placeOf(related, finding.file));
  const width = Math.max(0, ...places.map((place) => place.length));
  const lines = finding.related.map(
    ({ message }, index) => `${(places[index] ?? '').padEnd(width)}  ${printable(message)}`,
  );
  const reason = finding.suppression?.reason;
  if (reason !== undefined && reason !== null) lines.push(`suppressed: ${printable(reason)}`);
  return lines;
}

/** Named at most of the deployments that a finding is said to occur in. */
const MOST_DEPLOYMENTS = 3;

/** Which of a template's deployments have the finding; nothing where all have it, or where it stands in the parameter file itself. */
function deploymentsOf({ deployments, partial, file }: ReportedFinding): string {
  if (!partial || (deployments.length === 1 && deployments[0] === file)) return '';
  const more = deployments.length - MOST_DEPLOYMENTS;
  const names = deployments.slice(0, MOST_DEPLOYMENTS).map(printable).join(', ');
  return ` [${names}${more > 0 ? ` and ${more} more` : ''}]`;
}

/** The file is left out where it is the one that the finding stands under. */
function placeOf({ file, startLine, startColumn }: ReportedRange, current: string): string {
  const position = `${startLine}:${startColumn}`;
  return file === current ? position : `${printable(file)}:${position}`;
}

function levelColor(finding: ReportedFinding, palette: Palette): (text: string) => string {
  if (finding.suppression !== null) return palette.dim;
  const colors: Record<Severity, (text: string) => string> = {
    error: palette.red,
    warning: palette.yellow,
    info: palette.blue,
  };
  return colors[finding.severity];
}

function summaryLine({ findings, summary }: Report, filesWithFindings: number, palette: Palette): string {
  const hidden = hiddenCounts(summary);
  const total = summary.errors + summary.warnings + summary.infos;
  if (summary.files === 0) return 'Nothing was checked.';
  if (total === 0) return palette.green(`No findings in ${counted(summary.files, 'file')}${hidden}.`);
  const color = summary.errors > 0 ? palette.red : summary.warnings > 0 ? palette.yellow : palette.blue;
  const fixable = fixHint(findings);
  return (
    palette.bold(color(`${counted(total, 'finding')} (${levelCounts(summary)})`)) +
    ` in ${filesWithFindings} of ${counted(summary.files, 'file')}${hidden}.${fixable}`
  );
}

/** How many findings are not shown or do not count, and why. */
function hiddenCounts({ suppressed, baseline }: Summary): string {
  const counts: string[] = [];
  if (suppressed > 0) counts.push(`${suppressed} suppressed`);
  if (baseline > 0) counts.push(`${baseline} in the baseline`);
  return counts.length > 0 ? ` (${counts.join(', ')})` : '';
}

function levelCounts({ errors, warnings, infos }: Summary): string {
  const counts: string[] = [];
  if (errors > 0) counts.push(counted(errors, 'error'));
  if (warnings > 0) counts.push(counted(warnings, 'warning'));
  if (infos > 0) counts.push(counted(infos, 'info'));
  return counts.join(', ');
}

function fixHint(findings: readonly ReportedFinding[]): string {
  const counting = findings.filter((finding) => finding.suppression === null);
  const safe = counting.filter((finding) => finding.fixes.some((fix) => fix.safe)).length;
  const unsafe = counting.filter((finding) => finding.fixes.length > 0).length - safe;
  const hints: string[] = [];
  if (safe > 0) hints.push(`${safe} fixable with --fix`);
  if (unsafe > 0) hints.push(`${unsafe}${safe > 0 ? ' more' : ' fixable'} with --fix --unsafe-fixes`);
  return hints.length > 0 ? ` ${hints.join(', ')}.` : '';
}
