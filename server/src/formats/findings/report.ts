import { LineIndex, type PositionEncoding } from '../../base/line-index';
import type { Place } from '../../base/place';
import { rulePage, tool } from '../../base/product';
import type { Uri } from '../../base/uri';
import type { ReadProblem } from '../../lint/check';
import type { Finding, Fix, Severity, Suppression } from '../../lint/finding';
import { countLevels } from './count-levels';
import { createFingerprints, lineAround } from './fingerprint';
import { compareReported, compareTexts } from './order';

/** What every format of findings is made from: nothing but text and numbers. Sorted by file, line, column and rule. */
export interface Report {
  /** The program and its version. */
  readonly tool: string;
  /** Which part of a run it is; absent for a whole one. */
  readonly shard?: ReportedShard;
  readonly findings: readonly ReportedFinding[];
  readonly problems: readonly ReportedProblem[];
  readonly summary: Summary;
}

/** One of the parts that a run was divided into. */
export interface ReportedShard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
  /** Stands for the files that were divided: the same in all parts of one run. */
  readonly files: string;
}

/** Lines and columns count from 1, columns in UTF-16 code units, the end is exclusive; `file` has forward slashes. */
export interface ReportedRange {
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The columns in bytes of UTF-8, from 1; absent where a report was made without the texts. */
  readonly byteColumns?: { readonly start: number; readonly end: number };
}

export interface ReportedFinding extends ReportedRange {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly severity: Severity;
  readonly message: string;
  /** The address of the rule's page. */
  readonly docs: string;
  readonly fingerprint: string;
  readonly related: readonly (ReportedRange & { readonly message: string })[];
  /** The preferred one first. */
  readonly fixes: readonly ReportedFix[];
  /** Null for a finding that counts. */
  readonly suppression: ReportedSuppression | null;
  /** The parameter files with which it occurs; empty where there are only defaults. */
  readonly deployments: readonly string[];
  /** There are deployments of the same template without it. */
  readonly partial: boolean;
}

/** The place is that of what hides the finding. */
export interface ReportedSuppression extends ReportedRange {
  readonly kind: Suppression['kind'];
  readonly reason: string | null;
  /** The last day on which it counts; null where it has no end. */
  readonly until: string | null;
}

export interface ReportedFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly (ReportedRange & { readonly newText: string })[];
}

export interface ReportedProblem {
  readonly file: string;
  readonly message: string;
}

/** Only `suppressed` and `baseline` count findings that do not count. */
export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly suppressed: number;
  /** How many a baseline has. */
  readonly baseline: number;
  readonly durationMs: number;
}

export interface ReportInput {
  readonly findings: readonly Finding[];
  readonly problems: readonly ReadProblem[];
  readonly texts: ReadonlyMap<Uri, string>;
  /** How many files were checked. */
  readonly files: number;
  readonly durationMs: number;
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
