import { UsageError } from '../usage-error';

/** What `--as` names. Throws a UsageError where it is left out. */
export function chosenTarget<Target extends string>(
  given: string | undefined,
  targets: readonly Target[],
  command: string,
): Target {
  const target = targets.find((it) => it === given);
  if (target !== undefined) return target;
  throw new UsageError(`Say what it is for: pelint ${command} REGION --as ${targets.join('|')}.`);
}
