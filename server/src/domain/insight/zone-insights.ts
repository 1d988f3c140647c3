import { samePlace, type Place } from '../../base/place';
import { contains } from '../../base/span';
import { boundCodes, isRightCode, type BoundCode } from '../zones/bound-codes';
import { originOf } from '../../deployment/values/values';
import { pieceAt, placeOfPart, spelledAt, type FlatText, type Piece } from '../names/flat-text';
import type { GeoLabel } from '../names/geo-label';
import { servicesOfZone } from '../names/known-zones';
import { readableName } from '../names/readable-name';
import type { RegionTable } from '../names/regions';
import { hole, lowerCaseName } from '../names/zone-labels';
import type { ZoneName } from '../names/zone-name';
import { zoneReferences, type NamedZone, type ZoneReference } from '../zones/zone-references';
import type { BoundTo, Insight, Surroundings, ZoneTopic } from './insight';
import { placesOfPiece, stepsOf, together, without } from './places';

/** What there is to say of the zones of a deployment, and of the geo codes in their names. */
export function zoneInsights(surroundings: Surroundings): readonly Insight[] {
  const { topology, regions } = surroundings;
  const bound = [...boundCodes(surroundings)];
  return zoneReferences(topology, regions).flatMap((reference) => {
    const topic = zoneTopic(reference, endpointsBoundTo(reference, bound));
    if (!topic) return [];
    const geo = geoInsight(reference, regions);
    // Where it is declared, and where its name comes from.
    const declared = reference.zone ? [reference.zone.place] : [];
    const places = together(declared, placesOfZone(reference.name, geoLabelOf(reference.meaning)));
    return [{ topic, origin: originOfName(reference.name), places }, ...(geo ? [geo] : [])];
  });
}

/** What there is to say of a name by itself; undefined where it is no zone that is known. */
export function zoneTopic({ name, meaning }: NamedZone, bound: readonly BoundTo[] = []): ZoneTopic | undefined {
  if (meaning.kind === 'other') return undefined;
  const services = isWrong(meaning) ? [] : servicesOfZone(lowerCaseName(name.text).replace(/\.$/, ''));
  return { kind: 'zone', name: name.text.replaceAll(hole, '…'), meaning, services, bound };
}

/** Nothing needs a zone whose name has something else where the geo code belongs. */
function isWrong(meaning: ZoneName): boolean {
  const kind = geoLabelOf(meaning)?.meaning.kind;
  return kind !== undefined && kind !== 'code' && kind !== 'hole';
}

/** Without a known vault there is nothing to measure the code against: the endpoint may well be in another region. */
function endpointsBoundTo(reference: ZoneReference, bound: readonly BoundCode[]): readonly BoundTo[] {
  const own = bound.filter(({ reference: other, expected }) => expected.owner === 'vault' && isSame(reference, other));
  return own.map((code) => ({
    endpoint: readableName(code.it.endpoint.resource),
    located: code.expected.located,
    right: isRightCode(code),
  }));
}

function isSame(one: ZoneReference, other: ZoneReference): boolean {
  if (one.zone || other.zone) return one.zone === other.zone;
  return one.name.text === other.name.text && samePlace(originOfName(one.name), originOfName(other.name));
}

function geoInsight({ name, meaning }: ZoneReference, regions: RegionTable): Insight | undefined {
  const geo = geoLabelOf(meaning);
  if (geo?.meaning.kind !== 'code') return undefined;
  const { region, paired } = geo.meaning;
  const pair = region.pairedRegion === undefined ? undefined : regions.byName.get(region.pairedRegion);
  const piece = pieceApart(name, geo);
  const spelled = spelledAt(name, geo);
  const places = piece ? without(placesOfPiece(name, piece), placesOfZone(name, geo)) : spelled ? [spelled] : [];
  const origin = piece ? placeOfPart(name, geo) : originOfName(name);
  return { topic: { kind: 'geoCode', code: geo.text, region, paired, pair }, origin, places };
}

function geoLabelOf(meaning: ZoneName): GeoLabel | undefined {
  return 'geo' in meaning ? meaning.geo : undefined;
}

/** The part of a name that is the geo code and nothing else, such as a parameter in the midst of it. */
function pieceApart(name: FlatText, geo: GeoLabel | undefined): Piece | undefined {
  const piece = geo && pieceAt(name, geo);
  return piece && contains(geo, piece) ? piece : undefined;
}

/** What passes the code alone on says nothing of the zone. */
function placesOfZone(name: FlatText, geo: GeoLabel | undefined): readonly Place[] {
  const apart = pieceApart(name, geo);
  const others = name.pieces.filter((piece) => piece !== apart);
  return together(stepsOf(name.trail), ...others.map((piece) => placesOfPiece(name, piece)));
}

/** The literal that a name is written as; where it is a part of something longer, such as of an ID, that part. */
function originOfName(name: FlatText): Place | undefined {
  const [first, ...others] = name.pieces;
  const spelled = first && placeOfPart(name, first);
  const place = others.length === 0 ? spelled : (originOf(name.trail) ?? spelled);
  return place && { uri: place.uri, start: place.start, end: place.end };
}
