import { sources } from '../data/links';
import type { DeployedResource } from '../deployment/deployment';
import type { Value } from '../deployment/values/value';
import { knownText } from '../deployment/values/values';
import { mayBeApproved } from '../domain/vaults/approvals';
import { settled } from '../domain/resources/options';
import { mayHaveEndpoint } from '../domain/topology/possible-endpoints';
import { property } from '../domain/resources/resource-properties';
import { defaultParameter, placeOfValue } from '../domain/resources/trails';
import { mistake } from './examples/mistake';
import { onlyEndpoint, vaultBehindEndpoint } from './examples/vault-behind-endpoint';
import { nameOf, relatedResource, wayOf } from './related';
import type { Report } from './report';
import type { Rule } from './rule';

export const noWayIn: Rule = {
  id: 'PE113',
  name: 'no-way-in',
  about: 'backup',
  severity: 'info',
  offByDefault: true,
  summary: 'A vault denies public access and has no private endpoint.',
  docs: {
    why: 'A vault that denies public access takes and gives backup data only through its private endpoints. Without one, agents and extensions cannot register, back up or restore. Backups of whole virtual machines and of Azure Files do not need any, so a vault without endpoints can be meant: that is why this rule is off by default.',
    howToFix:
      'Add a private endpoint with the group ID `AzureBackup` in each network that is backed up, before the first item is registered. If another repository makes the endpoints, leave this rule off.',
    sources: [sources.configure],
    examples: [
      mistake(
        'bicep',
        vaultBehindEndpoint,
        [onlyEndpoint.bicep, ''],
        ['param subnetId string\n', ''],
        ["'Disabled'", "‹'Disabled'›"],
      ),
      mistake(
        'json',
        vaultBehindEndpoint,
        [onlyEndpoint.json, ''],
        [',\n    "subnetId": { "type": "string" }', ''],
        ['"Disabled"', '‹"Disabled"›'],
      ),
    ],
  },
  *check(context) {
    for (const { resource } of context.topology.vaults) {
      const access = settled(property(resource, 'publicNetworkAccess'), resource);
      if (resource.existing || !access || knownText(access)?.toLowerCase() !== 'disabled') continue;
      if (mayHaveEndpoint(resource, undefined, context) || mayBeApproved(resource.id, context)) continue;
      yield* report(resource, access);
    }
  },
};

function* report(vault: DeployedResource, access: Value): Iterable<Report> {
  const place = placeOfValue(access);
  if (!place) return;
  const parameter = defaultParameter(access.trail);
  const byDefault = parameter === undefined ? '' : ` (for the default value of '${parameter}')`;
  yield {
    place: { uri: place.uri, start: place.start, end: place.end },
    message: `The vault ${nameOf(vault)} denies public access${byDefault} but has no private endpoint, so agents and extensions cannot reach it. Add an endpoint with the group ID 'AzureBackup', or allow access.`,
    related: [...wayOf(access.trail), relatedResource(vault, 'the vault')],
  };
}
