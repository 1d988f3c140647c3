import type { Problem } from '../../base/problem';
import { Char, codeAt, isBlank, isDigit, isLineBreak, isWordPart, isWordStart } from './characters';
import { readDirective } from './directives';
import { readEscape } from './escapes';
import type { Directive } from './nodes';
import { Occurrences } from './occurrences';
import { pairKind, singleKind } from './punctuation';
import { TokenKind, TokenWriter, type Tokens } from './tokens';

export interface ScanResult {
  readonly tokens: Tokens;
  readonly directives: readonly Directive[];
  readonly problems: readonly Problem[];
  /** Indices of the tokens that `problems` already speaks of. */
  readonly broken: ReadonlySet<number>;
}

/** Cuts a text into tokens. What cannot be read becomes a token too, so that every character is accounted for. */
export function scan(text: string): ScanResult {
  return new Scanner(text).run();
}

const LONGEST_NAME = 255;
const QUOTES = 3;

/** An open brace of an object inside a hole; other entries of the stack of holes count the dollar signs of their string. */
const BRACE = -1;

class Scanner {
  private position = 0;
  private readonly writer: TokenWriter;
  private readonly directives: Directive[] = [];
  private readonly problems: Problem[] = [];
  private readonly broken = new Set<number>();
  private readonly holes: number[] = [];
  private readonly quotes: Occurrences;
  private readonly openings: Occurrences;
  private readonly backslashes: Occurrences;
  private readonly lineFeeds: Occurrences;
  private readonly carriageReturns: Occurrences;

  constructor(private readonly text: string) {
    this.writer = new TokenWriter(text);
    this.quotes = new Occurrences(text, "'");
    this.openings = new Occurrences(text, '${');
    this.backslashes = new Occurrences(text, '\\');
    this.lineFeeds = new Occurrences(text, '\n');
    this.carriageReturns = new Occurrences(text, '\r');
  }

  run(): ScanResult {
    const { text, writer } = this;
    if (codeAt(text, 0) === Char.ByteOrderMark) this.position = 1;
    for (;;) {
      const code = this.skipTrivia();
      const start = this.position;
      if (code < 0) break;
      const kind = this.scanToken(code);
      writer.add(kind, start, this.position);
    }
    this.closeHoles();
    writer.add(TokenKind.EndOfFile, text.length, text.length);
    return { tokens: writer.finish(), directives: this.directives, problems: this.problems, broken: this.broken };
  }

  /** Goes over blanks, comments and directives. Gives the code of the character behind them, -1 at the end. */
  private skipTrivia(): number {
    const { text } = this;
    for (;;) {
      let position = this.position;
      let code = codeAt(text, position);
      while (isBlank(code)) code = codeAt(text, ++position);
      this.position = position;
      if (code === Char.Slash) {
        const next = codeAt(text, position + 1);
        if (next === Char.Slash) this.skipLineComment();
        else if (next === Char.Asterisk) this.skipBlockComment();
        else return code;
      } else if (code !== Char.Hash || !this.skipDirective()) return code;
    }
  }

  private skipLineComment(): void {
    this.position = this.lineEnd(this.position);
  }

  private skipBlockComment(): void {
    const start = this.position;
    const end = this.text.indexOf('*/', start + 2);
    this.position = end < 0 ? this.text.length : end + 2;
    if (end < 0) this.problems.push({ start, end: start + 2, message: "The comment is not closed; expected '*/'." });
  }

  private skipDirective(): boolean {
    let lineStart = this.position;
    while (isBlank(codeAt(this.text, lineStart - 1))) lineStart--;
    const first = lineStart === 0 || (lineStart === 1 && codeAt(this.text, 0) === Char.ByteOrderMark);
    if (!first && !isLineBreak(codeAt(this.text, lineStart - 1))) return false;
    const found = readDirective(this.text, this.position);
    if (!found) return false;
    this.directives.push(found.directive);
    if (found.problem) this.problems.push(found.problem);
    this.position = found.directive.end;
    return true;
  }

