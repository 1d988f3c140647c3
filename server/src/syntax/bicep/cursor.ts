import type { Problem } from '../../base/problem';
import type { Identifier, Skipped } from '../expression';
import { DEEPEST, Nesting } from './nesting';
import type { ScanResult } from './scanner';
import { TokenKind } from './tokens';

/** How much of a wrong text a message quotes. */
const LONGEST_QUOTE = 40;

/** The parser's place among the tokens, and what it has found wrong so far. */
export class Cursor {
  /** The kind of the current token. */
  kind: TokenKind;
  /** Tokens passed or looked at: a measure of the work that does not depend on the machine. */
  steps = 0;
  /** Whether `${…}` is around: an object is not allowed there. */
  inHole = false;
  /** Whether an array may stand here: not in `${…}`, but again in the body of a lambda there. */
  arraysAllowed = true;
  readonly nesting = new Nesting();

  private readonly awaited = new Uint16Array(TokenKind.Coalesce + 1);
  private matching: boolean | undefined;
  private index = 0;
  private reportedAt = -1;
  private linesFrom = -1;
  private linesTo = -1;
  private readonly text: string;
  private readonly count: number;
  private readonly kinds: Uint8Array;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private readonly broken: ReadonlySet<number>;
  private readonly found: Problem[] = [];

  constructor({ tokens, broken }: ScanResult) {
    this.text = tokens.text;
    this.count = tokens.count;
    this.kinds = tokens.kinds;
    this.starts = tokens.starts;
    this.ends = tokens.ends;
    this.broken = broken;
    this.kind = this.kindAt(0);
  }

  get problems(): readonly Problem[] {
    return this.found;
  }

  /** Which token is the current one; grows by one with each token passed. */
  get place(): number {
    return this.index;
  }

  /** Where the current token starts. */
  get start(): number {
    return this.starts[this.index] ?? 0;
  }

  /** Where the current token ends. */
  get currentEnd(): number {
    return this.ends[this.index] ?? 0;
  }

  /** Where the token before the current one ends: the end of a node that has just been read. */
  get end(): number {
    return this.ends[this.index - 1] ?? 0;
  }

  get currentText(): string {
    return this.textBetween(this.start, this.currentEnd);
  }

  textBetween(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  /** The code of the character at an offset. */
  codeAt(offset: number): number {
    return this.text.charCodeAt(offset);
  }

  /** The kind of a token ahead; 1 is the next one. */
  peek(ahead: number): TokenKind {
    this.steps++;
    return this.kindAt(this.index + ahead);
  }

  /** The word ahead, 0 being the current token; empty if that token is no word. */
  wordAhead(ahead: number): string {
    const index = this.index + ahead;
    if (this.kindAt(index) !== TokenKind.Word) return '';
    return this.textBetween(this.starts[index] ?? 0, this.ends[index] ?? 0);
  }

  /** The text between a token ahead and the one before it. */
  gapAhead(ahead: number): string {
    const index = this.index + ahead;
    return this.textBetween(this.ends[index - 1] ?? 0, this.starts[index] ?? 0);
  }

  /** Whether the current token is of this kind. */
  at(kind: TokenKind): boolean {
    return this.kind === kind;
  }

  /** Whether the current token is this word. */
  isWord(word: string): boolean {
    if (this.kind !== TokenKind.Word) return false;
    const { start } = this;
    return this.currentEnd - start === word.length && this.text.startsWith(word, start);
  }

  /** How many tokens ahead the first one stands that is no line break; 0 is the current token. */
  get linesAhead(): number {
    if (this.kind !== TokenKind.NewLine) return 0;
    if (this.index < this.linesFrom || this.index >= this.linesTo) {
      this.linesFrom = this.index;
      this.linesTo = this.index;
      while (this.kindAt(this.linesTo) === TokenKind.NewLine) {
        this.linesTo++;
        this.steps++;
      }
    }
    return this.linesTo - this.index;
  }

  /** The kind of the first token from here on that is no line break. */
  get kindAfterLines(): TokenKind {
    return this.kind === TokenKind.NewLine ? this.kindAt(this.index + this.linesAhead) : this.kind;
  }

  /** Whether the current token is the first one of its line. */
  get atLineStart(): boolean {
    return this.index === 0 || this.kindAt(this.index - 1) === TokenKind.NewLine;
  }

  /** Whether the scanner has reported a problem of the current token. */
  get isBroken(): boolean {
    return this.broken.has(this.index);
  }

  /** Whether a problem has been reported of the current token, or of a string that ends before it. */
  get isReported(): boolean {
    return this.reportedAt === this.index || this.broken.has(this.index - 1);
  }

  /** Whether the file has as many opening as closing braces, brackets and parentheses. */
  get bracketsMatch(): boolean {
    this.matching ??= this.countBrackets() === 0;
    return this.matching;
  }

  /** Notes that an open bracket waits for its closing one; `settle` takes it back. */
  await(close: TokenKind): void {
    this.awaited[close] = (this.awaited[close] ?? 0) + 1;
  }

  settle(close: TokenKind): void {
    this.awaited[close] = (this.awaited[close] ?? 0) - 1;
  }

  /** Whether some open bracket waits for this kind of token. */
  isAwaited(kind: TokenKind): boolean {
    return (this.awaited[kind] ?? 0) > 0;
  }

  advance(): void {
    this.steps++;
    if (this.index < this.count - 1) this.index++;
    this.kind = this.kindAt(this.index);
  }

  skipNewLines(): void {
    while (this.kind === TokenKind.NewLine) this.advance();
  }

  /** Passes the current token if it is of this kind. */
  take(kind: TokenKind): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  /** Passes the current token if it is this word. */
  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.advance();
    return true;
  }

