import type { Place } from '../base/place';
import type { TextEdit } from '../base/text-edit';
import type { DeployedResource } from '../deployment/deployment';
import { existsWith } from '../deployment/values/existence';
import { idKey } from '../deployment/identity/resource-id';
import { getEntry, knownText, originOf } from '../deployment/values/values';
import { regionOfZone } from '../domain/names/backup-zone';
import { present, settled } from '../domain/resources/options';
import { entryValue, property } from '../domain/resources/resource-properties';
import type { Connection, Zone, ZoneGroup } from '../domain/topology/topology';
import { vaultOf } from '../domain/vaults/vault-of-connection';
import { needOf, storageZoneCode, type NeededZone } from '../domain/zones/zone-needs';
import { readReference } from '../domain/zones/zone-references';
import type { Code } from '../model/edit/new-value';
import { extendNames } from './extend-zone-names';
import type { Fix } from './report';
import type { RuleContext } from './rule';

/** Binds the zones that a group lacks: those that its template declares, else new ones in the list that it makes its zones from. */
export function bindZones(
  group: ZoneGroup,
  lacking: readonly NeededZone[],
  connection: Connection,
  context: RuleContext,
): readonly Fix[] {
  const edits = bindDeclared(group, lacking, connection, context) ?? extendNames(group, lacking, context);
  return edits
    ? [{ title: `Bind the ${lacking.join(' and ')} zone${lacking.length > 1 ? 's' : ''}`, safe: false, edits }]
    : [];
}

function bindDeclared(
  group: ZoneGroup,
  lacking: readonly NeededZone[],
  connection: Connection,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { resource } = group;
  const list = originOf(present(property(resource, 'privateDnsZoneConfigs'), resource)?.trail);
  if (!list || !isOwn(list, resource)) return undefined;
  const names = namesInGroup(resource);
  const bound = lacking.map((need): BoundZone | undefined => {
    const zone = declaredZone(need, group, connection, context);
    const id = zone && idOf(zone, need, context);
    const name = [need, `${need}-zone`].find((it) => !names.has(it));
    return id && name !== undefined ? { zone, id, name } : undefined;
  });
  const known = bound.filter((it) => it !== undefined);
  if (known.length < bound.length) return undefined;
  const items = known.map(({ name, id }) => ({
    properties: { name, properties: { properties: { privateDnsZoneId: id } } },
  }));
  const added = context.editor.appendItem(list, ...items);
  const dependencies = waitFor(known, group, context);
  return added && dependencies && [...added, ...dependencies];
}

interface BoundZone {
  readonly zone: Zone;
  readonly id: Code;
  readonly name: string;
}

/** Whether something is written in the same template as a resource. */
function isOwn({ uri, start, end }: Place, { definition, place, through }: DeployedResource): boolean {
  const isInside = definition.span.start <= start && end <= definition.span.end;
  return uri === place.uri && (isInside || through.length === 0);
}

function namesInGroup(resource: DeployedResource): ReadonlySet<string | undefined> {
  const list = present(property(resource, 'privateDnsZoneConfigs'), resource);
  const items = list?.kind === 'array' ? list.items : [];
  const names = items.map((item) => {
    const config = settled(item, resource);
    return config?.kind === 'object' ? knownText(entryValue(config, 'name'))?.toLowerCase() : undefined;
  });
  return new Set(names);
}

/** The one zone of the group's own template that is certainly there and serves the need; for Backup, in the vault's region. */
function declaredZone(
  need: NeededZone,
  group: ZoneGroup,
  connection: Connection,
  context: RuleContext,
): Zone | undefined {
  const region = vaultOf(connection, context).located?.region.name;
  const found = context.topology.zones.filter(({ resource, name }) => {
    if (!name || !isSameTemplate(resource, group.resource)) return false;
    if (resource.symbolic || !existsWith(group.resource.existence, resource.existence)) return false;
    const { meaning } = readReference(name, resource, context.regions);
    if (needOf(meaning) !== need) return false;
    return meaning.kind !== 'backup' || region === undefined || regionOfZone(meaning)?.name === region;
  });
  return found.length === 1 ? found[0] : undefined;
}

function isSameTemplate(one: DeployedResource, other: DeployedResource): boolean {
  return one.place.uri === other.place.uri && JSON.stringify(one.through) === JSON.stringify(other.through);
}

/** How the group's template names a zone that it declares. */
function idOf({ resource, name }: Zone, need: NeededZone, context: RuleContext): Code | undefined {
  const { definition } = resource;
  const known = knownText(name);
  // In ARM JSON the ID would have to repeat the scope; in Bicep the symbol's holds it.
  if (known === undefined || (resource.existing && definition.scope && isJson(resource))) return undefined;
  const { cloud } = context.deployment;
  const ofCloud = need === 'backup' ? undefined : storageZoneCode(need, cloud);
  // The suffix is the cloud's: other templates do not write it out, either.
  const armName = ofCloud?.text === known ? ofCloud.arm : `'${known}'`;
  const position = context.topology.zones
    .filter((it) => it.resource.definition === definition && isSameTemplate(it.resource, resource))
    .findIndex((it) => it.resource === resource);
  const index = definition.loop ? `[${position}]` : '';
  return {
    bicep: `${definition.symbol ?? ''}${index}.id`,
    arm: `resourceId('Microsoft.Network/privateDnsZones', ${armName})`,
  };
}

function isJson({ body }: DeployedResource): boolean {
  return getEntry(body, 'apiVersion') !== undefined;
}

/** What makes the group wait for the zones: in Bicep that follows from the use of their IDs, in JSON it is written. */
function waitFor(
  zones: readonly BoundZone[],
  { resource }: ZoneGroup,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { dependencies } = context.deployment;
  const missing = zones.filter(
    ({ zone }) => !zone.resource.existing && !dependencies.waitsFor(idKey(resource.id), idKey(zone.resource.id)),
  );
  if (!isJson(resource) || missing.length === 0) return [];
  const { body, dependsOn } = resource.definition;
  const { uri } = resource.place;
  const ids = missing.map(({ zone, id }) => zone.resource.definition.symbol ?? id);
  return dependsOn
    ? context.editor.appendItem({ uri, start: dependsOn.start, end: dependsOn.end }, ...ids)
    : context.editor.addProperty({ uri, start: body.start, end: body.end }, 'dependsOn', ids);
}
