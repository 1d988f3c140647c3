import { contains, type Span } from '../../base/span';
import { decodeEscapes } from '../../syntax/bicep/escapes';
import { parseBicep } from '../../syntax/bicep/parse';
import type { Expression, InterpolatedString, StringLiteral, TextPart } from '../../syntax/expression';
import { escapeBicep } from './bicep-writer';
import type { Change } from './change';

type BicepString = StringLiteral | InterpolatedString;

/** A stretch of a string: a text, or a hole with the text of its expression. */
interface Piece extends Span {
  readonly kind: 'text' | 'hole';
  readonly value: string;
}

/** Puts a text in place of a stretch of a string's content. Undefined where the string cannot hold it. */
export function replaceInBicepText(
  text: string,
  literal: BicepString,
  place: Span,
  newText: string,
): Change | undefined {
  const pieces = piecesOf(text, literal);
  const index = pieces.findIndex((piece) => piece.kind === 'text' && contains(piece, place));
  const piece = pieces[index];
  if (!piece) return undefined;
  const { decode, encode } = spelling(text, literal);
  const ahead = decode(text.slice(piece.start, place.start));
  const behind = decode(text.slice(place.end, piece.end));
  // They differ where an end of the stretch cuts an escape.
  if (ahead + decode(text.slice(place.start, place.end)) + behind !== piece.value) return undefined;
  const change = { start: place.start, end: place.end, newText: encode(newText) };
  return checked(text, literal, change, pieces.with(index, { ...piece, value: ahead + newText + behind }));
}

/** Puts a text in place of a hole, `${` and `}` included: a string in a hole would be odd. */
export function replaceHole(
  text: string,
  literal: InterpolatedString,
  hole: Span,
  newText: string,
): Change | undefined {
  const pieces = piecesOf(text, literal);
  const index = pieces.findIndex(({ start, end }) => start === hole.start && end === hole.end);
  const piece = pieces[index];
  const { opening, encode } = spelling(text, literal);
  const before = text.slice(literal.start, hole.start).trimEnd();
  const behind = text.slice(hole.end, literal.end);
  const close = hole.end + behind.length - behind.trimStart().length;
  if (!piece || !before.endsWith(opening) || text.charAt(close) !== '}') return undefined;
  const start = literal.start + before.length - opening.length;
  const change = { start, end: close + 1, newText: encode(newText) };
  return checked(text, literal, change, pieces.with(index, { ...piece, kind: 'text', value: newText }));
}

interface Spelling {
  readonly decode: (raw: string) => string;
  readonly encode: (text: string) => string;
  /** What a hole opens with. */
  readonly opening: string;
  readonly quotes: number;
}

function spelling(text: string, literal: BicepString): Spelling {
  const dollars = /^(\$*)'''/.exec(text.slice(literal.start, literal.end))?.[1]?.length;
  if (dollars === undefined) return { decode: decodeEscapes, encode: escapeBicep, opening: '${', quotes: 1 };
  return { decode: itself, encode: itself, opening: `${'$'.repeat(Math.max(dollars, 1))}{`, quotes: 3 };
}

function itself(text: string): string {
  return text;
}

/**
 * The change, if the string means what is wanted with it. A dollar sign before a brace, quotes at the end of a multi-line string
 * and the like make something else of it; reading it again finds all of them.
 */
function checked(text: string, literal: BicepString, change: Change, wanted: readonly Piece[]): Change | undefined {
  const changed = text.slice(literal.start, change.start) + change.newText + text.slice(change.end, literal.end);
  const declaration = `var text = ${changed}`;
  const { tree, problems } = parseBicep(declaration);
  const [statement] = tree.statements;
  if (problems.length > 0 || statement?.kind !== 'var' || !isString(statement.value)) return undefined;
  return meaning(piecesOf(declaration, statement.value)) === meaning(wanted) ? change : undefined;
}

function isString(node: Expression): node is BicepString {
  return node.kind === 'string' || node.kind === 'interpolation';
}

function piecesOf(text: string, literal: BicepString): readonly Piece[] {
  if (literal.kind === 'interpolation') return literal.parts.map((part) => pieceOf(text, part));
  const end = Math.max(literal.contentStart, literal.end - spelling(text, literal).quotes);
  return [{ kind: 'text', start: literal.contentStart, end, value: literal.value }];
}

function pieceOf(text: string, part: TextPart | Expression): Piece {
  const { start, end } = part;
  if (part.kind === 'text') return { kind: 'text', start, end, value: part.value };
  return { kind: 'hole', start, end, value: text.slice(start, end) };
}

/** The pieces in one text that is the same for all ways to write the same string. */
function meaning(pieces: readonly Piece[]): string {
  // JSON has no bare line break inside a text, so the joints of texts are found for certain.
  return pieces
    .map(({ kind, value }) => (kind === 'text' ? JSON.stringify(value).slice(1, -1) : `\n${value}\n`))
    .join('');
}
