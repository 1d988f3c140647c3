import type { CheckHost, CheckRequest, CheckResult } from '../lint/check';
import type { Rule } from '../rules/rule';

/** What the command needs of the linter. */
export interface Engine {
  readonly rules: readonly KnownRule[];
  /** Checks a project. What it learns of unchanged texts serves the next call. */
  readonly check: (request: CheckRequest, host: CheckHost) => Promise<CheckResult>;
}

/** What the command says and asks of a rule. */
export type KnownRule = Pick<Rule, 'id' | 'name' | 'severity' | 'offByDefault'>;
