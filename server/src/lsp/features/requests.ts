import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { tool } from '../../base/product';
import { expectedFqdns, type RegionFqdns } from '../../domain/expected-fqdns';
import { createRegionTable, findRegion, regionByName, type RegionTable } from '../../domain/regions';
import { cloudFacts } from '../../domain/zones';
import { formatFqdnList } from '../../formats/fqdn/list';
import type { ExpectedFqdnsParams, ExpectedFqdnsResult, Region } from '../../protocol';

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

/** The list for some regions; a region that is not known, or has no list, is the request's mistake. */
export function expectedFqdnList({ regions: wanted }: ExpectedFqdnsParams): ExpectedFqdnsResult {
  const table = createRegionTable();
  const lists = wanted.map((text) => listOf(text, table));
  return { text: formatFqdnList(lists, { tool, displayNameOf: (name) => regionByName(name, table)?.displayName }) };
}

function listOf(text: string, table: RegionTable): RegionFqdns {
  const region = findRegion(text, table);
  if (region === undefined) throw invalid(`${JSON.stringify(text)} is no region and no geo code`);
  const list = expectedFqdns(region);
  if (list.kind === 'suffixUnknown') throw invalid(list.message);
  return list;
}

function invalid(message: string): ResponseError<undefined> {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
