import type { TextSegment, TextValue } from '../value';
import { textOf } from '../values';
import type { CallContext } from './function';

/** Letters that count as one step of work. */
const LETTERS_A_STEP = 64;

/** A text that a function made of segments; its size is counted as work, so that no template can double a text for ever. */
export function madeText(segments: readonly TextSegment[], { step, trail }: CallContext): TextValue {
  const letters = segments.reduce((sum, segment) => sum + (segment.kind === 'known' ? segment.text.length : 1), 0);
  step(segments.length + Math.ceil(letters / LETTERS_A_STEP));
  return textOf(segments, trail);
}

/** A known text that stands nowhere letter by letter: its way begins at the call. */
export function computedText(value: string, context: CallContext): TextValue {
  const known = { kind: 'known', text: value, trail: context.trail, offset: undefined } as const;
  return madeText(value === '' ? [] : [known], context);
}
