import type { Value } from '../../deployment/values/value';
import { networkOfSubnet } from './networks';
import { settled } from '../resources/options';
import { deepValue, property } from '../resources/resource-properties';
import type { Endpoint } from './topology';

/** The value of an endpoint's `subnet.id`: a text or a run-time value that names it; undefined where neither is known. */
export function subnetIdOf({ resource }: Endpoint): Value | undefined {
  const value = settled(deepValue(property(resource, 'subnet'), resource, 'id'), resource);
  // A text of nothing but one run-time value is that value.
  const [only, ...others] = value?.kind === 'text' ? value.segments : [];
  return only?.kind === 'hole' && others.length === 0 ? only.value : value;
}

/** The ID of the network that an endpoint stands in, where its subnet tells. */
export function networkIdOf(endpoint: Endpoint): ReturnType<typeof networkOfSubnet> {
  return networkOfSubnet(subnetIdOf(endpoint));
}
