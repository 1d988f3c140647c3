/** What findings are sorted by. */
export interface SortedBy {
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly ruleId: string;
}

/** The order of a report: by file, line, column and rule. */
export function compareReported(a: SortedBy, b: SortedBy): number {
  return (
    compareTexts(a.file, b.file) ||
    a.startLine - b.startLine ||
    a.startColumn - b.startColumn ||
    compareTexts(a.ruleId, b.ruleId)
  );
}

/** By code units, so that the order is the same on every machine. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
