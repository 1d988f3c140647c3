import { MACHINE_TYPE } from '../../data/resource-types';
import type { DeployedResource } from '../../deployment/deployment';
import type { Value } from '../../deployment/values/value';
import { storageAccountOf } from '../resources/named-by-host';
import { canExistTogether } from '../resources/options';
import type { ResourceIndex } from '../resources/resource-index';
import { deepValue, listItems, property } from '../resources/resource-properties';

/** A storage account with the disks of a virtual machine in it. */
export interface DiskStore {
  readonly account: DeployedResource;
  readonly machine: DeployedResource;
}

/** The storage accounts that hold unmanaged disks, each with the first of its machines. */
export function diskStores(index: ResourceIndex): readonly DiskStore[] {
  const stores = new Map<DeployedResource, DiskStore>();
  for (const machine of index.ofType(MACHINE_TYPE).filter(({ existing }) => !existing)) {
    for (const uri of diskUris(machine)) {
      const account = storageAccountOf(uri, index);
      if (account && !stores.has(account) && canExistTogether(account, machine))
        stores.set(account, { account, machine });
    }
  }
  return [...stores.values()];
}

function diskUris(machine: DeployedResource): readonly (Value | undefined)[] {
  const profile = property(machine, 'storageProfile');
  const { items } = listItems(deepValue(profile, machine, 'dataDisks'), machine);
  const disks = [deepValue(profile, machine, 'osDisk'), ...items];
  return disks.map((disk) => deepValue(disk, machine, 'vhd', 'uri'));
}
