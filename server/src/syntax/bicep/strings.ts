import type { Expression, InterpolatedString, StringLiteral, TextPart } from '../expression';
import { Char } from './characters';
import type { Cursor } from './cursor';
import { decodeEscapes } from './escapes';
import { skipHole } from './recovery';
import { TokenKind } from './tokens';

/** Reads the string at the current token, `String` or `StringStart`; `hole` reads what stands in `${…}`. */
export function readString(cursor: Cursor, hole: (cursor: Cursor) => Expression): StringLiteral | InterpolatedString {
  return cursor.at(TokenKind.String) ? readLiteral(cursor) : readInterpolation(cursor, hole);
}

/** How a string is written: how many dollar signs stand before it (and before each `{`), and how many quotes. */
interface Style {
  readonly dollars: number;
  readonly quotes: number;
}

const ONE_LINE: Style = { dollars: 0, quotes: 1 };

function styleAt(cursor: Cursor, start: number, end: number): Style {
  if (cursor.codeAt(start) === Char.Quote && cursor.codeAt(start + 2) !== Char.Quote) return ONE_LINE;
  let quotes = start;
  while (cursor.codeAt(quotes) === Char.Dollar) quotes++;
  if (end - quotes < 3 || cursor.codeAt(quotes + 1) !== Char.Quote || cursor.codeAt(quotes + 2) !== Char.Quote)
    return ONE_LINE;
  return { dollars: quotes - start, quotes: 3 };
}

function readLiteral(cursor: Cursor): StringLiteral {
  const { start, currentEnd: end } = cursor;
  const style = styleAt(cursor, start, end);
  const contentStart = skipFirstLineBreak(cursor, style, start + style.dollars + style.quotes, end);
  const contentEnd = Math.max(contentStart, end - (isClosed(cursor, style) ? style.quotes : 0));
  const raw = cursor.textBetween(contentStart, contentEnd);
  cursor.advance();
  const exact = style.quotes > 1 || !raw.includes('\\');
  return { kind: 'string', start, end, value: exact ? raw : decodeEscapes(raw), contentStart, exact };
}

function readInterpolation(cursor: Cursor, hole: (cursor: Cursor) => Expression): InterpolatedString {
  const { start, currentEnd } = cursor;
  const { inHole, arraysAllowed } = cursor;
  const style = styleAt(cursor, start, currentEnd);
  const parts: (TextPart | Expression)[] = [];
  let textStart = skipFirstLineBreak(cursor, style, start + style.dollars + style.quotes, currentEnd);
  while (cursor.at(TokenKind.StringStart) || cursor.at(TokenKind.StringMiddle)) {
    // A hole opens with the dollar signs of the string, one where it has none, and a brace.
    addText(cursor, style, parts, textStart, cursor.currentEnd - Math.max(style.dollars, 1) - 1);
    cursor.advance();
    cursor.inHole = true;
    cursor.arraysAllowed = false;
    parts.push(hole(cursor));
    if (!cursor.at(TokenKind.StringMiddle) && !cursor.at(TokenKind.StringEnd)) {
      cursor.reportExpected("'}' after the expression in the string");
      parts.push(skipHole(cursor));
    }
    textStart = cursor.start + 1;
  }
  cursor.inHole = inHole;
  cursor.arraysAllowed = arraysAllowed;
  addText(cursor, style, parts, textStart, cursor.currentEnd - (isClosed(cursor, style) ? style.quotes : 0));
  cursor.advance();
  return { kind: 'interpolation', start, end: cursor.end, parts };
}

function addText(cursor: Cursor, style: Style, parts: (TextPart | Expression)[], start: number, end: number): void {
  if (start >= end) return;
  const raw = cursor.textBetween(start, end);
  const exact = style.quotes > 1 || !raw.includes('\\');
  parts.push({ kind: 'text', start, end, value: exact ? raw : decodeEscapes(raw), exact });
}

/** The line break behind the opening quotes of a multi-line string does not belong to its text. */
function skipFirstLineBreak(cursor: Cursor, { quotes }: Style, start: number, end: number): number {
  let content = start;
  if (quotes === 1) return content;
  if (content < end && cursor.codeAt(content) === Char.CarriageReturn) content++;
  if (content < end && cursor.codeAt(content) === Char.LineFeed) content++;
  return content;
}

/** Whether the current token, the last one of its string, has closing quotes. */
function isClosed(cursor: Cursor, { quotes }: Style): boolean {
  if (!cursor.isBroken) return true;
  // Nothing can be wrong with a multi-line string but its end.
  if (quotes > 1) return false;
  const text = cursor.currentText;
  const backslashes = /(\\*)'$/.exec(text)?.[1];
  return text.length > 1 && backslashes !== undefined && backslashes.length % 2 === 0;
}
