import type { Place } from '../base/place';
import { sources } from '../data/links';
import type { BooleanValue } from '../deployment/values/value';
import { flatText } from '../domain/names/flat-text';
import type { LiteralUse, LiteralUses } from '../domain/resources/literal-uses';
import { settled } from '../domain/resources/options';
import { property } from '../domain/resources/resource-properties';
import type { Link } from '../domain/topology/topology';
import { defaultParameter, placeOfValue } from '../domain/resources/trails';
import { nameOfLinkedZone } from '../domain/zones/zone-links';
import type { Editor } from '../model/edit/editor';
import { linkedZones } from './examples/linked-zones';
import { mistake } from './examples/mistake';
import { relatedResource, wayOf } from './related';
import type { Fix } from './report';
import type { Rule } from './rule';
import { readable } from './zone-words';

export const linkRegistersVms: Rule = {
  id: 'PE208',
  name: 'link-registers-vms',
  about: 'zones',
  severity: 'warning',
  summary: 'A virtual network link of a `privatelink.` zone registers virtual machines.',
  docs: {
    why: 'With `registrationEnabled`, Azure writes a record into the zone for every virtual machine of the network. In a `privatelink.` zone these records have no meaning, and a network can have only one zone for registration, so the zone that is meant for the machines is refused.',
    howToFix:
      'Set `registrationEnabled` to `false`. If machines shall have names, link the network to a zone of its own.',
    fixes: [{ does: 'sets `registrationEnabled` to `false`', safe: false }],
    sources: [sources.autoRegistration],
    examples: [
      mistake('bicep', linkedZones, ['registrationEnabled: false', 'registrationEnabled: ‹true›']),
      mistake('json', linkedZones, ['"registrationEnabled": false', '"registrationEnabled": ‹true›']),
    ],
  },
  *check({ topology, editor, uses }) {
    const links = topology.links.filter((link) => privatelinkZone(link) !== undefined);
    const resources = new Set(links.map(({ resource }) => resource));
    const isMeant = ({ resource, path }: LiteralUse): boolean =>
      path === 'properties.registrationenabled' && resources.has(resource);
    for (const link of links) {
      const value = settled(property(link.resource, 'registrationEnabled'), link.resource);
      if (value?.kind !== 'boolean' || !value.value) continue;
      const place = placeOf(value, isMeant, uses) ?? link.resource.place;
      yield {
        place,
        message: message(privatelinkZone(link) ?? '…', defaultParameter(value.trail)),
        related: [...wayOf(value.trail), relatedResource(link.resource, 'the virtual network link')],
        fixes: fixes(place, editor),
      };
    }
  },
};

/** The name of a link's zone where it is one for private endpoints. */
function privatelinkZone(link: Link): string | undefined {
  const zone = nameOfLinkedZone(link);
  const name = zone && flatText(zone).text;
  return name !== undefined && /(?:^|\.)privatelink\./i.test(name) ? name : undefined;
}

/** The literal, or, where something else is content with it, the place that takes it. */
function placeOf(value: BooleanValue, isMeant: (use: LiteralUse) => boolean, uses: LiteralUses): Place | undefined {
  const literal = placeOfValue(value);
  const place = uses.isShared(literal, isMeant) ? value.trail : literal;
  return place && { uri: place.uri, start: place.start, end: place.end };
}

function message(zone: string, byDefault: string | undefined): string {
  const condition = byDefault === undefined ? '' : ` for the default value of '${byDefault}'`;
  return `The virtual network link of zone '${readable(zone)}' registers virtual machines${condition}: Azure writes a record for each of the network's machines into the zone, and the network can register them in no other. Set 'registrationEnabled' to false.`;
}

function fixes(place: Place, editor: Editor): readonly Fix[] {
  const edit = editor.replaceValue(place, false);
  return edit ? [{ title: "Set 'registrationEnabled' to false", safe: false, edits: [edit] }] : [];
}
