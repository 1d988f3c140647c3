/** The tokens of ARM's expression language. `other` is a character that has no meaning in it. */
export type TokenKind =
  'identifier' | 'number' | 'string' | 'openString' | '(' | ')' | '[' | ']' | ',' | '.' | 'other' | 'end';

const TAB = 9;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const DOLLAR = 36;
const APOSTROPHE = 39;
const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const UPPER_A = 65;
const UPPER_Z = 90;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const UNDERSCORE = 95;
const LOWER_A = 97;
const LOWER_E = 101;
const LOWER_Z = 122;
const FIRST_NON_ASCII = 128;

/** Walks over the tokens between two offsets of a text. After `advance`, the fields describe the current token. */
export class ExpressionScanner {
  kind: TokenKind = 'end';
  start: number;
  end: number;

  constructor(
    readonly source: string,
    start: number,
    private readonly limit: number,
  ) {
    this.start = start;
    this.end = start;
    this.advance();
  }

  get text(): string {
    return this.source.slice(this.start, this.end);
  }

  advance(): void {
    this.start = this.skipBlanks(this.end);
    this.kind = this.scan();
  }

  /** Passes over everything that is left. */
  finish(): void {
    this.start = this.end = this.limit;
    this.kind = 'end';
  }

  /** Sets `end` and returns the kind of the token at `start`. */
  private scan(): TokenKind {
    const { start } = this;
    this.end = start;
    if (start >= this.limit) return 'end';
    const code = this.source.charCodeAt(start);
    if (isIdentifierCode(code) && !isDigit(code)) return this.scanIdentifier();
    if (code === APOSTROPHE) return this.scanString();
    if (isDigit(code) || ((code === MINUS || code === PLUS) && isDigit(this.codeAt(start + 1))))
      return this.scanNumber();
    this.end = start + 1;
    switch (code) {
      case OPEN_PARENTHESIS:
        return '(';
      case CLOSE_PARENTHESIS:
        return ')';
      case OPEN_BRACKET:
        return '[';
      case CLOSE_BRACKET:
        return ']';
      case COMMA:
        return ',';
      case DOT:
        return '.';
      default:
        return 'other';
    }
  }

  private scanIdentifier(): TokenKind {
    let offset = this.start + 1;
    while (isIdentifierCode(this.codeAt(offset))) offset++;
    this.end = offset;
    return 'identifier';
  }

  /** A quote inside the text is doubled. */
  private scanString(): TokenKind {
    for (let offset = this.start + 1; offset < this.limit; offset++) {
      if (this.source.charCodeAt(offset) !== APOSTROPHE) continue;
      if (this.codeAt(offset + 1) !== APOSTROPHE) {
        this.end = offset + 1;
        return 'string';
      }
      offset++;
    }
    this.end = this.limit;
    return 'openString';
  }

  /** Takes fractions and exponents, too, although ARM refuses them: so the message can say why. */
  private scanNumber(): TokenKind {
    let offset = this.skipDigits(this.start + 1);
    if (this.codeAt(offset) === DOT && isDigit(this.codeAt(offset + 1))) offset = this.skipDigits(offset + 1);
    if ((this.codeAt(offset) | SPACE) === LOWER_E) {
      const sign = this.codeAt(offset + 1);
      const digits = sign === PLUS || sign === MINUS ? offset + 2 : offset + 1;
      if (isDigit(this.codeAt(digits))) offset = this.skipDigits(digits);
    }
    this.end = offset;
    return 'number';
  }

  private skipDigits(from: number): number {
    let offset = from;
    while (isDigit(this.codeAt(offset))) offset++;
    return offset;
  }

  private skipBlanks(from: number): number {
    let offset = from;
    while (isBlank(this.codeAt(offset))) offset++;
    return offset;
  }

  /** The character's code, or 0 past the end. */
  private codeAt(offset: number): number {
    return offset < this.limit ? this.source.charCodeAt(offset) : 0;
  }
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function isIdentifierCode(code: number): boolean {
  if (code >= LOWER_A && code <= LOWER_Z) return true;
  if (code >= UPPER_A && code <= UPPER_Z) return true;
  if (isDigit(code) || code === UNDERSCORE || code === DOLLAR) return true;
  return code >= FIRST_NON_ASCII && !isBlank(code);
}

function isBlank(code: number): boolean {
  if (code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN)) return true;
  return code >= FIRST_NON_ASCII && String.fromCharCode(code).trim() === '';
}
