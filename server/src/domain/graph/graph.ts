import type { Place } from '../../base/place';

/** What a deployment's parts for private endpoints are and how they hang together, as it is drawn. */
export interface TopologyGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export type NodeKind =
  | 'vault'
  | 'service'
  | 'endpoint'
  | 'zoneGroup'
  | 'zone'
  | 'zoneLink'
  | 'subnet'
  | 'network'
  | 'dnsServer'
  | 'dnsResolver'
  | 'forwardingRuleset'
  | 'firewall'
  | 'keyVault';

export interface GraphNode {
  /** Letters, digits and a hyphen: `endpoint-2`, counted from 1 in the order of the template. */
  readonly id: string;
  readonly kind: NodeKind;
  /** The name, with `…` for what is not known of it. */
  readonly label: string;
  /** What else is worth a line: a region, address ranges. */
  readonly details: readonly string[];
  /** Whether the deployment makes it, makes it under a condition, refers to it as existing, or only names its ID. */
  readonly presence: Presence;
  /** Where its name is written; for what is only named, where the part is written that names it. */
  readonly place: Place | undefined;
  /** What is written for it. Empty for what is only named. */
  readonly extents: readonly Place[];
}

export type Presence = 'deployed' | 'conditional' | 'existing' | 'named';

export type EdgeKind =
  | 'connects'
  | 'standsIn'
  | 'partOf'
  | 'hasGroup'
  | 'binds'
  | 'hasLink'
  | 'links'
  | 'asks'
  | 'resolvesIn'
  | 'forwardsThrough'
  | 'encryptedWith';

export interface GraphEdge {
  /** IDs of nodes. */
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** What the edge has to say besides its kind: the group IDs of a connection. Empty where there is nothing. */
  readonly label: string;
}
