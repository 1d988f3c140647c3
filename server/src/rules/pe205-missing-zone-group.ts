import { ZONE_GROUP_TYPE } from '../data/resource-types';
import { sources } from '../data/links';
import { getEntry } from '../deployment/values/values';
import { isBackupEndpoint } from '../domain/topology/backup-endpoints';
import { mayHaveChildElsewhere } from '../domain/resources/children-elsewhere';
import type { Endpoint } from '../domain/topology/topology';
import { mayHoldMore, mayUseZones } from '../domain/resources/visibility';
import { cautiousView, counterpartOf, type CautiousView } from '../domain/topology/without-placeholders';
import { lacksZoneGroup, usesPolicy, zoneMeantFor } from '../domain/zones/zone-evidence';
import type { ZoneReference } from '../domain/zones/zone-references';
import { linkedZones, zoneGroup } from './examples/linked-zones';
import { mistake } from './examples/mistake';
import { nameOf, relatedResource } from './related';
import type { Report } from './report';
import type { Rule, RuleContext } from './rule';
import { readable } from './zone-words';

export const missingZoneGroup: Rule = {
  id: 'PE205',
  name: 'missing-zone-group',
  about: 'backup',
  severity: 'warning',
  summary:
    'A private endpoint for Azure Backup has no zone group although its names are to be answered by private DNS zones.',
  docs: {
    why: 'The zone group (`privateDnsZoneGroups`) makes Azure write the endpoint’s addresses into the private DNS zones, and keep them up to date while Azure Backup adds storage accounts. Without it the zones stay empty, and the names of the vault resolve to public addresses or not at all.',
    howToFix:
      'Add a `privateDnsZoneGroups` child to the private endpoint that binds the Backup, blob and queue zones. Where Azure Policy adds the zone groups, or other servers answer the names, say so in `pelint.config.json`: `"dns": "policy"`, `"custom"`, `"hosts"` or `"forwarder"`.',
    sources: [sources.overview, sources.configure],
    examples: [
      mistake('bicep', linkedZones, [zoneGroup.bicep, ''], ["'pep-rsv-backup'", "‹'pep-rsv-backup'›"]),
      mistake('json', linkedZones, [zoneGroup.json, ''], ['"name": "pep-rsv-backup"', '"name": ‹"pep-rsv-backup"›']),
    ],
  },
  *check(context) {
    const { deployment, settings, topology } = context;
    if (mayHoldMore(deployment) || !mayUseZones(settings) || usesPolicy(deployment)) return;
    const cautious = cautiousView(deployment);
    for (const endpoint of topology.endpoints.filter(isBackupEndpoint)) {
      if (!lacksZoneGroup(endpoint, topology)) continue;
      const zone = zoneMeantFor(endpoint, topology, context.regions);
      if (!zone && settings.dns !== 'private-zones') continue;
      if (isCertain(endpoint, cautious(), context)) yield report(endpoint, zone);
    }
  },
};

/** Whether neither a caller nor another deployment of the project can add the group. */
function isCertain(endpoint: Endpoint, { deployment, topology }: CautiousView, { neighbours }: RuleContext): boolean {
  if (mayHoldMore(deployment) || usesPolicy(deployment)) return false;
  const same = counterpartOf(endpoint, topology.endpoints);
  if (!same || !lacksZoneGroup(same, topology)) return false;
  return !mayHaveChildElsewhere(endpoint.resource, ZONE_GROUP_TYPE, neighbours);
}

function report({ resource }: Endpoint, zone: ZoneReference | undefined): Report {
  const place = getEntry(resource.body, 'name')?.value.trail ?? resource.place;
  const reason = zone
    ? `although the zone '${readable(zone.name.text)}' is there`
    : 'although the configuration says that private DNS zones answer its names';
  return {
    place,
    message: `The private endpoint ${nameOf(resource)} for Azure Backup has no zone group ${reason}: Azure writes no records for it, so the vault's names do not resolve to it. Add a 'privateDnsZoneGroups' child that binds the Backup, blob and queue zones.`,
    related: [
      ...(zone ? [relatedResource(zone.resource, 'the zone')] : []),
      relatedResource(resource, 'the private endpoint'),
    ],
  };
}
