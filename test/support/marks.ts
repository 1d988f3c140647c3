import type { Span } from '../../server/src/base/span';

export interface MarkedText {
  /** The text without its marks. */
  readonly text: string;
  /** What stood between `‹` and `›`, in the order of the opening marks. Marks may be nested. */
  readonly spans: readonly Span[];
}

/** Takes the marks `‹…›` out of a text, so that a test can say where something is without counting. */
export function readMarks(marked: string): MarkedText {
  let text = '';
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  for (const character of marked) {
    if (character === '‹') {
      const span = { start: text.length, end: -1 };
      spans.push(span);
      open.push(span);
    } else if (character === '›') {
      const span = open.pop();
      if (span === undefined) throw new Error(`a mark is closed that was not opened: ${marked}`);
      span.end = text.length;
    } else {
      text += character;
    }
  }
  if (open.length > 0) throw new Error(`a mark is not closed: ${marked}`);
  return { text, spans };
}
