import { samePlace } from '../base/place';
import type { Place } from '../base/place';
import { ZONE_GROUP_TYPE } from '../data/resource-types';
import { sources } from '../data/links';
import { idKey, parentId, splitName } from '../deployment/identity/resource-id';
import type { DeployedResource } from '../deployment/deployment';
import type { TextValue } from '../deployment/values/value';
import { classifyZone } from '../domain/names/backup-zone';
import { originOf } from '../deployment/values/values';
import { flatText, spelledAt } from '../domain/names/flat-text';
import type { RegionTable } from '../domain/names/regions';
import { placeOfValue } from '../domain/resources/trails';
import { certainlyDiffer } from '../domain/names/zone-labels';
import { existTogether, zoneConfigLists } from '../domain/zones/zone-configs';
import type { ZoneConfig } from '../domain/zones/zone-configs';
import { mistake } from './examples/mistake';
import { zonesForEndpoint } from './examples/zones-for-endpoint';
import { nameOf, relatedResource } from './related';
import type { Fix, Report } from './report';
import type { Rule, RuleContext } from './rule';
import { readable } from './zone-words';

const MOST_ZONES = 5;

export const zoneGroupLimits: Rule = {
  id: 'PE213',
  name: 'zone-group-limits',
  about: 'zoneGroups',
  severity: 'error',
  summary:
    'A private endpoint has a second zone group, or a zone group has more than five zones, one of them twice, or a config without a name of its own.',
  docs: {
    why: 'The resource type accepts all of this, and so do compiler and validation; Azure refuses it only while it deploys: the endpoint is then there, and its names do not resolve.',
    howToFix:
      'Bind all zones of an endpoint in one zone group: at most five, each once, each under a name that no other config of the group has.',
    fixes: [
      { does: 'removes the config that binds a zone for the second time', safe: true },
      { does: 'names a config after its zone', safe: true },
    ],
    sources: [sources.dnsIntegration, sources.dnsZoneValues],
    examples: [
      mistake(
        'bicep',
        zonesForEndpoint,
        ['      for (name, index) in zoneNames: {\n', '      for (name, index) in zoneNames: ‹{›\n'],
        ["        name: 'zone${index}'\n", ''],
      ),
      mistake('json', zonesForEndpoint, ['"name": "queue"', '"name": ‹"blob"›']),
    ],
  },
  *check(context) {
    const groups = context.topology.index.ofType(ZONE_GROUP_TYPE).filter((group) => !group.existing);
    yield* surplusGroups(groups);
    for (const group of groups) {
      for (const configs of zoneConfigLists(group)) yield* checkConfigs(configs, group, context);
    }
  },
};

function* surplusGroups(groups: readonly DeployedResource[]): Iterable<Report> {
  for (const [index, group] of groups.entries()) {
    const endpoint = parentId(group.id);
    const key = endpoint && idKey(endpoint);
    const first = groups.slice(0, index).find((other) => {
      const parent = parentId(other.id);
      return parent && idKey(parent) === key && existTogether(other, group) && haveOtherNames(other, group);
    });
    if (!first) continue;
    yield {
      place: placeOfValue(group.name) ?? group.place,
      message: `The zone group ${nameOf(group)} is the second one of its private endpoint, beside ${nameOf(first)}. Azure refuses more than one: bind all zones in one group.`,
      related: [relatedResource(first, 'the first zone group')],
    };
  }
}

/** One group that is deployed twice, such as by two modules one after the other, is one group. */
function haveOtherNames(one: DeployedResource, other: DeployedResource): boolean {
  const [a, b] = [one, other].map(({ id }) => splitName(id).at(-1));
  return a !== undefined && b !== undefined && certainlyDiffer(flatText(a).text, flatText(b).text);
}

function* checkConfigs(
  configs: readonly ZoneConfig[],
  group: DeployedResource,
  context: RuleContext,
): Iterable<Report> {
  const related = [relatedResource(group, 'the zone group')];
  const surplus = configs[MOST_ZONES];
  if (surplus) {
    yield {
      place: placeOfConfig(surplus, group),
      message: `The zone group ${nameOf(group)} binds ${configs.length} zones, and Azure refuses more than ${MOST_ZONES}. An endpoint for Azure Backup needs three: Backup, blob and queue.`,
      related,
    };
  }
  for (const [index, config] of configs.entries()) {
    const problem = problemOf(config, configs.slice(0, index));
    if (!problem) continue;
    const place = placeOfConfig(config, group);
    const fixes = fixesOf(problem, config, configs, context);
    yield { place, message: `${messageOf(problem, config)} (zone group ${nameOf(group)}).`, related, fixes };
  }
}

