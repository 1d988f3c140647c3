import { sources } from '../data/links';
import { inRegion, itsVault, misplacedEndpoints, placeOfLocation, regionFix, relatedPlaces } from './endpoint-location';
import { mistake } from './examples/mistake';
import { zonesForEndpoint } from './examples/zones-for-endpoint';
import { nameOf } from './related';
import type { Rule } from './rule';

export const endpointRegion: Rule = {
  id: 'PE107',
  name: 'endpoint-region',
  about: 'backup',
  severity: 'warning',
  summary: 'A private endpoint for `AzureBackup` is in another region than its vault.',
  docs: {
    why: 'The vault, its private endpoint and what is backed up should be in one region. Azure accepts an endpoint elsewhere, but then backup traffic crosses regions, and tools that go by the endpoint’s region, such as Azure Policy, put its records into a zone with the wrong geo code.',
    howToFix:
      'Give the endpoint the location of the vault, and a subnet there: an endpoint lies in the region of its virtual network. For restores in the paired region make a second endpoint with the group ID `AzureBackup_secondary`.',
    fixes: [
      { does: 'puts the vault’s region, where the endpoint’s network is not known to be elsewhere', safe: false },
    ],
    sources: [sources.configure, sources.privateEndpoints],
    examples: [
      mistake('bicep', zonesForEndpoint, [
        "  name: 'pep-rsv-backup'\n  location: 'westeurope'",
        "  name: 'pep-rsv-backup'\n  location: ‹'northeurope'›",
      ]),
      mistake('json', zonesForEndpoint, [
        '"name": "pep-rsv-backup",\n      "location": "westeurope"',
        '"name": "pep-rsv-backup",\n      "location": ‹"northeurope"›',
      ]),
    ],
  },
  *check(context) {
    const all = misplacedEndpoints('azurebackup', context, (vault) => vault);
    for (const it of all) {
      const { connection, vault, located, wanted } = it;
      const where = vault.located ? inRegion(vault.located) : '';
      yield {
        place: placeOfLocation(it),
        message: `The private endpoint ${nameOf(connection.endpoint)} for Azure Backup is ${inRegion(located)}, but ${itsVault(it)} is ${where}. An endpoint should be in the region of its vault, or backup traffic crosses regions: use '${wanted.name}'.`,
        related: relatedPlaces(it),
        fixes: regionFix(it, all, context),
      };
    }
  },
};
