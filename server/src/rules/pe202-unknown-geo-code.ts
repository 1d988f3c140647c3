import { sources } from '../data/links';
import type { Place } from '../base/place';
import type { TextEdit } from '../base/text-edit';
import { originOf } from '../deployment/values/values';
import { pieceAt, placeOfPart, spelledAt } from '../domain/names/flat-text';
import type { FlatText } from '../domain/names/flat-text';
import type { GeoLabel } from '../domain/names/geo-label';
import { givenZones } from '../domain/zones/given-zones';
import type { GivenZone } from '../domain/zones/given-zones';
import { namesZone } from '../domain/resources/literal-uses';
import { hole } from '../domain/names/zone-labels';
import { boundLabels } from '../domain/zones/bound-codes';
import { zoneReferences } from '../domain/zones/zone-references';
import type { ZoneReference } from '../domain/zones/zone-references';
import { insertionStep, regionStep } from '../domain/resources/trails';
import type { Region } from '../domain/names/regions';
import type { Trail } from '../deployment/values/value';
import { backupZone } from './examples/backup-zone';
import { mistake } from './examples/mistake';
import { geoCodes, regionalZone } from './examples/regional-zone';
import { takerOf, wayOf } from './related';
import { renamed, spellings } from './rename-zone';
import type { Fix, Report } from './report';
import type { Rule, RuleContext } from './rule';
import { readable } from './zone-words';

export const unknownGeoCode: Rule = {
  id: 'PE202',
  name: 'unknown-geo-code',
  about: 'backup',
  severity: 'error',
  otherSeverity: {
    severity: 'warning',
    when: 'for a code that pelint does not know, since it may be that of a new region',
  },
  summary:
    'The name of a Backup zone has a region’s name, or a code that pelint does not know, where the geo code belongs.',
  docs: {
    why: 'The private names of a vault contain the geo code of its region (`we`), not the region’s name (`westeurope`). A zone with anything else in its place is created without complaint, but the names find no place in it and do not resolve.',
    howToFix:
      'Write the geo code, or look it up in a map from region names to geo codes. `pelint fqdn westeurope` prints the right name for a region. A code that is right and that pelint does not know goes into `geoCodes` of the configuration file: `"geoCodes": { "newregion": "nr" }`.',
    fixes: [
      { does: 'replaces a region’s name with its geo code', safe: true },
      { does: 'replaces an unknown code with the nearest known one', safe: false },
      { does: 'looks the geo code of a location up in a map of all regions, which it adds', safe: false },
    ],
    sources: [sources.overview, sources.dnsZoneValues, sources.geoCodes],
    examples: [
      {
        title: 'a region’s name',
        ...mistake('bicep', backupZone, [
          "'privatelink.we.backup.windowsazure.com'",
          "‹'privatelink.westeurope.backup.windowsazure.com'›",
        ]),
      },
      {
        title: 'a location',
        shortened: true,
        ...mistake('bicep', regionalZone, [geoCodes.bicep, ''], ['geoCodes[location]', '‹location›']),
      },
      {
        title: 'a region’s name',
        ...mistake('json', backupZone, [
          '"privatelink.we.backup.windowsazure.com"',
          '‹"privatelink.westeurope.backup.windowsazure.com"›',
        ]),
      },
      {
        title: 'a location',
        shortened: true,
        ...mistake(
          'json',
          regionalZone,
          [geoCodes.json, ''],
          ["variables('geoCodes')[parameters('location')]", "‹parameters('location')›"],
        ),
      },
    ],
  },
  *check(context) {
    for (const reference of zoneReferences(context.topology, context.regions)) {
      const { meaning } = reference;
      if (meaning.kind === 'backup' && meaning.geo) yield* checkLabel(reference, meaning.geo, context);
    }
    for (const zone of givenZones(context.deployment, context.regions)) {
      const geo = zone.meaning.kind === 'backup' ? zone.meaning.geo : undefined;
      // What is no code to pelint may be a word that the module replaces.
      if (geo && geo.meaning.kind !== 'unknown') yield* checkLabel(zone, geo, context);
    }
  },
};

type Zone = ZoneReference | GivenZone;

function* checkLabel(reference: Zone, geo: GeoLabel, context: RuleContext): Iterable<Report> {
  switch (geo.meaning.kind) {
    case 'regionName':
      yield* regionName(reference, geo, geo.meaning.region, context);
      return;
    case 'unknown':
      yield* unknownCode(reference, geo, geo.meaning.nearest, context);
      return;
    case 'hole':
      yield* regionHole(reference, geo, context);
      return;
    case 'code':
    case 'placeholder':
      return;
  }
}

function* regionName(reference: Zone, geo: GeoLabel, region: Region, context: RuleContext): Iterable<Report> {
  const { name } = reference;
  const trail = trailOf(name, geo);
  const isShared = context.uses.isShared(spelledAt(name, geo), namesZone);
  // A name in a map of regions is right there: the mistake is that the zone takes it instead of its value.
  const isKey = isPropertyName(originOf(trail), context);
  const step = regionStep(trail) || isShared || isKey ? insertionStep(trail) : undefined;
  const place = step ?? placeOfPart(name, geo);
  if (!place) return;
  const advice = step
    ? `Look the geo code up in a map from region names to geo codes; that of ${region.displayName} is '${region.geoCode}'.`
    : `The geo code of ${region.displayName} is '${region.geoCode}'.`;
  yield {
    place,
    message: `The Backup zone '${readable(name.text)}' has the region's name '${geo.text}' where the geo code belongs, so vault names will not resolve. ${advice}`,
    related: related(reference, trail),
    fixes: step ? mapFix(reference, geo, context) : isShared ? [] : replacement(reference, geo, region, true, context),
  };
}