  /** Passes a token of this kind or reports that it is missing. */
  expect(kind: TokenKind, expected: string): boolean {
    if (this.take(kind)) return true;
    this.reportExpected(expected);
    return false;
  }

  /** Passes this word or reports that it is missing. */
  expectWord(word: string, expected: string): boolean {
    if (this.takeWord(word)) return true;
    this.reportExpected(expected);
    return false;
  }

  /** Reads a name; where there is none, reports it and gives an empty one behind the token before. */
  expectName(expected: string): Identifier {
    if (this.kind === TokenKind.Word) return this.name();
    this.reportExpected(expected);
    return { kind: 'identifier', start: this.end, end: this.end, name: '' };
  }

  /** Passes the current token, which is a word, and gives it as a name. */
  name(): Identifier {
    const node: Identifier = { kind: 'identifier', start: this.start, end: this.currentEnd, name: this.currentText };
    this.advance();
    return node;
  }

  /** Text that is missing: an empty node behind the token before. */
  missing(): Skipped {
    return { kind: 'skipped', start: this.end, end: this.end };
  }

  /** Goes one level deeper; false, with a problem reported, if that is too deep. Each call that gives true needs a `leave`. */
  enter(): boolean {
    if (this.nesting.enter()) return true;
    this.report(`This is nested too deeply to be read; at most ${DEEPEST} levels are.`);
    return false;
  }

  leave(): void {
    this.nesting.leave();
  }

  /** Notes that a chain such as `a.b.c` has grown by a link; false, with a problem reported, if it is too long. */
  raise(): boolean {
    if (this.nesting.raise()) return true;
    this.report(`This chain is too long to be read; at most ${DEEPEST} levels are.`);
    return false;
  }

  /** Reports what should stand here instead of the current token. */
  reportExpected(expected: string): void {
    this.report(`Expected ${expected}, but found ${this.quoted}.`);
  }

  /** Reports a problem of the current token, unless it has one already. Line ends have no text: it stands before them. */
  report(message: string): void {
    if (this.reportedAt === this.index || this.broken.has(this.index)) return;
    this.reportedAt = this.index;
    const atEnd = this.kind === TokenKind.NewLine || this.kind === TokenKind.EndOfFile;
    this.found.push({ start: atEnd ? this.end : this.start, end: atEnd ? this.end : this.currentEnd, message });
  }

  /** Reports a problem of something that has been passed already. */
  reportPassed(start: number, message: string): void {
    this.found.push({ start, end: this.end, message });
  }

  private get quoted(): string {
    if (this.kind === TokenKind.EndOfFile) return 'the end of the file';
    if (this.kind === TokenKind.NewLine) return 'the end of the line';
    if (this.kind === TokenKind.StringEnd || this.kind === TokenKind.StringMiddle) return "'}'";
    const text = this.currentText;
    if (text.startsWith("'")) return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…'` : text;
    return `'${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}'`;
  }

  private countBrackets(): number {
    let open = 0;
    for (let index = 0; index < this.count; index++) {
      const kind = this.kindAt(index);
      if (kind === TokenKind.OpenBrace || kind === TokenKind.OpenBracket || kind === TokenKind.OpenParen) open++;
      if (kind === TokenKind.CloseBrace || kind === TokenKind.CloseBracket || kind === TokenKind.CloseParen) open--;
    }
    this.steps += this.count;
    return open;
  }

  private kindAt(index: number): TokenKind {
    return this.kinds[index] ?? TokenKind.EndOfFile;
  }
}
