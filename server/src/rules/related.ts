import type { Place } from '../base/place';
import type { DeployedResource } from '../deployment/deployment';
import { parseResourceId } from '../deployment/identity/resource-id';
import type { TextValue, Trail } from '../deployment/values/value';
import { getEntry } from '../deployment/values/values';
import { flatText } from '../domain/names/flat-text';
import { readableName } from '../domain/names/readable-name';
import type { GivenZone } from '../domain/zones/given-zones';
import { stepsBetween } from '../domain/resources/trails';
import { hole } from '../domain/names/zone-labels';
import type { ZoneReference } from '../domain/zones/zone-references';
import type { RelatedPlace } from './report';

/** The way of a value, from the literal on, as places to follow. */
export function wayOf(trail: Trail | undefined): readonly RelatedPlace[] {
  return stepsBetween(trail).flatMap((step) => {
    const words = describe(step);
    return words === undefined ? [] : [{ place: placeOf(step), message: words }];
  });
}

/** A resource that has to do with a finding. */
export function relatedResource(resource: DeployedResource, message: string): RelatedPlace {
  return { place: resource.place, message, resource };
}

/** What takes a zone's name; nothing where that is a template that no line names. */
export function takerOf(zone: ZoneReference | GivenZone): readonly RelatedPlace[] {
  if (!('module' in zone)) return [relatedResource(zone.resource, 'where the name is used')];
  const { place, reference } = zone.module;
  const what = reference?.kind === 'using' ? 'template' : 'module';
  return place.start === place.end ? [] : [{ place: placeOf(place), message: `the ${what} that the name is given to` }];
}

/** Where a resource's name is written in the resource itself. */
export function placeOfName({ body, place }: DeployedResource): Place {
  return placeOf(getEntry(body, 'name')?.value.trail ?? place);
}

/** A resource's name for a message, in quotes. */
export function nameOf(resource: DeployedResource): string {
  return `'${readableName(resource)}'`;
}

/**
 * The name in an ID, for a message: a space and the name in quotes, or nothing where it is not known. A resource that exists already has
 * no other name in ARM JSON, so messages about one are the same in both languages.
 */
export function nameInId(id: TextValue | undefined): string {
  const name = id && parseResourceId(id)?.names.at(-1);
  const readable = name ? flatText(name).text.replaceAll(hole, '…') : '';
  return /^…*$/.test(readable) ? '' : ` '${readable}'`;
}

function describe({ via }: Trail): string | undefined {
  switch (via?.kind) {
    case 'parameter':
      return via.byDefault
        ? `the default of parameter '${via.name}' is used here`
        : `parameter '${via.name}' is used here`;
    case 'variable':
      return `variable '${via.name}' is used here`;
    case 'output':
      return `output '${via.name}' is used here`;
    case 'function':
      return `function '${via.name}' is called here`;
    case 'file':
      return `parameter '${via.name}' is given here`;
    case 'environment':
      return `the default of environment variable '${via.name}' is used here`;
    case 'module':
      return `module '${via.name}' is used here`;
    default:
      return undefined;
  }
}

function placeOf({ uri, start, end }: Place): Place {
  return { uri, start, end };
}