/** Names of properties alone stand where a property can be taken out. */
function isPropertyName(place: Place | undefined, { editor }: RuleContext): boolean {
  return place !== undefined && editor.removeProperty(place) !== undefined;
}

function* unknownCode(
  reference: Zone,
  geo: GeoLabel,
  nearest: readonly Region[],
  context: RuleContext,
): Iterable<Report> {
  const { name } = reference;
  const place = placeOfPart(name, geo);
  if (!place) return;
  const ofVault = regionOfVaults(name, context);
  const likeliest = ofVault ?? nearest[0];
  const advice = likeliest
    ? `Did you mean '${likeliest.geoCode}' (${likeliest.displayName}${ofVault ? ', where the vault is' : ''})?`
    : `Write the geo code of the vault's region, such as 'we' for West Europe.`;
  yield {
    place,
    severity: 'warning',
    message: `'${geo.text}' in the Backup zone '${readable(name.text)}' is not a geo code that pelint knows, and with a wrong one vault names will not resolve. ${advice} A right code goes into 'geoCodes' of the configuration.`,
    related: related(reference, trailOf(name, geo)),
    fixes: likeliest ? replacement(reference, geo, likeliest, false, context) : [],
  };
}

/** The region of the vaults whose endpoints are bound to a zone, where they are in one: no other code is right in its name. */
function regionOfVaults({ text }: FlatText, context: RuleContext): Region | undefined {
  const regions = new Set<Region>();
  for (const { it, reference, expected } of boundLabels(context)) {
    const isOwn = reference.name.text.toLowerCase() === text.toLowerCase();
    if (isOwn && it.group === 'azurebackup' && expected.owner === 'vault') regions.add(expected.located.region);
  }
  const [region, ...others] = regions;
  return others.length === 0 ? region : undefined;
}

/** A hole that is a region by its nature is wrong whatever its value. */
function* regionHole(reference: Zone, geo: GeoLabel, context: RuleContext): Iterable<Report> {
  const { name } = reference;
  const segment = pieceAt(name, geo)?.segment;
  if (geo.text !== hole || segment?.kind !== 'hole' || segment.value.nature !== 'region') return;
  const { trail } = segment.value;
  const place = insertionStep(trail) ?? trail ?? originOf(name.trail);
  if (!place) return;
  yield {
    place,
    message: `The Backup zone '${readable(name.text)}' gets a region's name where the geo code belongs (such as 'westeurope' instead of 'we'), so vault names will not resolve. Look the geo code up in a map from region names to geo codes.`,
    related: related(reference, segment.value.trail),
    fixes: mapFix(reference, geo, context),
  };
}

/** A map of all regions of the cloud, and a look-up in it: not safe, as a deployment to a region that is not in it then fails. */
function mapFix(reference: Zone, geo: GeoLabel, context: RuleContext): readonly Fix[] {
  const { editor, regions, deployment } = context;
  const rows = regions.regions.filter(({ cloud }) => cloud === deployment.cloud);
  const properties = Object.fromEntries(rows.map(({ name, geoCode }) => [name, geoCode]));
  const edits = new Map<string, TextEdit>();
  for (const step of stepsToMap(reference, geo, context)) {
    const lookUp = editor.lookUp(step, { name: 'backupGeoCodes', map: { properties } });
    if (!lookUp) return [];
    // All look-ups share one map.
    for (const edit of lookUp) edits.set(`${edit.uri} ${edit.start} ${edit.end}`, edit);
  }
  const title = 'Look the geo code up in a map of all regions';
  return edits.size === 0 ? [] : [{ title, safe: false, edits: [...edits.values()] }];
}

/** The expressions that put a region into the name, wherever the deployment spells it. */
function stepsToMap(reference: Zone, geo: GeoLabel, context: RuleContext): readonly Place[] {
  return spellings(reference, context).flatMap((name) => {
    const trail = trailOf(name, geo);
    const step = insertionStep(trail) ?? trail ?? originOf(name.trail);
    return step ? [step] : [];
  });
}

function replacement(
  reference: Zone,
  geo: GeoLabel,
  region: Region,
  safe: boolean,
  context: RuleContext,
): readonly Fix[] {
  const edits = renamed(reference, geo, region.geoCode, context);
  return edits ? [{ title: `Change '${geo.text}' to '${region.geoCode}' (${region.displayName})`, safe, edits }] : [];
}

function trailOf(name: FlatText, geo: GeoLabel): Trail | undefined {
  const segment = pieceAt(name, geo)?.segment;
  return segment?.kind === 'known' ? segment.trail : segment?.value.trail;
}

function related(zone: Zone, trail: Trail | undefined): Report['related'] & object {
  return [...wayOf(trail), ...takerOf(zone)];
}
