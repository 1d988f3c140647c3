import { bothGuards, conditionGuard } from './guards';
import type { Guard, Value } from './value';

/** Whether a resource is deployed. Equal guards correlate: an endpoint and its zone group under one `if` exist together. */
export type Existence =
  { readonly kind: 'yes' } | { readonly kind: 'no' } | { readonly kind: 'maybe'; readonly guard: Guard };

export const EXISTS: Existence = { kind: 'yes' };

/** What a condition makes of the existence of what it stands before. */
export function underCondition(outer: Existence, condition: Value | undefined): Existence {
  if (!condition || outer.kind === 'no') return outer;
  if (condition.kind === 'boolean') return condition.value ? outer : { kind: 'no' };
  const guard = conditionGuard(condition, true);
  const both = outer.kind === 'maybe' ? bothGuards(outer.guard, guard) : guard;
  return both ? { kind: 'maybe', guard: both } : { kind: 'no' };
}

/** Whether `other` is there whenever `one` is. */
export function existsWith(one: Existence, other: Existence): boolean {
  if (one.kind === 'no' || other.kind === 'yes') return true;
  if (other.kind === 'no' || one.kind === 'yes') return false;
  return [...other.guard].every(([subject, outcome]) => one.guard.get(subject) === outcome);
}
