/** What a run came to. */
export interface Outcome {
  /** Something that was asked for could not be done. */
  readonly failed: boolean;
  /** Something else could not be read. */
  readonly problems: boolean;
  /** The fixes change something. */
  readonly changes: boolean;
  readonly errors: number;
  readonly warnings: number;
}

export interface ExitOptions {
  readonly strict: boolean;
  readonly diff: boolean;
  readonly exitZero: boolean;
  readonly maxWarnings: number;
}

/** The exit status of `pelint check`; part of the command's contract, and the same whatever the format. */
export function exitStatus(outcome: Outcome, options: ExitOptions): 0 | 1 | 2 {
  if (outcome.failed || (options.strict && outcome.problems)) return 2;
  if (options.exitZero) return 0;
  if (options.diff) return outcome.changes ? 1 : 0;
  return outcome.errors > 0 || outcome.warnings > options.maxWarnings ? 1 : 0;
}
