import { sources } from '../data/links';
import type { DeployedResource } from '../deployment/deployment';
import { bothGuards } from '../deployment/values/guards';
import { knownText } from '../deployment/values/values';
import { restrictionOf } from '../domain/vaults/key-vault-access';
import type { Restriction } from '../domain/vaults/key-vault-access';
import { keyVaultOf } from '../domain/resources/named-by-host';
import { guardOf } from '../domain/resources/options';
import { defaultParameter, placeOfExpression, placeOfValue } from '../domain/resources/trails';
import { vaultKeys } from '../domain/vaults/vault-keys';
import type { VaultKey } from '../domain/vaults/vault-keys';
import { customerManagedKey, markedKey } from './examples/customer-managed-key';
import { mistake } from './examples/mistake';
import { nameOf, relatedResource, wayOf } from './related';
import type { RelatedPlace, Report } from './report';
import type { Rule } from './rule';

export const cmkRestrictedKeyVault: Rule = {
  id: 'PE401',
  name: 'cmk-restricted-key-vault',
  about: 'backup',
  severity: 'error',
  summary: 'A vault with private endpoints takes its key from a Key Vault that restricts network access.',
  docs: {
    why: 'Azure Backup does not support customer-managed keys from a Key Vault with network restrictions in a vault that has private endpoints. Letting trusted Microsoft services through the Key Vault’s firewall does not change that.',
    howToFix:
      'Keep the vault’s key in a Key Vault of its own that allows access from all networks, and guard that by roles. A restricted Key Vault can go on serving everything else.',
    sources: [sources.overview],
    examples: [
      mistake(
        'bicep',
        customerManagedKey,
        ["publicNetworkAccess: 'Enabled'", "publicNetworkAccess: 'Disabled'"],
        [markedKey.bicep.replace(/[‹›]/g, ''), markedKey.bicep],
      ),
      mistake(
        'json',
        customerManagedKey,
        ['"publicNetworkAccess": "Enabled"', '"networkAcls": { "bypass": "AzureServices", "defaultAction": "Deny" }'],
        [markedKey.json.replace(/[‹›]/g, ''), markedKey.json],
      ),
    ],
  },
  *check({ topology }) {
    for (const key of vaultKeys(topology)) {
      const keyVault = keyVaultOf(key.uri, topology.index);
      const guard = keyVault && !keyVault.existing ? bothGuards(key.guard, guardOf(keyVault)) : undefined;
      const restriction = keyVault && guard && restrictionOf(keyVault, guard);
      if (restriction) yield* report(key, keyVault, restriction);
    }
  },
};

function* report(
  { vault, endpoint, uri }: VaultKey,
  keyVault: DeployedResource,
  { property, value }: Restriction,
): Iterable<Report> {
  const place = placeOfExpression(uri);
  if (!place) return;
  const parameter = defaultParameter(value.trail);
  const byDefault = parameter === undefined ? '' : `, for the default value of '${parameter}'`;
  yield {
    place: { uri: place.uri, start: place.start, end: place.end },
    message: `The vault ${nameOf(vault)} has a private endpoint for Azure Backup and takes its key from the Key Vault ${nameOf(keyVault)}, which restricts network access ('${property}' is '${knownText(value) ?? ''}'${byDefault}). Azure Backup does not support that: use a key from a Key Vault that allows access from all networks.`,
    related: [
      ...wayOf(uri.trail),
      ...restricting(value, keyVault),
      relatedResource(keyVault, 'the Key Vault'),
      relatedResource(vault, 'the vault'),
      relatedResource(endpoint, 'a private endpoint of the vault'),
    ],
  };
}

function restricting(value: Restriction['value'], keyVault: DeployedResource): readonly RelatedPlace[] {
  const place = placeOfValue(value);
  if (!place) return [];
  const { uri, start, end } = place;
  return [{ place: { uri, start, end }, message: 'access is restricted here', resource: keyVault }];
}
