import type { Uri } from '../../base/uri';
import { createRegionTable, type RegionTable } from '../../domain/names/regions';
import type { Configurations } from '../../lint/config/configurations';

/** The regions as the configuration of a file has them. */
export function regionsOf(uri: Uri, configurations: Configurations | undefined): RegionTable {
  return createRegionTable(Object.fromEntries(configurations?.of(uri).geoCodes ?? []));
}
