/** How the lines look among which something is written. */
export interface Layout {
  /** The blanks before each line. */
  readonly indent: string;
  /** What one level more has. Found when it is asked for: most of what is written has one level only. */
  readonly unit: string;
  readonly lineBreak: string;
}

const USUAL_UNIT = '  ';

/** Once so many lines are indented alike, the rest of a long file is not looked at. */
const ENOUGH_LINES = 100;

/** The layout of the line that holds an offset. */
export function layoutAt(text: string, offset: number): Layout {
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return {
    indent: indentAt(text, offset),
    lineBreak,
    get unit() {
      return indentUnit(text);
    },
  };
}

export function deeper(layout: Layout): Layout {
  return { ...layout, indent: layout.indent + layout.unit };
}

/** Where the line starts that holds an offset. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(text, start - 1)) start--;
  return start;
}

/** Whether nothing but blanks stands before an offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return blanksBefore(text, offset) === lineStart(text, offset);
}

/** Where the blanks start that stand right before an offset. */
export function blanksBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && isBlank(text, start - 1)) start--;
  return start;
}

/** Where the blanks end that stand right behind an offset. */
export function blanksBehind(text: string, offset: number): number {
  let end = offset;
  while (isBlank(text, end)) end++;
  return end;
}

/** Where the next line starts, given the offset of a line break. */
export function behindLineBreak(text: string, offset: number): number {
  return text.startsWith('\r\n', offset) ? offset + 2 : offset + 1;
}

export function isLineBreak(text: string, offset: number): boolean {
  const character = text.charAt(offset);
  return character === '\n' || character === '\r';
}

export function hasLineBreak(text: string, start: number, end: number): boolean {
  return /[\r\n]/.test(text.slice(start, end));
}

function isBlank(text: string, offset: number): boolean {
  const character = text.charAt(offset);
  return character === ' ' || character === '\t';
}

function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.slice(start, blanksBehind(text, start));
}

/** By what lines are most often indented more than the line before them. */
function indentUnit(text: string): string {
  const counts = new Map<string, number>();
  let before = '';
  for (const [, indent = ''] of text.matchAll(/^([ \t]*)[^\s]/gm)) {
    const unit = indent.length > before.length && indent.startsWith(before) ? indent.slice(before.length) : '';
    before = indent;
    if (unit === '') continue;
    const count = (counts.get(unit) ?? 0) + 1;
    if (count === ENOUGH_LINES) return unit;
    counts.set(unit, count);
  }
  const [usual] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a.length - b.length);
  return usual?.[0] ?? USUAL_UNIT;
}