type Problem =
  | { readonly kind: 'nameless' }
  /** `first` is an earlier config. */
  | { readonly kind: 'sameZone' | 'sameName'; readonly first: ZoneConfig };

function problemOf(config: ZoneConfig, before: readonly ZoneConfig[]): Problem | undefined {
  const { name, zoneKey } = config;
  const sameZone = before.find((other) => zoneKey !== undefined && other.zoneKey === zoneKey);
  if (sameZone) return { kind: 'sameZone', first: sameZone };
  if (name === null) return { kind: 'nameless' };
  const sameName = name && before.find((other) => other.name && idKey(other.name) === idKey(name));
  return sameName && { kind: 'sameName', first: sameName };
}

function messageOf({ kind }: Problem, { name, zoneName }: ZoneConfig): string {
  const written = name ? `'${readable(flatText(name).text)}'` : 'without a name';
  switch (kind) {
    case 'nameless':
      return 'A zone config has no name, and Azure refuses the request. Give it one that no other config of the group has';
    case 'sameName':
      return `Two zone configs have the name ${written}, which Azure refuses as one resource written twice. Give each a name of its own`;
    case 'sameZone':
      return `The zone config ${written} binds ${zoneName === undefined ? 'a zone' : `'${zoneName}'`} that another config of the group binds already. Remove one of them, or put the zone that was meant`;
  }
}

function fixesOf(
  problem: Problem,
  config: ZoneConfig,
  all: readonly ZoneConfig[],
  { editor, regions }: RuleContext,
): readonly Fix[] {
  const object = originOf(config.value.trail);
  const isLooped = all.some((other) => other !== config && samePlace(originOf(other.value.trail), object));
  if (!object || isLooped) return [];
  if (problem.kind === 'sameZone') {
    const edits = editor.removeItem(object);
    return edits ? [{ title: 'Remove the config', safe: true, edits }] : [];
  }
  const name = freeName(config.zoneName, all, regions);
  if (name === undefined) return [];
  const place = config.name ? spelledName(config.name, all) : undefined;
  const edit = place && editor.replaceInText(place, name);
  const edits = config.name ? edit && [edit] : editor.addTextProperty(object, 'name', name);
  return edits ? [{ title: `Name the config '${name}'`, safe: true, edits }] : [];
}

/** A name for the config of a zone that no other has; undefined where that is not certain. */
function freeName(zoneName: string | undefined, all: readonly ZoneConfig[], regions: RegionTable): string | undefined {
  if (zoneName === undefined) return undefined;
  const { kind } = classifyZone(zoneName, regions);
  const short = kind === 'backup' || kind === 'blob' || kind === 'queue' ? [kind] : [];
  const isTaken = (wanted: string): boolean =>
    all.some(({ name }) => name === undefined || (name !== null && !certainlyDiffer(flatText(name).text, wanted)));
  return [...short, zoneName.replaceAll('.', '-')].find((wanted) => !isTaken(wanted));
}

/** Where a config's name is spelled, unless another config takes its name from there, too. */
function spelledName(name: TextValue, all: readonly ZoneConfig[]): Place | undefined {
  const [place, ...others] = all
    .flatMap((config) => (config.name ? [config.name] : []))
    .filter((other) => samePlace(spelled(other), spelled(name)))
    .map(spelled);
  return others.length === 0 ? place : undefined;
}

function spelled(name: TextValue): Place | undefined {
  const flat = flatText(name);
  return spelledAt(flat, { start: 0, end: flat.text.length });
}

/** The config's name; where it has none, the brace that opens it. */
function placeOfConfig({ name, value }: ZoneConfig, group: DeployedResource): Place {
  const named = name && placeOfValue(name);
  const object = originOf(value.trail);
  return named ?? (object ? { ...object, end: object.start + 1 } : group.place);
}
