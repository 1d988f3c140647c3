import { sources } from '../data/links';
import type { Place } from '../base/place';
import type { DeployedResource } from '../deployment/deployment';
import type { Value } from '../deployment/value';
import { getEntry, knownText } from '../deployment/values';
import { settled } from '../domain/options';
import { natureOf, placeOfValue, regionStep } from '../domain/trails';
import type { Editor } from '../model/edit/editor';
import { backupZone } from './examples/backup-zone';
import { mistake } from './examples/mistake';
import { nameOf, relatedResource, wayOf } from './related';
import type { Fix, Report } from './report';
import type { Rule } from './rule';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['microsoft.network/privatednszones', 'private DNS zone'],
  ['microsoft.network/privatednszones/virtualnetworklinks', 'virtual network link'],
]);

export const zoneNotGlobal: Rule = {
  id: 'PE209',
  name: 'zone-not-global',
  severity: 'error',
  summary: 'A private DNS zone or its virtual network link has a location other than `global`.',
  docs: {
    why: 'Private DNS zones and their virtual network links belong to no region. Azure refuses any location other than `global`.',
    howToFix: 'Write `global` as the location.',
    fixes: [{ does: 'puts `global`', safe: true }],
    sources: [sources.privateDns],
    examples: [
      mistake('bicep', backupZone, ["location: 'global'", 'location: ‹resourceGroup().location›']),
      mistake('json', backupZone, ['"location": "global"', '"location": ‹"[resourceGroup().location]"›']),
    ],
  },
  *check({ deployment, editor }) {
    for (const resource of deployment.resources) {
      const what = TYPES.get(resource.type.toLowerCase());
      if (what !== undefined && !resource.existing) yield* checkLocation(resource, what, editor);
    }
  },
};

function* checkLocation(resource: DeployedResource, what: string, editor: Editor): Iterable<Report> {
  const value = settled(getEntry(resource.body, 'location')?.value, resource);
  const place = value && wrongPlace(value);
  if (!place) return;
  const known = knownText(value);
  const found = known === undefined ? "a region's name" : `'${known}'`;
  const { uri, start, end } = place;
  yield {
    place: { uri, start, end },
    message: `The ${what} ${nameOf(resource)} has ${found} as its location. Private DNS is global and Azure refuses any other location: write 'global'.`,
    related: [...wayOf(value.trail), relatedResource(resource, `the ${what}`)],
    fixes: fix({ uri, start, end }, editor),
  };
}

/** Where a location stands that is certainly another than `global`; undefined where it may be right. */
function wrongPlace(value: Value): Place | undefined {
  const known = knownText(value);
  if (known !== undefined)
    return known.toLowerCase() === 'global' ? undefined : (regionStep(value.trail) ?? placeOfValue(value));
  return natureOf(value) === 'region' ? (regionStep(value.trail) ?? value.trail) : undefined;
}

function fix(place: Place, editor: Editor): readonly Fix[] {
  const edit = editor.replaceValue(place, 'global');
  return edit ? [{ title: "Change to 'global'", safe: true, edits: [edit] }] : [];
}
