import type { DeployedResource } from '../../deployment/deployment';
import type { TextValue } from '../../deployment/values/value';
import { knownText } from '../../deployment/values/values';
import { deepValue, listItems, property } from '../resources/resource-properties';
import type { Topology } from '../topology/topology';
import type { GraphBuilder } from './graph-builder';

/** What the graph is made of and what it is made from. */
export interface Drawing {
  readonly graph: GraphBuilder;
  readonly topology: Topology;
}

/** The node of the network with an ID, declared or not. `namedBy` is what names it. */
export function addNetwork(id: TextValue, namedBy: DeployedResource, { graph, topology: { index } }: Drawing): string {
  const network = index.byId(id);
  if (!network) return graph.named('network', id, namedBy.place);
  const { items } = listItems(deepValue(property(network, 'addressSpace'), network, 'addressPrefixes'), network);
  return graph.resource(
    'network',
    network,
    items.flatMap((item) => knownText(item) ?? []),
  );
}
