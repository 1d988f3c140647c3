import { STORAGE_CONFIG_TYPE } from '../../data/resource-types';
import type { DeployedResource, Deployment } from '../../deployment/deployment';
import { idKey, parentId } from '../../deployment/identity/resource-id';
import type { Value } from '../../deployment/values/value';
import { knownText } from '../../deployment/values/values';
import { settled } from '../resources/options';
import { entryValue, property } from '../resources/resource-properties';

/**
 * The value that turns a vault's cross-region restore on; undefined where nothing certainly does. In the vault itself the property
 * counts from API version 2023-08-01 on: before, it is read-only. Source: the published resource types of Microsoft.RecoveryServices.
 */
export function crossRegionRestore(vault: DeployedResource, { resources }: Deployment): Value | undefined {
  const settings = settled(property(vault, 'redundancySettings'), vault);
  const own = settings?.kind === 'object' ? settled(entryValue(settings, 'crossRegionRestore'), vault) : undefined;
  if (vault.apiVersion >= '2023-08-01' && knownText(own)?.toLowerCase() === 'enabled') return own;
  const key = idKey(vault.id);
  for (const resource of resources) {
    if (resource.existing || resource.type.toLowerCase() !== STORAGE_CONFIG_TYPE) continue;
    const parent = parentId(resource.id);
    const flag = settled(property(resource, 'crossRegionRestoreFlag'), resource);
    if (parent && idKey(parent) === key && flag?.kind === 'boolean' && flag.value) return flag;
  }
  return undefined;
}
