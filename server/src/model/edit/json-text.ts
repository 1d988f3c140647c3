import type { Span } from '../../base/span';
import { decodeJsonString } from '../../syntax/arm/json-string';
import type { StringLiteral } from '../../syntax/expression';
import type { Change } from './change';
import { escapeArm, escapeJson, isBracketed, parametersWriter, templateWriter } from './json-writer';

/** How a text is written: as it stands, with a first bracket that is an escape, or as a part of an expression. */
type Style = 'plain' | 'escaped' | 'expression';

/** Puts a text in place of a stretch of a string in ARM JSON; `isTemplate` tells a template from a parameters file. */
export function replaceInJsonText(
  text: string,
  literal: StringLiteral,
  place: Span,
  newText: string,
  isTemplate: boolean,
): Change | undefined {
  const style = styleOf(text, literal);
  const end = contentEnd(text, literal, style);
  if (place.start < literal.contentStart || end === undefined || place.end > end) return undefined;
  const decode = (from: number, to: number): string => decodeContent(text, from, to, style);
  const ahead = decode(literal.contentStart, place.start);
  const behind = decode(place.end, end);
  // They differ where an end of the stretch cuts an escape.
  if (ahead + decode(place.start, place.end) + behind !== literal.value) return undefined;
  const { start, end: placeEnd } = place;
  if (style === 'expression') return { start, end: placeEnd, newText: escapeArm(newText) };
  const wanted = ahead + newText + behind;
  // A text in brackets that is plain all the same stands where Azure reads no expressions.
  const readsExpressions = isTemplate && !(style === 'plain' && isBracketed(literal.value));
  const needed: Style = readsExpressions && isBracketed(wanted) ? 'escaped' : 'plain';
  if (needed === style) return { start, end: placeEnd, newText: escapeJson(newText) };
  const written = (isTemplate ? templateWriter : parametersWriter).scalar(wanted);
  return written === undefined ? undefined : { start: literal.start, end: literal.end, newText: written };
}

function styleOf(text: string, literal: StringLiteral): Style {
  if (!isWhole(text, literal)) return 'expression';
  const before = decodeJsonString(text, literal.start + 1, literal.contentStart).value;
  if (before === '') return 'plain';
  return before === '[' ? 'escaped' : 'expression';
}

/** Where the content ends: before the closing quote. Undefined where there is none. */
function contentEnd(text: string, literal: StringLiteral, style: Style): number | undefined {
  const whole = isWhole(text, literal);
  const isClosed = !whole || (literal.end > literal.start + 1 && text.charAt(literal.end - 1) === '"');
  if (!isClosed) return undefined;
  const end = whole ? literal.end - 1 : literal.end;
  if (style !== 'expression') return end;
  const { value, offsets } = decodeJsonString(text, literal.contentStart, end);
  return offsets[value.lastIndexOf("'")];
}

function decodeContent(text: string, start: number, end: number, style: Style): string {
  const { value } = decodeJsonString(text, start, end);
  return style === 'expression' ? value.replaceAll("''", "'") : value;
}

/** Whether the literal is a whole JSON string. */
function isWhole(text: string, literal: StringLiteral): boolean {
  return text.charAt(literal.start) === '"';
}
