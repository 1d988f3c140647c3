/**
 * Deeper than any template (Azure's own largest reach 30 levels), and shallow enough for recursion over the tree: the JSON
 * parser, the lowering and the evaluator all follow the nesting of the text.
 */
export const MAX_DEPTH = 500;

export interface ReadableJson {
  /** The text with the same offsets, in which strings stand on one line. */
  readonly text: string;
  /** Whether `text` differs from what was given. */
  readonly altered: boolean;
  /** The bracket that is nested more than `MAX_DEPTH` levels deep, if there is one. */
  readonly tooDeepAt: number | undefined;
}

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const ASTERISK = 42;
const COMMA = 44;
const SLASH = 47;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Makes a template's text readable for a parser of JSON with comments. Azure takes more than JSON: a string may run over several
 * lines and hold tabs. Those characters, and a byte order mark, become blanks here, which keeps every offset. The nesting is measured
 * in the same pass, because the parser is recursive.
 */
export function makeReadable(text: string): ReadableJson {
  const pass = new ReadingPass(text);
  pass.run();
  if (pass.blanks.length === 0) return { text, altered: false, tooDeepAt: pass.tooDeepAt };
  return { text: withBlanks(text, pass.blanks), altered: true, tooDeepAt: pass.tooDeepAt };
}

/** One walk over brackets, strings and comments. It must see strings and comments as jsonc-parser does. */
class ReadingPass {
  readonly blanks: number[] = [];
  tooDeepAt: number | undefined;
  /** The closing brackets that are due. A bracket that does not fit closes nothing: the parser passes it over, too. */
  private readonly due: number[] = [];
  /** Text before this offset was already searched for the end of a string over several lines, in vain: once is enough. */
  private searchedUntil = 0;
  // Regular expressions run over text much faster than a loop does before it is compiled, and most templates are read once.
  private readonly landmark = /["/[\]{}]/g;
  private readonly plainString = /"[^"\\\t\n\r]*"/y;

  constructor(private readonly text: string) {}

  run(): void {
    const { text } = this;
    if (text.charCodeAt(0) === BYTE_ORDER_MARK) this.blanks.push(0);
    const { landmark } = this;
    while (this.tooDeepAt === undefined && landmark.test(text)) {
      const offset = landmark.lastIndex - 1;
      const code = text.charCodeAt(offset);
      if (code === QUOTE) landmark.lastIndex = this.passString(offset);
      else if (code === SLASH) landmark.lastIndex = passComment(text, offset);
      else this.passBracket(code, offset);
    }
  }

  private passBracket(code: number, offset: number): void {
    if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      this.due.push(code === OPEN_BRACE ? CLOSE_BRACE : CLOSE_BRACKET);
      if (this.due.length > MAX_DEPTH) this.tooDeepAt = offset;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      if (this.due.at(-1) === code) this.due.pop();
    }
  }

  /** Returns the offset behind the string that starts at `start`. */
  private passString(start: number): number {
    this.plainString.lastIndex = start;
    return this.plainString.test(this.text) ? this.plainString.lastIndex : this.passAnyString(start);
  }

  private passAnyString(start: number): number {
    const { text } = this;
    const breaks: number[] = [];
    let lineEnd: number | undefined;
    for (let offset = start + 1; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      if (code === QUOTE) {
        if (lineEnd !== undefined && !this.canFollowString(offset + 1))
          return this.endWithLine(breaks, lineEnd, offset);
        for (const place of breaks) this.blanks.push(place);
        return offset + 1;
      }
      if (code === BACKSLASH) {
        offset++;
      } else if (code === TAB || isLineBreak(code)) {
        if (isLineBreak(code)) lineEnd ??= offset;
        if (lineEnd === offset && start < this.searchedUntil) return this.endWithLine(breaks, offset, 0);
        breaks.push(offset);
      }
    }
    return this.endWithLine(breaks, lineEnd ?? text.length, text.length);
  }

  /** For a string that is not closed: `searchedUntil` says how far its end was looked for. */
  private endWithLine(breaks: readonly number[], lineEnd: number, searchedUntil: number): number {
    if (searchedUntil > this.searchedUntil) this.searchedUntil = searchedUntil;
    for (const place of breaks) if (place < lineEnd) this.blanks.push(place);
    return lineEnd;
  }

  /**
   * Tells a string over several lines from one whose closing quote is missing. Behind the former comes what may follow a string;
   * behind the latter the "closing" quote is really the opening one of the next string.
   */
  private canFollowString(offset: number): boolean {
    let code = this.text.charCodeAt(offset);
    while (code === SPACE || code === TAB || isLineBreak(code)) code = this.text.charCodeAt(++offset);
    if (Number.isNaN(code)) return true;
    return code === COMMA || code === COLON || code === CLOSE_BRACE || code === CLOSE_BRACKET || code === SLASH;
  }
}

/** Returns the offset behind the comment that starts at `start`, or behind the slash where there is none. */
function passComment(text: string, start: number): number {
  const next = text.charCodeAt(start + 1);
  if (next === SLASH) return lineEndFrom(text, start);
  if (next !== ASTERISK) return start + 1;
  const end = text.indexOf('*/', start + 2);
  return end === -1 ? text.length : end + 2;
}

function lineEndFrom(text: string, start: number): number {
  let offset = start;
  while (offset < text.length) {
    const code = text.charCodeAt(offset);
    if (isLineBreak(code)) break;
    offset++;
  }
  return offset;
}

function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

function withBlanks(text: string, offsets: readonly number[]): string {
  const parts: string[] = [];
  let kept = 0;
  for (const offset of offsets) {
    parts.push(text.slice(kept, offset), ' ');
    kept = offset + 1;
  }
  parts.push(text.slice(kept));
  return parts.join('');
}
