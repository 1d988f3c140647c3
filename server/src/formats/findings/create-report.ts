import { LineIndex, type PositionEncoding } from '../../base/line-index';
import type { Place } from '../../base/place';
import { rulePage, tool } from '../../base/product';
import type { Uri } from '../../base/uri';
import type { ReadProblem } from '../../lint/check';
import type { Finding, Fix, Suppression } from '../../lint/finding';
import { countLevels } from './count-levels';
import { createFingerprints, lineAround } from './fingerprint';
import { compareReported, compareTexts } from './order';
import type {
  Report,
  ReportedFinding,
  ReportedFix,
  ReportedRange,
  ReportedShard,
  ReportedSuppression,
  Summary,
} from './report';

export interface ReportInput {
  readonly findings: readonly Finding[];
  readonly problems: readonly ReadProblem[];
  readonly texts: ReadonlyMap<Uri, string>;
  /** How many files were checked. */
  readonly files: number;
  readonly durationMs: number;
  readonly failed?: boolean;
  readonly showSuppressed: boolean;
  readonly shard?: ReportedShard | undefined;
  /** Whether a finding is in the report at all. Those that are not tell equal ones apart as if they were. */
  readonly isReported?: (finding: Finding) => boolean;
  /** A document's path as the reader is to see it. */
  readonly pathOf: (uri: Uri) => string;
  /** A document's path that is the same from every working directory. */
  readonly projectPathOf: (uri: Uri) => string;
}

export function createReport(input: ReportInput): Report {
  const indexOf = createIndexes(input.texts, 'utf-16');
  const rangeOf = createRangeOf(indexOf, createIndexes(input.texts, 'utf-8'), input.pathOf);
  const fingerprintOf = createFingerprints();
  const findings = input.findings
    .map((finding) => ({ finding, range: rangeOf(finding.place) }))
    .map((it) => ({ ...it, order: { ...it.range, ruleId: it.finding.ruleId } }))
    .sort((a, b) => compareReported(a.order, b.order))
    .map(({ finding, range }) => {
      const { uri, start } = finding.place;
      const line = lineAround(input.texts.get(uri) ?? '', start, indexOf(uri));
      const fingerprint = fingerprintOf(finding.ruleId, input.projectPathOf(uri), line);
      return { finding, reported: reportedFinding(finding, range, fingerprint, input, rangeOf) };
    })
    .filter(({ finding }) => input.isReported?.(finding) ?? true)
    .map(({ reported }) => reported);
  return {
    tool,
    ...(input.shard === undefined ? {} : { shard: input.shard }),
    findings: findings.filter((finding) => finding.suppression === null || input.showSuppressed),
    problems: input.problems
      .map(({ uri, message }) => ({ file: input.pathOf(uri), message }))
      .sort((a, b) => compareTexts(a.file, b.file) || compareTexts(a.message, b.message)),
    summary: summaryOf(findings, input),
    ...(input.failed ? { failed: true } : {}),
  };
}

type RangeOf = (place: Place) => ReportedRange;

/** Where the lines of each text start, worked out once. */
function createIndexes(texts: ReadonlyMap<Uri, string>, encoding: PositionEncoding): (uri: Uri) => LineIndex {
  const indexes = new Map<Uri, LineIndex>();
  return (uri) => {
    const index = indexes.get(uri) ?? new LineIndex(texts.get(uri) ?? '', encoding);
    indexes.set(uri, index);
    return index;
  };
}

function createRangeOf(
  indexOf: (uri: Uri) => LineIndex,
  byteIndexOf: (uri: Uri) => LineIndex,
  pathOf: (uri: Uri) => string,
): RangeOf {
  return ({ uri, start, end }) => {
    const from = indexOf(uri).positionAt(start);
    const to = indexOf(uri).positionAt(end);
    return {
      file: pathOf(uri),
      startLine: from.line + 1,
      startColumn: from.character + 1,
      endLine: to.line + 1,
      endColumn: to.character + 1,
      byteColumns: {
        start: byteIndexOf(uri).positionAt(start).character + 1,
        end: byteIndexOf(uri).positionAt(end).character + 1,
      },
    };
  };
}

function reportedFinding(
  finding: Finding,
  range: ReportedRange,
  fingerprint: string,
  input: ReportInput,
  rangeOf: RangeOf,
): ReportedFinding {
  return {
    ruleId: finding.ruleId,
    ruleName: finding.ruleName,
    severity: finding.severity,
    message: finding.message,
    ...range,
    docs: rulePage(finding.ruleId, finding.ruleName),
    fingerprint,
    related: finding.related.map(({ place, message }) => ({ message, ...rangeOf(place) })),
    fixes: finding.fixes.map((fix) => reportedFix(fix, rangeOf)),
    suppression: finding.suppression === undefined ? null : reportedSuppression(finding.suppression, rangeOf),
    deployments: finding.deployments.map(input.pathOf),
    partial: finding.partial,
  };
}

function reportedFix({ title, safe, edits }: Fix, rangeOf: RangeOf): ReportedFix {
  return { title, safe, edits: edits.map((edit) => ({ ...rangeOf(edit), newText: edit.newText })) };
}

function reportedSuppression({ kind, reason, place, until }: Suppression, rangeOf: RangeOf): ReportedSuppression {
  return { kind, reason: reason ?? null, until: until ?? null, ...rangeOf(place) };
}

function summaryOf(findings: readonly ReportedFinding[], { files, durationMs }: ReportInput): Summary {
  const counted = findings.filter((finding) => finding.suppression === null);
  const baseline = findings.filter((finding) => finding.suppression?.kind === 'baseline').length;
  return {
    files,
    ...countLevels(counted),
    suppressed: findings.length - counted.length - baseline,
    baseline,
    durationMs,
  };
}
