import { parseResourceId } from '../../deployment/identity/resource-id';
import { largestDemand } from '../network/address-demand';
import { originOf } from '../../deployment/values/values';
import { flatText } from '../names/flat-text';
import { readable } from '../graph/graph-builder';
import { sharedSubnets } from '../network/shared-subnets';
import { agreedSpace } from '../network/subnet-space';
import type { Insight, Surroundings } from './insight';
import { placesOfPiece, stepsOf, together } from './places';

/** What there is to say of the prefixes of subnets with endpoints for Azure Backup in them: what is needed of them, and what there is. */
export function subnetInsights({ topology }: Surroundings): readonly Insight[] {
  return sharedSubnets(topology).flatMap(({ subnet, endpoints }) => {
    const space = agreedSpace(subnet, topology.subnets);
    const demand = largestDemand(endpoints);
    if (!space || !demand) return [];
    const name = subnet.id && parseResourceId(subnet.id)?.names.at(-1);
    const topic = { kind: 'subnet', name: name ? readable(name) : '…', space, demand } as const;
    return space.prefixes.map((prefix) => {
      const flat = flatText(prefix);
      const places = together(stepsOf(flat.trail), ...flat.pieces.map((piece) => placesOfPiece(flat, piece)));
      return { topic, origin: originOf(flat.trail), places };
    });
  });
}
