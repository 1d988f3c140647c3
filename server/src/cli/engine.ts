import type { Uri } from '../base/uri';
import type { CheckHost, CheckRequest, CheckResult } from '../lint/check';
import type { Rule } from '../rules/rule';

/** What the command needs of the linter. */
export interface Engine {
  readonly rules: readonly KnownRule[];
  /** The file that the linter's code is in, as a path or URL: where it is another, so may be what is found. */
  readonly program?: string;
  /** How many checks may run at once; without it one. */
  readonly atOnce?: number;
  /** Checks a project. What it learns of unchanged texts serves the next call. */
  readonly check: (request: CheckRequest, host: CheckHost) => Promise<EngineResult>;
}

/** What came out of a check, and how it was come by. */
export interface EngineResult extends CheckResult {
  /** Whether it was found in a cache. */
  readonly isCached?: boolean;
  /** Whether it comes from a thread of its own. */
  readonly hadThread?: boolean;
  /** The thread that came to no result; those of others stand. */
  readonly crash?: ThreadCrash;
}

/** A thread that crashed: a defect of pelint, or too little memory. */
export interface ThreadCrash {
  readonly message: string;
  /** What it was to check, and what therefore was not. */
  readonly files: readonly Uri[];
}

/** What the command says and asks of a rule. */
export type KnownRule = Pick<Rule, 'id' | 'name' | 'severity' | 'offByDefault'>;
