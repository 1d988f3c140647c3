import type { CheckHost, CheckRequest, CheckResult } from '../lint/check';
import type { Rule } from '../rules/rule';

/** What the command needs of the linter. */
export interface Engine {
  readonly rules: readonly KnownRule[];
  /** The file that the linter's code is in, as a path or URL: where it is another, so may be what is found. */
  readonly program?: string;
  /** Checks a project. What it learns of unchanged texts serves the next call. */
  readonly check: (request: CheckRequest, host: CheckHost) => Promise<EngineResult>;
}

/** What came out of a check, and how it was come by. */
export interface EngineResult extends CheckResult {
  /** Whether it was found in a cache. */
  readonly isCached?: boolean;
  /** How many threads have worked on it, where there was more than one. */
  readonly threads?: number;
}

/** What the command says and asks of a rule. */
export type KnownRule = Pick<Rule, 'id' | 'name' | 'severity' | 'offByDefault'>;
