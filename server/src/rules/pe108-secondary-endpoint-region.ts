import { sources } from '../data/links';
import { inRegion, itsVault, misplacedEndpoints, placeOfLocation, regionFix, relatedPlaces } from './endpoint-location';
import { mistake } from './examples/mistake';
import type { TemplatePair } from './examples/mistake';
import { zonesForEndpoint } from './examples/zones-for-endpoint';
import { nameOf } from './related';
import type { Rule } from './rule';

const forRestore: TemplatePair = { bicep: secondary(zonesForEndpoint.bicep), json: secondary(zonesForEndpoint.json) };

export const secondaryEndpointRegion: Rule = {
  id: 'PE108',
  name: 'secondary-endpoint-region',
  about: 'backup',
  severity: 'warning',
  summary: 'A private endpoint for `AzureBackup_secondary` is not in the paired region of its vault.',
  docs: {
    why: 'Cross-region restore brings data back in the region that is paired with the vault’s. An endpoint for `AzureBackup_secondary` serves these restores, from a network in that region; in the vault’s own region or in a third one it serves nobody.',
    howToFix:
      'Give the endpoint the region that is paired with the vault’s, and a subnet there. Pairs are one-way in places: the secondary region of West US 3 is East US, that of East US is West US. For backups in the vault’s own region the group ID is `AzureBackup`.',
    fixes: [{ does: 'puts the paired region, where the endpoint’s network is not known to be elsewhere', safe: false }],
    sources: [sources.configure, sources.overview, sources.geoCodes],
    examples: [
      mistake('bicep', forRestore, [
        "  name: 'pep-rsv-backup'\n  location: 'northeurope'",
        "  name: 'pep-rsv-backup'\n  location: ‹'westeurope'›",
      ]),
      mistake('json', forRestore, [
        '"name": "pep-rsv-backup",\n      "location": "northeurope"',
        '"name": "pep-rsv-backup",\n      "location": ‹"westeurope"›',
      ]),
    ],
  },
  *check(context) {
    const all = misplacedEndpoints('azurebackup_secondary', context, ({ pairedRegion }) =>
      pairedRegion === undefined ? undefined : context.regions.byName.get(pairedRegion),
    );
    for (const it of all) {
      const { connection, vault, located, wanted } = it;
      if (!vault.located) continue;
      const isOwn = located.region.name === vault.located.region.name;
      const why = isOwn
        ? `the region of ${itsVault(it)} itself`
        : `but ${itsVault(it)} is ${inRegion(vault.located)}, which is not paired with it`;
      yield {
        place: placeOfLocation(it),
        message: `The private endpoint ${nameOf(connection.endpoint)} for cross-region restore is ${inRegion(located)}, ${why}. It can only serve restores in the paired region, ${wanted.displayName}: use '${wanted.name}'.`,
        related: relatedPlaces(it),
        fixes: regionFix(it, all, context),
      };
    }
  },
};

/** The endpoint of the vault, made one for restores in the paired region. */
function secondary(template: string): string {
  return template
    .replace(/(['"])AzureBackup\1/, '$1AzureBackup_secondary$1')
    .replace(/(['"]pep-rsv-backup['"],?\s+"?location"?: ['"])westeurope/, '$1northeurope');
}
