import type { Place } from '../base/place';
import { sources } from '../data/links';
import { getEntry } from '../deployment/values/values';
import { backupGroups } from '../domain/topology/backup-endpoints';
import { settled } from '../domain/resources/options';
import { property } from '../domain/resources/resource-properties';
import type { Connection, Endpoint, ZoneGroup } from '../domain/topology/topology';
import { defaultParameter } from '../domain/resources/trails';
import { vaultOf } from '../domain/vaults/vault-of-connection';
import { mayHoldMore, mayUseZones } from '../domain/resources/visibility';
import { cautiousView, counterpartOf, type CautiousView } from '../domain/topology/without-placeholders';
import type { RegionTable } from '../domain/names/regions';
import { blobZone, queueZone, zoneNameFor } from '../domain/names/zones';
import { lackingZones, type NeededZone } from '../domain/zones/zone-needs';
import { bindZones } from './bind-zones';
import { linkedZones } from './examples/linked-zones';
import { mistake } from './examples/mistake';
import { nameOf, relatedResource, wayOf } from './related';
import type { Rule, RuleContext } from './rule';
import type { Report } from './report';

export const incompleteZoneGroup: Rule = {
  id: 'PE206',
  name: 'incomplete-zone-group',
  about: 'backup',
  severity: 'warning',
  summary: 'The zone group of a private endpoint for Azure Backup lacks the Backup, blob or queue zone.',
  docs: {
    why: 'A backup talks to the Backup service and to storage accounts that Azure Backup allocates, by their blob and queue names. Azure makes records for these names only in the zones that the zone group binds, and keeps them up to date as accounts are added. Names without a record resolve to public addresses or not at all.',
    howToFix:
      'Bind all three zones: `privatelink.<geo>.backup.windowsazure.com`, `privatelink.blob.core.windows.net` and `privatelink.queue.core.windows.net` (in other clouds with their suffixes). No zone of `storage.azure.net` is needed.',
    fixes: [
      { does: 'binds the missing zones, where the template declares them or makes zones from a list', safe: false },
    ],
    sources: [sources.configure, sources.dnsZoneValues],
    examples: [
      mistake(
        'bicep',
        linkedZones,
        ["  'privatelink.queue.${environment().suffixes.storage}'\n", ''],
        ['privateDnsZoneConfigs', '‹privateDnsZoneConfigs›'],
      ),
      mistake(
        'json',
        linkedZones,
        [
          `,
          {
            "name": "queue",
            "properties": {
              "privateDnsZoneId": "[resourceId('Microsoft.Network/privateDnsZones', concat('privatelink.queue.', environment().suffixes.storage))]"
            }
          }`,
          '',
        ],
        ['"privateDnsZoneConfigs"', '‹"privateDnsZoneConfigs"›'],
      ),
    ],
  },
  *check(context) {
    const { deployment, regions, settings, topology } = context;
    if (mayHoldMore(deployment) || !mayUseZones(settings)) return;
    const cautious = cautiousView(deployment);
    for (const endpoint of topology.endpoints) {
      const connection = soleConnection(endpoint);
      if (!connection) continue;
      for (const group of endpoint.zoneGroups) {
        const lacking = lackingZones(group, endpoint.zoneGroups, regions);
        if (lacking.length > 0 && isCertain(group, cautious(), regions))
          yield report({ group, endpoint, connection, lacking }, context);
      }
    }
  },
};

/** The endpoint's connection for Backup, where it has no other and nothing else is behind it. */
function soleConnection({ connections: [connection, ...others] }: Endpoint): Connection | undefined {
  if (!connection || others.length > 0) return undefined;
  const { items, open } = connection.groupIds;
  return !open && backupGroups(connection).length === items.length && items.length > 0 ? connection : undefined;
}

/** Whether no caller can give what lacks. */
function isCertain(group: ZoneGroup, { topology }: CautiousView, regions: RegionTable): boolean {
  const all = topology.endpoints.flatMap(({ zoneGroups }) => zoneGroups);
  const same = counterpartOf(group, all);
  const endpoint = same && topology.endpoints.find(({ zoneGroups }) => zoneGroups.includes(same));
  return same !== undefined && endpoint !== undefined && lackingZones(same, endpoint.zoneGroups, regions).length > 0;
}

interface Incomplete {
  readonly group: ZoneGroup;
  readonly endpoint: Endpoint;
  readonly connection: Connection;
  readonly lacking: readonly NeededZone[];
}

function report({ group, endpoint, connection, lacking }: Incomplete, context: RuleContext): Report {
  const list = property(group.resource, 'privateDnsZoneConfigs');
  return {
    place: placeOf(group),
    message: message(group, lacking, connection, context),
    related: [
      ...wayOf(list?.trail),
      relatedResource(group.resource, 'the zone group'),
      relatedResource(endpoint.resource, 'the private endpoint'),
    ],
    fixes: bindZones(group, lacking, connection, context),
  };
}

function placeOf({ resource }: ZoneGroup): Place {
  const entry = getEntry(resource.body, 'properties');
  const properties = entry && settled(entry.value, resource);
  const own = properties?.kind === 'object' ? getEntry(properties, 'privateDnsZoneConfigs') : undefined;
  return own?.key ?? own?.value.trail ?? entry?.key ?? resource.place;
}

function message(
  { resource, bindings }: ZoneGroup,
  lacking: readonly NeededZone[],
  connection: Connection,
  context: RuleContext,
): string {
  const names = lacking.map((need) => `'${zoneName(need, connection, context)}'`);
  const listed = [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ');
  const zoneNames = bindings.flatMap(({ zoneName }) => zoneName ?? []);
  const parts = zoneNames.flatMap(({ segments }) => segments.map((it) => (it.kind === 'known' ? it : it.value).trail));
  const trails = [property(resource, 'privateDnsZoneConfigs')?.trail, ...zoneNames.map(({ trail }) => trail), ...parts];
  const [byDefault] = trails.flatMap((trail) => defaultParameter(trail) ?? []);
  const condition = byDefault === undefined ? '' : ` for the default value of '${byDefault}'`;
  return `The zone group of the private endpoint ${nameOf(connection.endpoint)} lacks ${listed}${condition}. Azure makes records for Azure Backup only in the zones that are bound, so backups do not find all names they need. Add ${names.length === 1 ? 'the zone' : 'the zones'} to 'privateDnsZoneConfigs'.`;
}

/** The zone that is needed, with `<geo>` for a code that is not known. */
function zoneName(need: NeededZone, connection: Connection, context: RuleContext): string {
  const { cloud } = context.deployment;
  switch (need) {
    case 'blob':
      return blobZone(cloud) ?? 'privatelink.blob.<suffix>';
    case 'queue':
      return queueZone(cloud) ?? 'privatelink.queue.<suffix>';
    case 'backup': {
      const code = vaultOf(connection, context).located?.region.geoCode ?? '<geo>';
      return zoneNameFor(code, cloud) ?? `privatelink.${code}.backup.<suffix>`;
    }
  }
}
