/** pelint as a library: the same engine as the command and the editor, over files that the caller provides. */
export { lint } from './library';
export type { LintInput } from './library';
export type {
  Report,
  ReportedFinding,
  ReportedFix,
  ReportedProblem,
  ReportedRange,
  ReportedSuppression,
  Summary,
} from './formats/findings/report';
export { check, createSession } from './lint/check';
export type { CheckHost, CheckOptions, CheckRequest, CheckResult, ReadProblem } from './lint/check';
export type { Finding, Fix, RelatedPlace, Severity } from './lint/finding';
export { rules } from './rules/index';
export { createRegionTable, findRegion } from './domain/names/regions';
export type { Region, RegionTable } from './domain/names/regions';
export { expectedFqdns } from './domain/fqdns/expected-fqdns';
