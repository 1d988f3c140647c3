import { check, createSession } from '../../lint/check';
import { rules } from '../../rules/index';
import { runCheck } from '../check/run';
import type { Engine } from '../engine';
import type { Io } from '../io';

/** `pelint check`: returns the exit status. Throws a UsageError. */
export function run(args: readonly string[], io: Io): Promise<number> {
  return runCheck(args, io, createEngine());
}

/** The linter, with a memory of its own for what it has read. */
export function createEngine(): Engine {
  const session = createSession();
  return { rules, program: import.meta.url, check: (request, host) => check(request, host, session) };
}
