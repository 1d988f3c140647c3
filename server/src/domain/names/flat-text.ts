import type { Place } from '../../base/place';
import type { Span } from '../../base/span';
import type { KnownSegment, TextSegment, TextValue, Trail } from '../../deployment/values/value';
import { originOf, segmentsOf } from '../../deployment/values/values';
import { hole } from './zone-labels';

/** A text value as one string, in which the character `hole` stands for each part that is not known. */
export interface FlatText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The way of the whole text. */
  readonly trail: Trail | undefined;
}

/** A segment and the stretch of the flat text that it makes. */
export interface Piece extends Span {
  readonly segment: TextSegment;
}

export function flatText(value: TextValue): FlatText {
  const pieces: Piece[] = [];
  let text = '';
  for (const segment of segmentsOf(value)) {
    const added = segment.kind === 'known' ? segment.text : hole;
    pieces.push({ start: text.length, end: text.length + added.length, segment });
    text += added;
  }
  return { text, pieces, trail: value.trail };
}

/** The one piece that a stretch lies in; undefined where it is made of several. */
export function pieceAt(flat: FlatText, { start, end }: Span): Piece | undefined {
  return flat.pieces.find((piece) => piece.start <= start && end <= piece.end);
}

/** Where a stretch of the text is spelled letter by letter in a file; undefined where it is not. */
export function spelledAt(flat: FlatText, span: Span): Place | undefined {
  const piece = pieceAt(flat, span);
  if (piece?.segment.kind !== 'known') return undefined;
  const { offset, trail } = piece.segment;
  const origin = originOf(trail);
  if (offset === undefined || !origin) return undefined;
  const start = offset + span.start - piece.start;
  return { uri: origin.uri, start, end: start + span.end - span.start };
}

/**
 * The place of a stretch for a finding: the literal that the stretch stands in, or, where that literal says more than the whole text
 * does (a name inside a resource ID), the text's own part of it. For a hole it is the expression in the text that makes it; so it is for
 * what no literal says, such as what `environment()` knows, where a name has brought that here.
 */
export function placeOfPart(flat: FlatText, span: Span): Place | undefined {
  const piece = pieceAt(flat, span);
  if (!piece) return originOf(flat.trail);
  if (piece.segment.kind === 'hole') return piece.segment.value.trail ?? originOf(flat.trail);
  return broughtBy(piece.segment) ?? literalOf(piece.segment) ?? originOf(flat.trail);
}

/** The expression that puts what no literal says into a text: a name that stands for it. Undefined for what is spelled somewhere. */
function broughtBy({ offset, trail }: KnownSegment): Place | undefined {
  if (offset !== undefined || originOf(trail)?.via === undefined) return undefined;
  const steps: Trail[] = [];
  for (let step = trail; step; step = step.from) steps.unshift(step);
  const named = steps.findIndex(({ via }) => via !== undefined && via.kind !== 'text' && via.kind !== 'whole');
  return named < 0 ? undefined : steps.slice(named).find(({ via }) => via?.kind === 'text');
}

function literalOf({ text, offset, trail }: KnownSegment): Place | undefined {
  const origin = originOf(trail);
  if (!origin || offset === undefined) return origin;
  const quotes = origin.end - origin.start - text.length;
  const whole = quotes >= 0 && quotes <= 2;
  return whole ? origin : { uri: origin.uri, start: offset, end: offset + text.length };
}
