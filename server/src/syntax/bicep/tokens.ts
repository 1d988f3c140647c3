/** What a token is. Words are all of one kind: Bicep's keywords are words that mean something in certain places only. */
export enum TokenKind {
  EndOfFile,
  /** A run of line breaks without anything between them, not even blanks; the grammar needs to see them. */
  NewLine,
  /** A character that no token starts with; the scanner has reported it. */
  Unknown,
  Word,
  True,
  False,
  Null,
  Integer,
  /** A string without holes, in one token. */
  String,
  /** From the opening quote to the first `${`. */
  StringStart,
  /** From a `}` to the next `${`. */
  StringMiddle,
  /** From the last `}` to the closing quote. Empty where a line or the file ends in a hole. */
  StringEnd,
  OpenBrace,
  CloseBrace,
  OpenBracket,
  CloseBracket,
  OpenParen,
  CloseParen,
  At,
  Comma,
  Dot,
  Ellipsis,
  Question,
  Colon,
  DoubleColon,
  Semicolon,
  Assign,
  Arrow,
  Pipe,
  Hat,
  Exclamation,
  Plus,
  Minus,
  Asterisk,
  Slash,
  Percent,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  Equals,
  NotEquals,
  EqualsIgnoreCase,
  NotEqualsIgnoreCase,
  And,
  Or,
  Coalesce,
}

/**
 * The tokens of one file in the order of its text; the last one is `EndOfFile`. Blanks, comments and directives are no
 * tokens: they are the text between one token's end and the next one's start.
 */
export interface Tokens {
  readonly text: string;
  /** How many tokens there are; the arrays may be longer. */
  readonly count: number;
  /** A `TokenKind` for each token. */
  readonly kinds: Uint8Array;
  /** Offsets in the text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Collects tokens; its arrays grow as needed. */
export class TokenWriter {
  count = 0;
  private arrays: TokenArrays;

  constructor(private readonly text: string) {
    // Bicep has a token for every eight characters or so; what is too much here is kept as long as the tree is.
    this.arrays = tokenArrays(Math.ceil(text.length / 6) + 16);
  }

  /** Where the last token so far ends. */
  get lastEnd(): number {
    return this.arrays.ends[this.count - 1] ?? 0;
  }

  add(kind: TokenKind, start: number, end: number): void {
    const index = this.count++;
    if (index === this.arrays.kinds.length) this.grow();
    const { kinds, starts, ends } = this.arrays;
    kinds[index] = kind;
    starts[index] = start;
    ends[index] = end;
  }

  finish(): Tokens {
    const { text, count } = this;
    const { kinds, starts, ends } = this.arrays;
    return { text, count, kinds, starts, ends };
  }

  private grow(): void {
    const grown = tokenArrays(this.arrays.kinds.length * 2);
    grown.kinds.set(this.arrays.kinds);
    grown.starts.set(this.arrays.starts);
    grown.ends.set(this.arrays.ends);
    this.arrays = grown;
  }
}

type TokenArrays = Pick<Tokens, 'kinds' | 'starts' | 'ends'>;

/** Three arrays in one piece of memory: one allocation and one thing to look after for the garbage collector. */
function tokenArrays(capacity: number): TokenArrays {
  const buffer = new ArrayBuffer(capacity * (4 + 4 + 1));
  return {
    starts: new Uint32Array(buffer, 0, capacity),
    ends: new Uint32Array(buffer, capacity * 4, capacity),
    kinds: new Uint8Array(buffer, capacity * 8, capacity),
  };
}
