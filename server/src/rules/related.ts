import type { Place } from '../base/place';
import { uriPath } from '../base/uri';
import type { DeployedResource } from '../deployment/deployment';
import type { Trail } from '../deployment/value';
import { knownText } from '../deployment/values';
import { stepsBetween } from '../domain/trails';
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
  return { place: resource.place, message };
}

/** A resource's name for a message: in quotes where it is known, else its symbolic name. */
export function nameOf(resource: DeployedResource): string {
  const name = knownText(resource.name) ?? resource.definition.symbol;
  return name === undefined ? `in ${uriPath(resource.place.uri)}` : `'${name}'`;
}

function describe({ via }: Trail): string | undefined {
  switch (via?.kind) {
    case 'parameter':
      return via.byDefault ? `the default of parameter '${via.name}' is used here` : `parameter '${via.name}' is used here`;
    case 'variable':
      return `variable '${via.name}' is used here`;
    case 'output':
      return `output '${via.name}' is used here`;
    case 'function':
      return `function '${via.name}' is called here`;
    case 'file':
      return `parameter '${via.name}' is given here`;
    case 'module':
      return `module '${via.name}' is used here`;
    default:
      return undefined;
  }
}

function placeOf({ uri, start, end }: Place): Place {
  return { uri, start, end };
}
