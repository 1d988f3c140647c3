import type { Place } from '../../base/place';
import type { Nature, Trail, Value } from '../../deployment/values/value';
import { originOf } from '../../deployment/values/values';

/** The last place on a value's way where it stood for a region by its nature, such as a parameter that resources take as their location. */
export function regionStep(trail: Trail | undefined): Trail | undefined {
  for (let step = trail; step; step = step.from) if (step.via?.nature === 'region') return step;
  return undefined;
}

/** The expression that first made the value a part of a text: in `'a${x}b'` the `x`. Undefined for text that is written where it is used. */
export function insertionStep(trail: Trail | undefined): Trail | undefined {
  let found: Trail | undefined;
  for (let step = trail; step; step = step.from) if (step.via?.kind === 'text') found = step;
  return found;
}

/** The parameter or environment variable whose default the value is, if it is one: at deployment another value may be given. */
export function defaultParameter(trail: Trail | undefined): string | undefined {
  for (let step = trail; step; step = step.from) if (step.via?.byDefault) return step.via.name;
  return undefined;
}

/** What a value that is not known stands for, also where it is a text of nothing but one hole. */
export function natureOf(value: Value): Nature | undefined {
  if (value.kind === 'unknown' || value.kind === 'runtime') return value.nature;
  const [only, ...others] = value.kind === 'text' ? value.segments : [];
  return only?.kind === 'hole' && others.length === 0 ? only.value.nature : undefined;
}

/** Where a known value is written first; for what is not known, the expression that brings it. */
export function placeOfValue(value: Value): Place | undefined {
  if (value.kind === 'unknown' || value.kind === 'runtime') return value.trail;
  if (value.kind === 'text' && value.segments.some((segment) => segment.kind === 'hole')) return value.trail;
  return originOf(value.trail);
}

/** Where a value is written, known or not: the outermost literal or expression that makes it, before names pass it on. */
export function placeOfExpression({ trail }: Value): Place | undefined {
  let step = trail;
  while (step?.via && step.from) step = step.from;
  return step;
}

/** The way from where a value is written to where it is used, without its two ends. */
export function stepsBetween(trail: Trail | undefined): readonly Trail[] {
  const steps: Trail[] = [];
  for (let step = trail; step?.from; step = step.from) steps.push(step);
  return steps.reverse();
}
