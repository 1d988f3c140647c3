import { sources } from '../data/links';
import type { DeployedResource } from '../deployment/deployment';
import { idKey } from '../deployment/identity/resource-id';
import { getEntry } from '../deployment/values/values';
import { isBackupEndpoint } from '../domain/topology/backup-endpoints';
import { answersByLinks, declaredNetwork } from '../domain/network/dns-of-network';
import { flatText } from '../domain/names/flat-text';
import type { Endpoint, Topology, Zone } from '../domain/topology/topology';
import { mayHoldMore, mayUseZones } from '../domain/resources/visibility';
import { cautiousView, counterpartOf, type CautiousView } from '../domain/topology/without-placeholders';
import { usesPolicy } from '../domain/zones/zone-evidence';
import { isUnlinked } from '../domain/zones/zone-links';
import { links, linkedZones } from './examples/linked-zones';
import { mistake } from './examples/mistake';
import { nameOf, relatedResource } from './related';
import type { Report } from './report';
import type { Rule, RuleContext } from './rule';
import { readable } from './zone-words';

export const zoneNotLinked: Rule = {
  id: 'PE207',
  name: 'zone-not-linked',
  about: 'backup',
  severity: 'warning',
  summary: 'A zone of a private endpoint for Azure Backup has no virtual network link to the endpoint’s network.',
  docs: {
    why: 'A private DNS zone answers only in the networks that are linked to it. Without a link, machines in the endpoint’s network never see its records: the names of the vault and of its storage resolve to public addresses or not at all.',
    howToFix:
      'Add a virtual network link (`virtualNetworkLinks`) from each of the zones to the network of the private endpoint, with `registrationEnabled: false`. pelint says nothing where the network uses other DNS servers than Azure’s own, is peered, or where a resolver or hub may answer.',
    sources: [sources.configure, sources.dnsIntegration],
    examples: [
      mistake('bicep', linkedZones, [links.bicep, ''], ['name: zoneName\n', 'name: ‹zoneName›\n']),
      mistake(
        'json',
        linkedZones,
        [links.json, ''],
        [`"name": "[variables('zoneNames')[copyIndex()]]"`, `"name": "[‹variables('zoneNames')›[copyIndex()]]"`],
      ),
    ],
  },
  *check(context) {
    const { deployment, settings, topology } = context;
    if (mayHoldMore(deployment) || !mayUseZones(settings)) return;
    const cautious = cautiousView(deployment);
    for (const endpoint of topology.endpoints.filter(isBackupEndpoint)) {
      if (!declaredNetwork(endpoint, topology)) continue;
      for (const zone of boundZones(endpoint, topology)) {
        const network = deafNetwork(endpoint, zone, context, context);
        if (network && isCertain(endpoint, zone, cautious(), context)) yield report(endpoint, zone, network);
      }
    }
  },
};

/** The declared zones that an endpoint is bound to. */
function boundZones({ zoneGroups }: Endpoint, { zones }: Topology): readonly Zone[] {
  const bound = zoneGroups.flatMap(({ bindings }) =>
    bindings.flatMap(({ zoneId }) => (zoneId.kind === 'text' ? [idKey(zoneId)] : [])),
  );
  return zones.filter(({ resource }) => !resource.existing && !resource.symbolic && bound.includes(idKey(resource.id)));
}

/** The endpoint's network where it is certain that a zone does not answer in it. */
function deafNetwork(
  endpoint: Endpoint,
  { resource }: Zone,
  { deployment, topology }: CautiousView,
  { neighbours }: RuleContext,
): DeployedResource | undefined {
  if (mayHoldMore(deployment) || usesPolicy(deployment)) return undefined;
  const network = declaredNetwork(endpoint, topology);
  if (!network || !answersByLinks(network, deployment, topology)) return undefined;
  return isUnlinked(resource, network, topology, neighbours) ? network : undefined;
}

/** Whether no caller can change it. */
function isCertain(endpoint: Endpoint, zone: Zone, view: CautiousView, context: RuleContext): boolean {
  const same = counterpartOf(endpoint, view.topology.endpoints);
  const sameZone = counterpartOf(zone, view.topology.zones);
  return same !== undefined && sameZone !== undefined && deafNetwork(same, sameZone, view, context) !== undefined;
}

function report(endpoint: Endpoint, { resource, name }: Zone, network: DeployedResource): Report {
  const place = getEntry(resource.body, 'name')?.value.trail ?? resource.place;
  const zoneName = name ? readable(flatText(name).text) : '…';
  return {
    place,
    message: `Zone '${zoneName}' has no virtual network link to ${nameOf(network)}, the network of the private endpoint ${nameOf(endpoint.resource)}: it does not answer there, so the names of Azure Backup do not resolve to the endpoint. Link the zone to the network.`,
    related: [relatedResource(network, 'the network'), relatedResource(endpoint.resource, 'the private endpoint')],
  };
}
