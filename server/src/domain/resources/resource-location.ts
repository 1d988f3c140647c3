import { knownText } from '../../deployment/values/values';
import type { DeployedResource } from '../../deployment/deployment';
import { getEntry } from '../../deployment/values/values';
import { settled } from './options';
import { regionByName } from '../names/regions';
import type { Region, RegionTable } from '../names/regions';
import { defaultParameter } from './trails';

/** Where a resource is, and how far that is certain. */
export interface LocatedIn {
  readonly region: Region;
  /** The parameter whose default says so; undefined where the region is certain. */
  readonly byDefault: string | undefined;
}

/** The region that a resource is declared in; undefined where it is not known or no region of the table. */
export function locationOf(resource: DeployedResource, regions: RegionTable): LocatedIn | undefined {
  const value = settled(getEntry(resource.body, 'location')?.value, resource);
  const name = knownText(value);
  const region = name === undefined ? undefined : regionByName(name, regions);
  if (!region || !value) return undefined;
  const origin = value.kind === 'text' && value.segments[0]?.kind === 'known' ? value.segments[0].trail : undefined;
  return { region, byDefault: defaultParameter(value.trail) ?? defaultParameter(origin) };
}

/** `North Europe ('ne')`, with the words for a default where the region rests on one. */
export function describeRegion({ region, byDefault }: LocatedIn): string {
  const words = `${region.displayName} ('${region.geoCode}')`;
  return byDefault === undefined ? words : `${words}, by the default value of '${byDefault}'`;
}