  private scanToken(code: number): TokenKind {
    if (isWordStart(code)) return this.scanWord(code);
    if (code === Char.Quote) return this.scanString();
    if (isLineBreak(code)) return this.scanNewLine();
    if (isDigit(code)) return this.scanInteger();
    if (code === Char.Dollar) return this.scanDollars();
    if (code === Char.CloseBrace || code === Char.OpenBrace) return this.scanBrace(code);
    return this.scanPunctuation(code);
  }

  private scanWord(first: number): TokenKind {
    const { text } = this;
    const start = this.position;
    let end = start + 1;
    while (isWordPart(codeAt(text, end))) end++;
    this.position = end;
    const length = end - start;
    if (length === 4 && first === Char.LowerT && text.startsWith('true', start)) return TokenKind.True;
    if (length === 5 && first === Char.LowerF && text.startsWith('false', start)) return TokenKind.False;
    if (length === 4 && first === Char.LowerN && text.startsWith('null', start)) return TokenKind.Null;
    if (length > LONGEST_NAME)
      this.fail(start, `A name has at most ${LONGEST_NAME} characters; this one has ${length}.`);
    return TokenKind.Word;
  }

  private scanNewLine(): TokenKind {
    if (this.holes.length > 0) this.closeHoles();
    let end = this.position + 1;
    while (isLineBreak(codeAt(this.text, end))) end++;
    this.position = end;
    return TokenKind.NewLine;
  }

  private scanInteger(): TokenKind {
    let end = this.position + 1;
    while (isDigit(codeAt(this.text, end))) end++;
    this.position = end;
    return TokenKind.Integer;
  }

  private scanPunctuation(code: number): TokenKind {
    const { text, position } = this;
    const pair = pairKind(code, codeAt(text, position + 1));
    if (pair !== undefined) {
      this.position = position + 2;
      return pair;
    }
    if (code === Char.Dot && text.startsWith('...', position)) {
      this.position = position + 3;
      return TokenKind.Ellipsis;
    }
    this.position = position + 1;
    return singleKind(code) ?? this.unknown(code);
  }

  private unknown(code: number): TokenKind {
    const start = this.position - 1;
    // A pair of surrogates is one character to the reader.
    if (code >= 0xd800 && code < 0xdc00)
      this.position = start + String.fromCodePoint(this.text.codePointAt(start) ?? 0).length;
    const found = this.text.slice(start, this.position);
    this.fail(
      start,
      found === '"' ? "Bicep writes strings in single quotes; found '\"'." : `'${found}' has no meaning in Bicep here.`,
    );
    return TokenKind.Unknown;
  }

  private scanBrace(code: number): TokenKind {
    const hole = this.holes[this.holes.length - 1];
    if (code === Char.CloseBrace && hole !== undefined && hole !== BRACE) return this.scanStringRest(hole);
    this.position++;
    if (code === Char.CloseBrace) {
      this.holes.pop();
      return TokenKind.CloseBrace;
    }
    if (hole !== undefined) this.holes.push(BRACE);
    return TokenKind.OpenBrace;
  }

  /** A string without dollar signs before it. */
  private scanString(): TokenKind {
    if (this.text.startsWith("'''", this.position)) return this.scanMultiLine(0, this.position + QUOTES, true);
    const holed = this.scanLinePart();
    if (holed) this.holes.push(0);
    return holed ? TokenKind.StringStart : TokenKind.String;
  }

  /** `$'''…'''` or `$$'''…'''`: as many dollar signs before a `{` make a hole. */
  private scanDollars(): TokenKind {
    const start = this.position;
    let quotes = start;
    while (codeAt(this.text, quotes) === Char.Dollar) quotes++;
    if (this.text.startsWith("'''", quotes)) return this.scanMultiLine(quotes - start, quotes + QUOTES, true);
    this.position = quotes;
    this.fail(start, "Expected a string in three quotes (''') after '$'.");
    return TokenKind.Unknown;
  }

