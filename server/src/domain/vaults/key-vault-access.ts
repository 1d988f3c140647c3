import { KEY_VAULT_TYPE } from '../../data/resource-types';
import type { DeployedResource } from '../../deployment/deployment';
import { bothGuards } from '../../deployment/values/guards';
import { idKey, parseResourceId } from '../../deployment/identity/resource-id';
import type { Guard, Value } from '../../deployment/values/value';
import { knownText } from '../../deployment/values/values';
import { keyVaultNameOf } from '../resources/named-by-host';
import { guardOf } from '../resources/options';
import { possibleAt } from '../resources/resource-properties';
import type { Connection, Topology } from '../topology/topology';
import type { VaultKey } from './vault-keys';

/** What keeps networks out of a Key Vault. */
export interface Restriction {
  /** The property's path, as a template has it. */
  readonly property: string;
  readonly value: Value;
}

/**
 * What certainly restricts the access to a Key Vault while a guard holds. Trusted services that are let through do not excuse it; a
 * Key Vault in a network security perimeter is not judged, nor one that may be.
 */
export function restrictionOf(keyVault: DeployedResource, guard: Guard): Restriction | undefined {
  const access = valuesUnder(guard, keyVault, 'publicNetworkAccess');
  const words = access.map(wordOf);
  if (words.some((word) => word === undefined || word === 'securedbyperimeter')) return undefined;
  const [first] = access;
  if (first && words.every((word) => word === 'disabled')) return { property: 'publicNetworkAccess', value: first };
  const actions = valuesUnder(guard, keyVault, 'networkAcls', 'defaultAction');
  const [action] = actions;
  const isDenied = actions.every((value) => wordOf(value) === 'deny');
  return action && isDenied ? { property: 'networkAcls.defaultAction', value: action } : undefined;
}

/** A private endpoint's connection to the Key Vault that a key is in, while both may be there. */
export function connectionToKeyVault({ uri, guard }: VaultKey, { endpoints }: Topology): Connection | undefined {
  const name = keyVaultNameOf(uri);
  const key = name && idKey(name);
  if (key === undefined) return undefined;
  return endpoints
    .flatMap(({ connections }) => connections)
    .find(({ endpoint, targetId, targetType }) => {
      const own = targetType === KEY_VAULT_TYPE && targetId ? parseResourceId(targetId)?.names[0] : undefined;
      return own !== undefined && idKey(own) === key && bothGuards(guard, guardOf(endpoint)) !== undefined;
    });
}

function valuesUnder(guard: Guard, resource: DeployedResource, ...names: readonly string[]): readonly Value[] {
  return possibleAt(resource, ...names)
    .filter((option) => bothGuards(option.guard, guard) !== undefined)
    .map(({ value }) => value);
}

/** A word in lower case, empty for nothing; undefined for what is not known. */
function wordOf(value: Value): string | undefined {
  return value.kind === 'null' ? '' : knownText(value)?.toLowerCase();
}
