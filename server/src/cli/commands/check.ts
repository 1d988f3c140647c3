import { check, createSession } from '../../lint/check';
import { rules } from '../../rules/index';
import { runCheck } from '../check/run';
import type { Io } from '../io';

/** `pelint check`: returns the exit status. Throws a UsageError. */
export function run(args: readonly string[], io: Io): Promise<number> {
  const session = createSession();
  return runCheck(args, io, {
    rules,
    program: import.meta.url,
    check: (request, host) => check(request, host, session),
  });
}
