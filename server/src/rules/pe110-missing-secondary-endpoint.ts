import { sources } from '../data/links';
import type { DeployedResource } from '../deployment/deployment';
import { backupGroups } from '../domain/topology/backup-endpoints';
import { crossRegionRestore } from '../domain/vaults/cross-region-restore';
import { canExistTogether } from '../domain/resources/options';
import { mayHaveEndpoint } from '../domain/topology/possible-endpoints';
import type { RegionTable } from '../domain/names/regions';
import { locationOf } from '../domain/resources/resource-location';
import type { Connection, Vault } from '../domain/topology/topology';
import { defaultParameter, placeOfValue } from '../domain/resources/trails';
import { crossRegionVault, secondaryEndpoint } from './examples/cross-region-restore';
import { mistake } from './examples/mistake';
import { nameOf, relatedResource, wayOf } from './related';
import type { Report } from './report';
import type { Rule, RuleContext } from './rule';

export const missingSecondaryEndpoint: Rule = {
  id: 'PE110',
  name: 'missing-secondary-endpoint',
  about: 'backup',
  severity: 'info',
  summary: 'Cross-region restore is on, but the vault has no private endpoint for the secondary region.',
  docs: {
    why: 'Databases and files that are restored in the secondary region come through an endpoint with the group ID `AzureBackup_secondary`. The vault’s other endpoints do not serve that region, so such a restore finds no private way, and a vault that denies public access lets it take no other. Whole disks of a virtual machine are restored without an endpoint.',
    howToFix:
      'Add a private endpoint with the group ID `AzureBackup_secondary` to a network in the vault’s secondary region. It can be made before or after items are protected. If nothing but virtual machines is ever restored there, ignore this.',
    sources: [sources.overview, sources.configure],
    examples: [
      mistake(
        'bicep',
        crossRegionVault,
        [secondaryEndpoint.bicep, ''],
        ['param secondarySubnetId string\n', ''],
        ["crossRegionRestore: 'Enabled'", "crossRegionRestore: ‹'Enabled'›"],
      ),
      mistake(
        'json',
        crossRegionVault,
        [secondaryEndpoint.json, ''],
        [',\n    "secondarySubnetId": { "type": "string" }', ''],
        ['"crossRegionRestore": "Enabled"', '"crossRegionRestore": ‹"Enabled"›'],
      ),
    ],
  },
  *check(context) {
    // ARM JSON does not show a vault that exists already: it is not judged in Bicep either.
    for (const vault of context.topology.vaults.filter(({ resource }) => !resource.existing)) {
      const primary = vault.connections.find((it) => isPrimary(it, vault.resource));
      if (primary) yield* checkVault(vault, primary, context);
    }
  },
};

/** Whether a connection is one for backups, and there may be both the vault and the endpoint. */
function isPrimary(connection: Connection, vault: DeployedResource): boolean {
  return canExistTogether(connection.endpoint, vault) && backupGroups(connection).includes('azurebackup');
}

function* checkVault({ resource }: Vault, primary: Connection, context: RuleContext): Iterable<Report> {
  const restore = crossRegionRestore(resource, context.deployment);
  const place = restore && placeOfValue(restore);
  if (!place || mayHaveEndpoint(resource, 'azurebackup_secondary', context)) return;
  const parameter = defaultParameter(restore.trail);
  const byDefault = parameter === undefined ? '' : ` (for the default value of '${parameter}')`;
  yield {
    place,
    message: `Cross-region restore is on for the vault ${nameOf(resource)}${byDefault}, but no private endpoint has the group ID 'AzureBackup_secondary', so restores of databases or files in ${secondaryRegion(resource, context.regions)} have no private way to the vault. Add one there.`,
    related: [
      ...wayOf(restore.trail),
      relatedResource(resource, 'the vault'),
      relatedResource(primary.endpoint, "a private endpoint for 'AzureBackup'"),
    ],
  };
}

function secondaryRegion(vault: DeployedResource, regions: RegionTable): string {
  const pair = locationOf(vault, regions)?.region.pairedRegion;
  const region = pair === undefined ? undefined : regions.byName.get(pair);
  return region ? `the secondary region, ${region.displayName},` : 'the secondary region';
}
