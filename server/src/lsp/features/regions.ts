import { expectedFqdns } from '../../domain/fqdns/expected-fqdns';
import { createRegionTable } from '../../domain/names/regions';
import { cloudFacts } from '../../domain/names/zones';
import type { Region } from '../../protocol';

/** The regions for which there is a list of FQDNs, sorted as people look for them. */
export function regions(): Region[] {
  return createRegionTable()
    .regions.filter((region) => expectedFqdns(region).kind === 'entries')
    .map(({ name, displayName, geoCode, cloud }) => ({
      name,
      displayName,
      geoCode,
      cloud: cloudFacts(cloud).displayName,
    }))
    .sort((one, other) => one.displayName.localeCompare(other.displayName, 'en'));
}
