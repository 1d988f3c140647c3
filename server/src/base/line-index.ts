/** The unit in which the characters of a line are counted: LSP's position encodings. */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** A place in a text: `line` and `character` count from 0, `character` in the units of the encoding that was asked for. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Converts between offsets (UTF-16, as JavaScript counts) and lines. A line ends at LF, CR LF or a lone CR, as in LSP. */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(
    private readonly text: string,
    private readonly encoding: PositionEncoding = 'utf-16',
  ) {
    const starts = [0];
    for (let offset = 0; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      if (code === 13 && text.charCodeAt(offset + 1) === 10) offset++;
      if (code === 10 || code === 13) starts.push(offset + 1);
    }
    this.starts = starts;
  }

  /** The position of an offset; offsets outside the text are clamped to its ends. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle;
    }
    return { line: low, character: this.unitsBetween(this.starts[low] ?? 0, clamped) };
  }

  /** The offset of a position; positions past a line's or the text's end are clamped, to before the end of the line as LSP has it. */
  offsetAt(position: Position): number {
    const start = this.starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.text.length;
    const end = this.lineEnd(position.line);
    if (this.encoding === 'utf-16') return Math.max(start, Math.min(start + position.character, end));
    let offset = start;
    for (let units = 0; offset < end;) {
      const code = this.text.codePointAt(offset) ?? 0;
      units += unitsOf(code, this.encoding);
      if (units > position.character) break;
      offset += code > 0xffff ? 2 : 1;
    }
    return offset;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Where a line (from 0) starts. */
  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Where a line's text ends and its CR, LF or both begin. */
  private lineEnd(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    return next - (this.text.startsWith('\r\n', next - 2) ? 2 : 1);
  }

  private unitsBetween(start: number, end: number): number {
    if (this.encoding === 'utf-16') return end - start;
    let units = 0;
    for (const character of this.text.slice(start, end)) units += unitsOf(character.codePointAt(0) ?? 0, this.encoding);
    return units;
  }
}

/** How many units a character takes. A lone half of a surrogate pair is sent as U+FFFD, which takes three bytes as the half itself would. */
function unitsOf(code: number, encoding: 'utf-8' | 'utf-32'): number {
  if (encoding === 'utf-32' || code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
