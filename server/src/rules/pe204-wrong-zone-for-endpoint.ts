import { VAULT_TYPE } from '../data/resource-types';
import { sources } from '../data/links';
import { knownText } from '../deployment/values/values';
import { placeOfPart } from '../domain/names/flat-text';
import type { Connection, ZoneGroup } from '../domain/topology/topology';
import { boundZone } from '../domain/zones/zone-references';
import type { ZoneName } from '../domain/names/zone-name';
import { mistake } from './examples/mistake';
import { zonesForEndpoint } from './examples/zones-for-endpoint';
import { nameOf, relatedResource, wayOf } from './related';
import type { Report } from './report';
import type { Rule, RuleContext } from './rule';
import { readable } from './zone-words';

export const wrongZoneForEndpoint: Rule = {
  id: 'PE204',
  name: 'wrong-zone-for-endpoint',
  about: 'backup',
  severity: 'error',
  summary: 'A zone group binds a zone that is of no use to the private endpoint’s sub-resource (group ID).',
  docs: {
    why: 'Azure makes an endpoint’s records in the zones that its names lie in. A zone of Site Recovery at an endpoint for Backup, or the reverse, stays empty. Often the group ID is the real mistake, and then the endpoint does not serve the right service at all.',
    howToFix:
      'Bind the zones of the group ID: for `AzureBackup` those of Backup, blob and queue; for `AzureSiteRecovery` `privatelink.siterecovery.windowsazure.com`. If the group ID is the mistake, correct that; it may be the default of a module’s parameter.',
    sources: [sources.dnsZoneValues],
    examples: [
      mistake('bicep', zonesForEndpoint, [
        "  'privatelink.blob.",
        "  ‹'privatelink.siterecovery.windowsazure.com'›\n  'privatelink.blob.",
      ]),
      mistake('json', zonesForEndpoint, [
        '          {\n            "name": "blob",',
        `          {
            "name": "recovery",
            "properties": {
              "privateDnsZoneId": "[resourceId('Microsoft.Network/privateDnsZones', ‹'privatelink.siterecovery.windowsazure.com'›)]"
            }
          },
          {
            "name": "blob",`,
      ]),
    ],
  },
  *check({ topology, regions }) {
    for (const endpoint of topology.endpoints) {
      for (const connection of endpoint.connections) {
        const groupId = soleGroupId(connection);
        if (groupId === undefined || endpoint.connections.length !== 1) continue;
        for (const group of endpoint.zoneGroups) yield* checkGroup(group, connection, groupId, { topology, regions });
      }
    }
  },
};

/** The one group ID of a connection to a vault; undefined where it is not certain. */
function soleGroupId({ groupIds, targetType }: Connection): string | undefined {
  const [only, ...others] = groupIds.items;
  return targetType === VAULT_TYPE && others.length === 0 && !groupIds.open ? knownText(only) : undefined;
}

function* checkGroup(
  group: ZoneGroup,
  connection: Connection,
  groupId: string,
  { topology, regions }: Pick<RuleContext, 'topology' | 'regions'>,
): Iterable<Report> {
  for (const binding of group.bindings) {
    const reference = boundZone(binding, topology, regions);
    if (!reference) continue;
    const { name, meaning } = reference;
    const owner = foreignOwner(meaning, groupId.toLowerCase());
    const place = owner === undefined ? undefined : placeOfPart(name, { start: 0, end: name.text.length });
    if (!place) continue;
    const [item] = connection.groupIds.items;
    yield {
      place: { uri: place.uri, start: place.start, end: place.end },
      message: `Zone '${readable(name.text)}' belongs to ${owner}, but the private endpoint ${nameOf(connection.endpoint)} connects to '${groupId}', whose names never lie in it. Bind the zones of '${groupId}' or change the group ID.`,
      related: [
        ...wayOf(name.trail),
        ...wayOf(item?.trail),
        relatedResource(group.resource, 'bound to the private endpoint here'),
        relatedResource(connection.endpoint, `the private endpoint for '${groupId}'`),
      ],
    };
  }
}

/** Whose zone it is, where it is certainly not one of the group ID's. Zones of storage services do no harm beside the right ones. */
function foreignOwner(zone: ZoneName, groupId: string): string | undefined {
  if (groupId === 'azuresiterecovery') return zone.kind === 'backup' ? 'Azure Backup' : undefined;
  if (groupId !== 'azurebackup' && groupId !== 'azurebackup_secondary') return undefined;
  if (zone.kind === 'siteRecovery') return 'Azure Site Recovery';
  if (zone.kind !== 'service') return undefined;
  const others = zone.services.filter(
    ({ resourceType }) => !resourceType.toLowerCase().startsWith('microsoft.storage/'),
  );
  return others.length === zone.services.length ? others[0]?.service : undefined;
}
