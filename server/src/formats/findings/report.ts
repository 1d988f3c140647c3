import type { Severity, Suppression } from '../../lint/finding';

/** What every format of findings is made from: nothing but text and numbers. Sorted by file, line, column and rule. */
export interface Report {
  /** The program and its version. */
  readonly tool: string;
  /** Which part of a run it is; absent for a whole one. */
  readonly shard?: ReportedShard;
  readonly findings: readonly ReportedFinding[];
  readonly problems: readonly ReportedProblem[];
  readonly summary: Summary;
  /** Whether the run could not do something that it was asked for, which is exit status 2; absent where it could. */
  readonly failed?: boolean;
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