  /** From the `}` that ends a hole to the next hole or the end of the string. */
  private scanStringRest(dollars: number): TokenKind {
    if (dollars > 0) return this.scanMultiLine(dollars, this.position + 1, false);
    if (this.scanLinePart()) return TokenKind.StringMiddle;
    this.holes.pop();
    return TokenKind.StringEnd;
  }

  /** Reads a part of a string of one line from its quote or brace on. Returns whether a hole ends it. */
  private scanLinePart(): boolean {
    const start = this.position;
    let position = start + 1;
    for (;;) {
      const quote = this.quotes.from(position);
      const hole = this.openings.from(position);
      const lineEnd = this.lineEnd(position);
      const backslash = this.backslashes.from(position);
      const end = Math.min(quote, hole, lineEnd);
      if (backslash < end) {
        position = this.skipEscape(backslash);
        continue;
      }
      if (end === lineEnd) {
        this.position = end;
        this.fail(start, "The string is not closed on its line; expected a single quote (').");
        return false;
      }
      this.position = end === hole ? end + 2 : end + 1;
      return end === hole;
    }
  }

  /** Where the line of an offset ends. */
  private lineEnd(offset: number): number {
    return Math.min(this.lineFeeds.from(offset), this.carriageReturns.from(offset));
  }

  /** Checks the escape at `position`; returns where it ends. */
  private skipEscape(position: number): number {
    const { text } = this;
    const { length, value } = readEscape(text, position);
    if (value !== undefined) return position + length;
    const next = codeAt(text, position + 1);
    this.position = position + (isLineBreak(next) || position + 1 >= text.length ? 1 : length);
    const found = text.slice(position, this.position);
    this.fail(
      position,
      `'${found}' is no escape; Bicep knows \\n \\r \\t \\\\ \\' \\$ and \\u{…} with a hexadecimal code.`,
    );
    return this.position;
  }

  private scanMultiLine(dollars: number, contentStart: number, first: boolean): TokenKind {
    const { text } = this;
    const start = this.position;
    this.position = contentStart;
    while (this.position < text.length) {
      const code = codeAt(text, this.position);
      const run = this.position;
      this.position++;
      if (code !== Char.Quote && code !== Char.Dollar) continue;
      while (codeAt(text, this.position) === code) this.position++;
      const length = this.position - run;
      if (code === Char.Quote && length >= QUOTES) return this.endMultiLine(first);
      const hole = code === Char.Dollar && dollars > 0 && length >= dollars;
      if (hole && codeAt(text, this.position) === Char.OpenBrace) {
        this.position++;
        if (first) this.holes.push(dollars);
        return first ? TokenKind.StringStart : TokenKind.StringMiddle;
      }
    }
    this.fail(start, "The string is not closed; expected three single quotes (''').");
    return this.endMultiLine(first);
  }

  private endMultiLine(first: boolean): TokenKind {
    if (!first) this.holes.pop();
    return first ? TokenKind.String : TokenKind.StringEnd;
  }

  /** A hole ends with its line: gives each open string an empty end, so that the parser sees whole strings only. */
  private closeHoles(): void {
    const end = this.writer.lastEnd;
    const open = this.holes.filter((hole) => hole !== BRACE).length;
    this.holes.length = 0;
    if (open > 0) {
      this.problems.push({ start: end, end, message: "The hole of a string ends with its line; expected '}'." });
      this.broken.add(this.writer.count);
    }
    for (let count = 0; count < open; count++) this.writer.add(TokenKind.StringEnd, end, end);
  }

  /** Reports a problem of the token that is being read, unless it has one. */
  private fail(start: number, message: string): void {
    if (this.broken.has(this.writer.count)) return;
    this.broken.add(this.writer.count);
    this.problems.push({ start, end: this.position, message });
  }
}
