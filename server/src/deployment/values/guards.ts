import type { Guard, OneOfValue, Option, Value } from './value';
import { guardKey, unknown, valueKey, withItems, withValues } from './values';

/** More options than these are not followed: the value is then unknown. */
const MOST_OPTIONS = 32;

/** What must hold for both guards, or undefined where they exclude each other. */
export function bothGuards(a: Guard, b: Guard): Guard | undefined {
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  const both = new Map(a);
  for (const [subject, outcome] of b) {
    const other = both.get(subject);
    if (other !== undefined && other !== outcome) return undefined;
    both.set(subject, outcome);
  }
  return both;
}

export function guard(subject: string, outcome: string): Guard {
  return new Map([[subject, outcome]]);
}

/** The outcomes of a condition that is not known: its own key is the subject, `!` turns the outcome round. */
export function conditionGuard(condition: Value, outcome: boolean): Guard {
  const key = valueKey(condition);
  return key.startsWith('!') ? guard(key.slice(1), String(!outcome)) : guard(key, String(outcome));
}

/** One of several values: flat, without impossible options and without repetition; the value itself where all options are one. */
export function oneOf(options: readonly Option[]): Value {
  const flat: Option[] = [];
  const seen = new Set<string>();
  const keys = new Set<string>();
  for (const option of options) {
    for (const inner of optionsOf(option.value)) {
      const both = bothGuards(option.guard, inner.guard);
      if (!both) continue;
      const key = valueKey(inner.value);
      const identity = `${guardKey(both)}?${key}`;
      if (seen.has(identity)) continue;
      seen.add(identity);
      keys.add(key);
      flat.push({ value: inner.value, guard: both });
    }
  }
  const first = flat[0];
  if (!first) return unknown('its conditions exclude each other', 'impossible');
  if (keys.size === 1) return first.value;
  if (flat.length > MOST_OPTIONS) return unknown('it depends on too many conditions', `oneOf(${[...seen].join('|')})`);
  return { kind: 'oneOf', options: flat, trail: undefined } satisfies OneOfValue;
}

/** What a value is where a guard holds: without the options, at any depth, that the guard excludes. `step` counts the work. */
export function narrowed(value: Value, guard: Guard, step: () => void): Value {
  if (guard.size === 0) return value;
  step();
  switch (value.kind) {
    case 'oneOf': {
      const left = value.options.filter((option) => bothGuards(option.guard, guard));
      return oneOf(left.map((option) => ({ value: narrowed(option.value, guard, step), guard: option.guard })));
    }
    case 'array':
      return withItems(value, (item) => narrowed(item, guard, step));
    case 'object':
      return withValues(value, (entry) => narrowed(entry, guard, step));
    default:
      return value;
  }
}

/** A value's options: itself alone where there is no choice. */
export function optionsOf(value: Value): readonly Option[] {
  return value.kind === 'oneOf' ? value.options : [{ value, guard: new Map() }];
}

/**
 * Applies a function to every possible combination of values, none of which is then a `oneOf`. Where there are too many combinations,
 * the result is unknown, or what `tooMany` makes of them.
 */
export function distribute(
  values: readonly Value[],
  apply: (values: readonly Value[]) => Value,
  tooMany?: () => Value,
): Value {
  if (!values.some((value) => value.kind === 'oneOf')) return apply(values);
  let combinations: readonly { values: readonly Value[]; guard: Guard }[] = [{ values: [], guard: new Map() }];
  for (const value of values) {
    combinations = combinations.flatMap((combination) =>
      optionsOf(value).flatMap((option) => {
        const both = bothGuards(combination.guard, option.guard);
        return both ? [{ values: [...combination.values, option.value], guard: both }] : [];
      }),
    );
    if (combinations.length > MOST_OPTIONS) {
      if (tooMany) return tooMany();
      return unknown('it depends on too many conditions', `oneOf(${values.map(valueKey).join(',')})`);
    }
  }
  return oneOf(combinations.map((combination) => ({ value: apply(combination.values), guard: combination.guard })));
}
