import type { Place } from '../../base/place';
import { NETWORK_TYPE, SUBNET_TYPE } from '../../data/resource-types';
import type { DeployedResource } from '../../deployment/deployment';
import { idKey, parentId, parseResourceId, resourceId } from '../../deployment/identity/resource-id';
import type { ObjectValue, TextValue, Value } from '../../deployment/values/value';
import { getEntry } from '../../deployment/values/values';
import { settled } from '../resources/options';
import type { ResourceIndex } from '../resources/resource-index';
import { deepValue, entryValue, listItems, property } from '../resources/resource-properties';

export interface Network {
  readonly resource: DeployedResource;
  readonly subnets: readonly Subnet[];
  /** The network may have subnets that are not listed. */
  readonly open: boolean;
}

/** A subnet, written inside its network or as a resource of its own. */
export interface Subnet {
  /** Undefined where its name is not known. */
  readonly id: TextValue | undefined;
  readonly networkId: TextValue | undefined;
  /** What it is written in: the network or the subnet itself. */
  readonly resource: DeployedResource;
  readonly properties: ObjectValue | undefined;
  /** The values of `addressPrefix` or `addressPrefixes`. */
  readonly prefixes: readonly Value[];
  /** Where its name is written. */
  readonly place: Place | undefined;
  /** Where it stands among its network's `subnets`, from 0; undefined where that is not known, or for a resource of its own. */
  readonly position: number | undefined;
}

/** The networks that a deployment declares or refers to, with the subnets that it declares. */
export function findNetworks(index: ResourceIndex): readonly Network[] {
  return index.ofType(NETWORK_TYPE).map((resource) => {
    const { items, open } = listItems(property(resource, 'subnets'), resource);
    const inside = items.flatMap((item, index) =>
      subnetInside(settled(item, resource), resource, open ? undefined : index),
    );
    const children = index.childrenOf(resource, SUBNET_TYPE).filter((child) => !child.existing);
    return { resource, subnets: [...inside, ...children.map(subnetResource)], open: open || resource.existing };
  });
}

/** The subnets that are declared apart from their network, in another deployment or group. */
export function findLoneSubnets(index: ResourceIndex): readonly Subnet[] {
  return index
    .ofType(SUBNET_TYPE)
    .filter((subnet) => !subnet.existing && !index.byId(parentId(subnet.id)))
    .map(subnetResource);
}

/**
 * The network of a subnet by its ID. A run-time reference to a network, such as `vnet.properties.subnets[0].id`, names the network
 * itself even where the ID is not known.
 */
export function networkOfSubnet(subnet: Value | undefined): TextValue | undefined {
  if (subnet?.kind === 'runtime') {
    const type = parseResourceId(subnet.resource)?.type.toLowerCase();
    if (type === NETWORK_TYPE) return subnet.resource;
    return type === SUBNET_TYPE ? parentId(subnet.resource) : undefined;
  }
  if (subnet?.kind !== 'text') return undefined;
  const [only, ...others] = subnet.segments;
  if (only?.kind === 'hole' && others.length === 0) return networkOfSubnet(only.value);
  return parseResourceId(subnet)?.type.toLowerCase() === SUBNET_TYPE ? parentId(subnet) : undefined;
}

/** The declared subnet with an ID, or the one that a run-time reference counts off. */
export function subnetOf(value: Value | undefined, subnets: readonly Subnet[]): Subnet | undefined {
  if (value?.kind === 'text') {
    const key = idKey(value);
    return subnets.find(({ id }) => id && idKey(id) === key);
  }
  const position = value?.kind === 'runtime' ? /^properties\.subnets\.(\d+)\.id$/.exec(value.path)?.[1] : undefined;
  const network = networkOfSubnet(value);
  if (position === undefined || !network) return undefined;
  const key = idKey(network);
  return subnets.find(
    ({ networkId, position: own }) => own === Number(position) && networkId && idKey(networkId) === key,
  );
}

function subnetInside(
  value: Value | undefined,
  network: DeployedResource,
  position: number | undefined,
): readonly Subnet[] {
  if (value?.kind !== 'object') return [];
  const name = settled(entryValue(value, 'name'), network);
  const parts = parseResourceId(network.id);
  const id = name && parts ? resourceId(parts.scope, `${parts.type}/subnets`, [...parts.names, name]) : undefined;
  const properties = settled(entryValue(value, 'properties'), network);
  const object = properties?.kind === 'object' ? properties : undefined;
  const place = getEntry(value, 'name')?.key;
  return [
    {
      id,
      networkId: network.id,
      resource: network,
      properties: object,
      prefixes: prefixes(object, network),
      place,
      position,
    },
  ];
}

function subnetResource(resource: DeployedResource): Subnet {
  const properties = settled(getEntry(resource.body, 'properties')?.value, resource);
  const object = properties?.kind === 'object' ? properties : undefined;
  const networkId = parentId(resource.id);
  return {
    id: resource.id,
    networkId,
    resource,
    properties: object,
    prefixes: prefixes(object, resource),
    place: resource.place,
    position: undefined,
  };
}

function prefixes(properties: ObjectValue | undefined, resource: DeployedResource): readonly Value[] {
  const one = deepValue(properties, resource, 'addressPrefix');
  const several = listItems(deepValue(properties, resource, 'addressPrefixes'), resource).items;
  return one && one.kind !== 'null' ? [one] : several;
}
