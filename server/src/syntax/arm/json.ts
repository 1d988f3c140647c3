import { printParseErrorCode, visit } from 'jsonc-parser';
import type { Problem } from '../../base/problem';
import type { Span } from '../../base/span';
import type { Expression, ObjectMember, Skipped, StringLiteral } from '../expression';
import { decodeJsonString } from './json-string';
import { makeReadable, MAX_DEPTH } from './readable-json';

export interface JsonParseResult {
  /** Undefined where the text holds no value at all. */
  readonly root: Expression | undefined;
  readonly problems: readonly Problem[];
  /** The comments that may speak to pelint: those that contain `pelint-`. */
  readonly comments: readonly Comment[];
}

/** A comment with its slashes. */
export interface Comment extends Span {
  readonly text: string;
}

/** Past this many problems the text is no JSON, and more of them help nobody. */
const MAX_PROBLEMS = 100;

/** What the parser may complain about without passing over it. At the end of the file there is nothing. */
const PUNCTUATION: ReadonlySet<string> = new Set(['', ',', '}', ']']);

/** Errors that stand for text where no text should be, rather than for a flaw in a token that is used all the same. */
const CODES_OF_STRAY_TEXT: ReadonlySet<string> = new Set(['InvalidSymbol', 'PropertyNameExpected', 'ValueExpected']);

const COMMENT_MARK = 'pelint-';

/**
 * Reads JSON nearly as Azure does: comments, trailing commas and strings over several lines are fine. (Azure also takes single quotes
 * and names without quotes; editors and other tools do not, so here they are problems.) Never throws; what cannot be read is a
 * `Skipped` node and a problem. Text that is nested more than 500 levels deep is refused as a whole.
 */
export function parseJson(text: string): JsonParseResult {
  const readable = makeReadable(text);
  if (readable.tooDeepAt !== undefined) {
    const message = `This is nested more than ${String(MAX_DEPTH)} levels deep, which no template is. The file was not read.`;
    return {
      root: undefined,
      problems: [{ start: readable.tooDeepAt, end: readable.tooDeepAt + 1, message }],
      comments: [],
    };
  }
  const builder = new TreeBuilder(text, readable.altered);
  visit(
    readable.text,
    {
      onObjectBegin: (offset) => builder.open(offset, true),
      onObjectProperty: (name, offset, length) => builder.key(name, offset, length),
      onObjectEnd: (offset, length) => builder.close(offset + length),
      onArrayBegin: (offset) => builder.open(offset, false),
      onArrayEnd: (offset, length) => builder.close(offset + length),
      onLiteralValue: (value: unknown, offset, length) => builder.literal(value, offset, length),
      onSeparator: (character, offset) => builder.separator(character, offset),
      onError: (code, offset, length) => builder.error(printParseErrorCode(code), offset, length),
      ...(text.includes(COMMENT_MARK) ? { onComment: (offset, length) => builder.comment(offset, length) } : {}),
    },
    { allowTrailingComma: true },
  );
  return { root: builder.root, problems: builder.problems, comments: builder.comments };
}

/** An object or array that is still open. Only one of `members` and `items` is used. */
interface Frame {
  readonly start: number;
  readonly isObject: boolean;
  readonly members: ObjectMember[];
  readonly items: Expression[];
  /** The key that waits for its value. */
  key: StringLiteral | undefined;
  /** Where that value may begin: behind the key or its colon. */
  valueStart: number;
}

/** Makes nodes of the events of jsonc-parser. */
class TreeBuilder {
  root: Expression | undefined;
  readonly problems: Problem[] = [];
  readonly comments: Comment[] = [];
  private readonly frames: Frame[] = [];
  private frame: Frame | undefined;
  /** The last piece of text that the parser passed over. */
  private passedOver: Span = { start: -1, end: -1 };
  /** Whether the last event was an error: what the parser stumbles over until it is on its feet again is the same slip. */
  private slipped = false;
  /** Where the last string without a closing quote starts. */
  private unclosedString = -1;

  constructor(
    private readonly text: string,
    private readonly altered: boolean,
  ) {}

  open(start: number, isObject: boolean): void {
    this.slipped = false;
    const frame = { start, isObject, members: [], items: [], key: undefined, valueStart: start };
    this.frames.push(frame);
    this.frame = frame;
  }

  close(end: number): void {
    this.slipped = false;
    const frame = this.frames.pop();
    if (frame === undefined) return;
    this.settleKey(frame);
    this.frame = this.frames.at(-1);
    const { start, members, items } = frame;
    this.add(frame.isObject ? { kind: 'object', start, end, members } : { kind: 'array', start, end, items });
  }

  key(name: string, start: number, length: number): void {
    this.slipped = false;
    const { frame } = this;
    if (frame === undefined) return;
    this.settleKey(frame);
    frame.key = this.stringLiteral(name, start, length);
    frame.valueStart = start + length;
  }

  separator(character: string, offset: number): void {
    this.slipped = false;
    if (this.frame === undefined) return;
    if (character === ':') this.frame.valueStart = offset + 1;
    else this.settleKey(this.frame);
  }

