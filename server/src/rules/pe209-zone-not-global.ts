import { LINK_TYPE, ZONE_TYPE } from '../data/resource-types';
import { sources } from '../data/links';
import type { Place } from '../base/place';
import type { DeployedResource } from '../deployment/deployment';
import type { Value } from '../deployment/values/value';
import { getEntry, knownText } from '../deployment/values/values';
import type { LiteralUse, LiteralUses } from '../domain/resources/literal-uses';
import { settled } from '../domain/resources/options';
import { natureOf, placeOfValue, regionStep } from '../domain/resources/trails';
import type { Editor } from '../model/edit/editor';
import { backupZone } from './examples/backup-zone';
import { mistake } from './examples/mistake';
import { nameOf, relatedResource, wayOf } from './related';
import type { Fix, Report } from './report';
import type { Rule } from './rule';

const TYPES: ReadonlyMap<string, string> = new Map([
  [ZONE_TYPE, 'private DNS zone'],
  [LINK_TYPE, 'virtual network link'],
]);

export const zoneNotGlobal: Rule = {
  id: 'PE209',
  name: 'zone-not-global',
  about: 'zones',
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
  *check({ deployment, editor, uses }) {
    for (const resource of deployment.resources) {
      const what = TYPES.get(resource.type.toLowerCase());
      if (what !== undefined && !resource.existing) yield* checkLocation(resource, what, editor, uses);
    }
  },
};

function* checkLocation(resource: DeployedResource, what: string, editor: Editor, uses: LiteralUses): Iterable<Report> {
  const value = settled(getEntry(resource.body, 'location')?.value, resource);
  const place = value && wrongPlace(value, uses);
  if (!place) return;
  const known = knownText(value);
  const found = known === undefined ? "a region's name" : `'${known}'`;
  yield {
    place,
    message: `The ${what} ${nameOf(resource)} has ${found} as its location. Private DNS is global and Azure refuses any other location: write 'global'.`,
    related: [...wayOf(value.trail), relatedResource(resource, `the ${what}`)],
    fixes: fix(place, editor),
  };
}

/** Where a location stands that is certainly another than `global`; undefined where it may be right. */
function wrongPlace(value: Value, uses: LiteralUses): Place | undefined {
  const known = knownText(value);
  if (known?.toLowerCase() === 'global') return undefined;
  if (known !== undefined) {
    const literal = placeOfValue(value);
    return regionStep(value.trail) ?? (uses.isShared(literal, isZoneLocation) ? value.trail : literal);
  }
  return natureOf(value) === 'region' ? (regionStep(value.trail) ?? value.trail) : undefined;
}

/** Whether a value should be `global`, too. */
function isZoneLocation({ resource, path }: LiteralUse): boolean {
  return path === 'location' && TYPES.has(resource.type.toLowerCase());
}

function fix(place: Place, editor: Editor): readonly Fix[] {
  const edit = editor.replaceValue(place, 'global');
  return edit ? [{ title: "Change to 'global'", safe: true, edits: [edit] }] : [];
}
