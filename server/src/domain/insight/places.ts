import { samePlace, type Place } from '../../base/place';
import type { Trail } from '../../deployment/values/value';
import { placeOfPart, type FlatText, type Piece } from '../names/flat-text';

/** The places on some ways, each once; those that take up no room in a file are left out. */
export function stepsOf(...trails: readonly (Trail | undefined)[]): readonly Place[] {
  const places: Place[] = [];
  for (const trail of trails) for (let step = trail; step; step = step.from) add(places, step);
  return places;
}

/** The places of a part of a text: what spells it and, before that, what it passed on its way. */
export function placesOfPiece(flat: FlatText, { start, end, segment }: Piece): readonly Place[] {
  if (segment.kind === 'hole') return [];
  const places: Place[] = [];
  // The literal itself may say more than the text does: the name of a zone inside a resource's ID.
  for (let step = segment.trail; step?.from; step = step.from) add(places, step);
  const spelled = placeOfPart(flat, { start, end });
  if (spelled) add(places, spelled);
  return places;
}

/** Some places without those that others have, too. */
export function without(places: readonly Place[], others: readonly Place[]): readonly Place[] {
  return places.filter((place) => !others.some((other) => samePlace(place, other)));
}

/** All of some places, each once. */
export function together(...lists: readonly (readonly Place[])[]): readonly Place[] {
  const places: Place[] = [];
  for (const list of lists) for (const place of list) add(places, place);
  return places;
}

function add(places: Place[], { uri, start, end }: Place): void {
  const place = { uri, start, end };
  if (start < end && !places.some((other) => samePlace(place, other))) places.push(place);
}
