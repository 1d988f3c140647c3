import assert from 'node:assert/strict';
import { placeRecords, type PlacedRecord } from '../../server/src/domain/fqdns/address-records';
import { planDns, type DnsPlan } from '../../server/src/domain/fqdns/dns-plan';
import { expectedFqdns, type FqdnQuestion, type RegionFqdns } from '../../server/src/domain/fqdns/expected-fqdns';
import { readRecords } from '../../server/src/domain/fqdns/read-records';
import { createRegionTable, findRegion, type Region } from '../../server/src/domain/names/regions';
import { allowListExporters, type AllowListTarget } from '../../server/src/formats/allow-list/exporters';
import { allowListInput } from '../../server/src/formats/allow-list/input';
import type { Artefact } from '../../server/src/formats/artefact';
import { dnsExporters, type DnsTarget } from '../../server/src/formats/dns/exporters';

const table = createRegionTable();
const tool = 'pelint 1.2.3';

function regionNamed(text: string): Region {
  const region = findRegion(text, table);
  assert.ok(region !== undefined, text);
  return region;
}

/** What `pelint dns` makes for regions, with these records. */
export function dnsArtefact(
  target: DnsTarget,
  regions: readonly string[],
  records = '',
  forwardTo: readonly string[] = ['168.63.129.16'],
): Artefact {
  const plan = planFor(regions);
  return dnsExporters[target].export({ plan, records: placed(records, regions), forwardTo, tool });
}

export function placed(records: string, regions: readonly string[]): readonly PlacedRecord[] {
  if (records === '') return [];
  const read = readRecords(records);
  assert.ok(!('message' in read), JSON.stringify(read));
  const result = placeRecords(read, planFor(regions));
  assert.ok(!('message' in result), JSON.stringify(result));
  return result;
}

/** What has to resolve privately in regions. */
export function planFor(regions: readonly string[]): DnsPlan {
  return planDns(regions.map((name) => listFor(name)));
}

/** What `pelint allow-list` makes for regions. */
export function allowListArtefact(
  target: AllowListTarget,
  regions: readonly string[],
  question: FqdnQuestion = {},
): Artefact {
  const lists = regions.map((name) => listFor(name, question));
  return allowListExporters[target](allowListInput(lists, { proxy: 'proxy.contoso.com:3128', tool }));
}

function listFor(name: string, question?: FqdnQuestion): RegionFqdns {
  const list = expectedFqdns(regionNamed(name), question);
  assert.ok(list.kind === 'entries');
  return list;
}
