import { sources } from '../data/links';
import { parseResourceId } from '../deployment/identity/resource-id';
import { flatText } from '../domain/names/flat-text';
import { findHandMadeRecords } from '../domain/zones/hand-made-records';
import type { HandMadeRecord } from '../domain/zones/hand-made-records';
import { placeOfValue } from '../domain/resources/trails';
import { linkedZones, links } from './examples/linked-zones';
import { mistake } from './examples/mistake';
import { record } from './examples/record-by-hand';
import { nameOf, relatedResource, wayOf } from './related';
import type { Report } from './report';
import type { Rule } from './rule';
import { readable } from './zone-words';

export const handMadeRecords: Rule = {
  id: 'PE211',
  name: 'hand-made-records',
  about: 'backup',
  severity: 'info',
  summary: 'A record for Azure Backup is written by hand in a zone whose records a zone group manages.',
  docs: {
    why: 'A private endpoint’s zone group lets Azure write the records of the vault, its blobs and its queues, and keep them right when addresses are added. A record that a template writes beside them is never updated, hides or overwrites what Azure writes with the next deployment, and stays behind when the endpoint goes.',
    howToFix:
      'Remove the record and leave it to the zone group. Records of other storage accounts in a blob or queue zone are right: pelint speaks there only of addresses of the endpoint itself, or of a subnet in which no other private endpoint stands.',
    sources: [sources.overview, sources.configure],
    examples: [
      mistake('bicep', linkedZones, [links.bicep, links.bicep + record.bicep]),
      mistake('json', linkedZones, [links.json, links.json + record.json]),
    ],
  },
  *check(context) {
    for (const found of findHandMadeRecords(context)) yield report(found);
  },
};

function report({ record: { name, place, id }, endpoint, group, zoneName }: HandMadeRecord): Report {
  const label = parseResourceId(id)?.names.at(-1);
  const words = label ? readable(flatText(label).text) : '…';
  return {
    place: placeOfValue(name) ?? place,
    message: `Record '${words}' is written by hand in zone '${readable(zoneName)}', whose records for Azure Backup the zone group of the private endpoint ${nameOf(endpoint.resource)} manages: Azure does not update it, and the two can overwrite each other. Remove the record.`,
    related: [
      ...wayOf(name.trail),
      relatedResource(group.resource, 'the zone group that manages the zone’s records'),
      relatedResource(endpoint.resource, 'the private endpoint'),
    ],
  };
}
