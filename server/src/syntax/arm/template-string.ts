import type { Problem } from '../../base/problem';
import type { Expression, StringLiteral } from '../expression';
import { parseExpression } from './expression-parser';
import { decodeJsonString } from './json-string';

const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/**
 * What Azure makes of a string in a template. `[…]` is an expression; `[[…]` is the text `[…]`, whose first bracket is an escape.
 * Anything else, blanks before or behind the brackets included, is the text itself.
 * (https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions#escape-characters; that both brackets
 * are needed for either, and that blanks count, is how the engine behind `bicep snapshot` 0.49.2 reads them.)
 *
 * The root of an expression has the span of the whole JSON string with its quotes, as any other JSON value has, so a value can be
 * replaced without knowing what it is. The nodes below have their own places inside the string. `text` is the whole file.
 */
export function parseTemplateString(literal: StringLiteral, text: string, problems: Problem[]): Expression {
  const { value, start, end } = literal;
  const last = value.length - 1;
  if (last < 1 || value.charCodeAt(0) !== OPEN_BRACKET || value.charCodeAt(last) !== CLOSE_BRACKET) return literal;
  if (value.charCodeAt(1) === OPEN_BRACKET) return withoutEscape(literal, text);
  return { ...parseExpression(contentOf(literal, text), problems), start, end };
}

/** The text between the brackets. Without escapes it is read in the file itself, where offsets need no translation. */
function contentOf(literal: StringLiteral, text: string): Parameters<typeof parseExpression>[0] {
  const { contentStart, end, exact } = literal;
  if (exact) return { source: text, start: contentStart + 1, end: end - 2, offsets: undefined };
  const { value, offsets } = decodeJsonString(text, contentStart, text.endsWith('"', end) ? end - 1 : end);
  return { source: value, start: 1, end: value.length - 1, offsets };
}

function withoutEscape(literal: StringLiteral, text: string): StringLiteral {
  const { start, end, exact, value } = literal;
  const contentStart = exact
    ? literal.contentStart + 1
    : (decodeJsonString(text, literal.contentStart, end - 1).offsets[1] ?? literal.contentStart);
  return { kind: 'string', start, end, value: value.slice(1), contentStart, exact };
}