  literal(value: unknown, start: number, length: number): void {
    this.slipped = false;
    const end = start + length;
    if (typeof value === 'string') this.add(this.stringLiteral(value, start, length));
    else if (typeof value === 'number') this.add({ kind: 'number', start, end, value });
    else if (typeof value === 'boolean') this.add({ kind: 'boolean', start, end, value });
    else this.add({ kind: 'null', start, end });
  }

  comment(start: number, length: number): void {
    const end = start + length;
    const text = this.text.slice(start, end);
    if (text.includes(COMMENT_MARK)) this.comments.push({ start, end, text });
  }

  error(code: string, start: number, length: number): void {
    const end = start + length;
    if (code === 'UnexpectedEndOfString') this.unclosedString = start;
    const found = this.text.slice(start, end);
    if (!PUNCTUATION.has(found)) this.passOver({ start, end }, code);
    // One slip makes the parser complain several times, and the first message is the one that fits. At the end of the file
    // every open bracket is missed; the innermost is enough.
    const repeated = this.slipped || this.problems.at(-1)?.start === start;
    if (!repeated && this.problems.length < MAX_PROBLEMS) {
      this.problems.push({ start, end, message: describe(code, found) });
    }
    this.slipped = true;
  }

  private passOver(span: Span, code: string): void {
    const continues = this.slipped && this.passedOver.start >= (this.frame?.valueStart ?? 0);
    this.passedOver = { start: continues ? this.passedOver.start : span.start, end: span.end };
    const { frame } = this;
    if (this.slipped || frame === undefined || frame.key !== undefined) return;
    if (!CODES_OF_STRAY_TEXT.has(code)) return;
    const skipped: Skipped = { kind: 'skipped', ...span };
    if (frame.isObject) frame.members.push(skipped);
    else frame.items.push(skipped);
  }

  private stringLiteral(decoded: string, start: number, length: number): StringLiteral {
    const end = start + length;
    const contentStart = start + 1;
    const closed = start !== this.unclosedString;
    // Every escape is longer than what it stands for, so equal lengths mean that there is none.
    const exact = closed && decoded.length === length - 2;
    let value = decoded;
    if (this.altered) {
      const contentEnd = closed ? end - 1 : end;
      value = exact
        ? this.text.slice(contentStart, contentEnd)
        : decodeJsonString(this.text, contentStart, contentEnd).value;
    }
    return { kind: 'string', start, end, value, contentStart, exact };
  }

  private add(value: Expression): void {
    const { frame } = this;
    if (frame === undefined) {
      this.root ??= value;
    } else if (!frame.isObject) {
      frame.items.push(value);
    } else if (frame.key !== undefined) {
      const { key } = frame;
      frame.key = undefined;
      frame.members.push({ kind: 'property', start: key.start, end: value.end, key, name: key.value, value });
    }
  }

  /** Gives a key that got no value the text that stands in its place. */
  private settleKey(frame: Frame): void {
    if (frame.key === undefined) return;
    const { start, end } = this.passedOver;
    const at = frame.valueStart;
    this.add(start >= at ? { kind: 'skipped', start, end } : { kind: 'skipped', start: at, end: at });
  }
}

/** Puts an error of jsonc-parser into words. `found` is the text at its place, empty at the end of the file. */
function describe(code: string, found: string): string {
  const instead = found === '' ? 'the file ends' : `there is ${JSON.stringify(found)}`;
  switch (code) {
    case 'InvalidSymbol':
      return `${JSON.stringify(found)} is no JSON. Text stands in double quotes; other values are numbers, true, false and null.`;
    case 'PropertyNameExpected':
      return `A property name in double quotes is expected here, but ${instead}.`;
    case 'ValueExpected':
      return `A value is expected here, but ${instead}.`;
    case 'ColonExpected':
      return `A colon is expected here, between the property's name and its value, but ${instead}.`;
    case 'CommaExpected':
      return `A comma is expected before this.`;
    case 'CloseBraceExpected':
      return `A closing brace } is expected here, but ${instead}.`;
    case 'CloseBracketExpected':
      return `A closing bracket ] is expected here, but ${instead}.`;
    case 'EndOfFileExpected':
      return 'The file should end here: it already holds one whole value.';
    case 'UnexpectedEndOfComment':
      return 'This comment is not closed: */ is missing.';
    case 'UnexpectedEndOfString':
      return 'This text is not closed: a double quote is missing.';
    case 'UnexpectedEndOfNumber':
      return 'This number is not complete: a digit is expected at its end.';
    case 'InvalidUnicode':
      return 'In this text \\u is not followed by four hexadecimal digits.';
    case 'InvalidEscapeCharacter':
      return 'In this text a backslash stands before a character that takes none. A backslash itself is written \\\\.';
    case 'InvalidCharacter':
      return 'This text holds a control character, which JSON spells with a backslash.';
    default:
      return 'This cannot be read as JSON.';
  }
}
