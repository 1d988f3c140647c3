import type { CheckHost, CheckRequest, CheckResult } from '../lint/check';

/** What the command needs of the linter. */
export interface Engine {
  readonly rules: readonly KnownRule[];
  /** Checks a project. What it learns of unchanged texts serves the next call. */
  readonly check: (request: CheckRequest, host: CheckHost) => Promise<CheckResult>;
}

export interface KnownRule {
  readonly id: string;
  readonly name: string;
}
