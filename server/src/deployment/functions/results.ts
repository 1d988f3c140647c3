import type { TextSegment, TextValue, Value } from '../values/value';
import { MOST_PARTS } from '../values/sizes';
import { textOf } from '../values/values';
import type { CallContext } from './function';

/** Letters that count as one step of work. */
const LETTERS_A_STEP = 64;

/** Values within an object or array that count as one step of work. */
const PARTS_A_STEP = 8;

/** A text that a function made of segments; its size is counted as work, so that no template can double a text for ever. */
export function madeText(segments: readonly TextSegment[], { step, trail }: CallContext): TextValue {
  const result = textOf(segments, trail);
  step(workOf(result));
  return result;
}

/** The steps that it takes to look at a value once. */
export function workOf(value: Value): number {
  if (value.kind === 'array' || value.kind === 'object')
    return Math.ceil(Math.min(value.size, MOST_PARTS) / PARTS_A_STEP);
  if (value.kind !== 'text') return 0;
  let letters = 0;
  for (const segment of value.segments) if (segment.kind === 'known') letters += segment.text.length;
  return value.segments.length + Math.ceil(letters / LETTERS_A_STEP);
}

/** A known text that stands nowhere letter by letter: its way begins at the call. */
export function computedText(value: string, context: CallContext): TextValue {
  const known = { kind: 'known', text: value, trail: context.trail, offset: undefined } as const;
  return madeText(value === '' ? [] : [known], context);
}
