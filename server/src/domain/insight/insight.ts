import type { Place } from '../../base/place';
import type { PrivateLinkService } from '../../data/private-link-services';
import type { Deployment } from '../../deployment/deployment';
import type { Demand } from '../network/address-demand';
import type { Neighbours } from '../resources/neighbours';
import type { Region, RegionTable } from '../names/regions';
import type { LocatedIn } from '../resources/resource-location';
import type { SubnetSpace } from '../network/subnet-space';
import type { Endpoint, Topology } from '../topology/topology';
import type { ZoneName } from '../names/zone-name';
import type { Reach } from './reach';

/** Something in a deployment that there is something to say of, and where it is written. */
export interface Insight {
  readonly topic: Topic;
  /** The literal or the declaration that makes it what it is; undefined where no file spells it. */
  readonly origin: Place | undefined;
  /** Of a declaration: the line where a reader takes it to begin. */
  readonly head?: Place;
  /** Every place where a reader meets it: the origin, and the names that pass it on. */
  readonly places: readonly Place[];
}

export type Topic = ZoneTopic | GeoCodeTopic | GroupIdTopic | VaultTopic | EndpointTopic | SubnetTopic;

/** The name of a private DNS zone. */
export interface ZoneTopic {
  readonly kind: 'zone';
  /** With `…` for what is not known of it. */
  readonly name: string;
  readonly meaning: ZoneName;
  /** What needs it. */
  readonly services: readonly PrivateLinkService[];
  /** The endpoints for Azure Backup that are bound to it, as far as the regions of their vaults are known. */
  readonly bound: readonly BoundTo[];
}

/** An endpoint that a zone with a geo code is bound to. */
export interface BoundTo {
  readonly endpoint: string;
  /** Where its vault is. */
  readonly located: LocatedIn;
  /** Whether the zone's code is one for that. */
  readonly right: boolean;
}

/** The geo code in the name of a zone. */
export interface GeoCodeTopic {
  readonly kind: 'geoCode';
  readonly code: string;
  readonly region: Region;
  /** The code is the region's secondary side: the place meant is the region's pair. */
  readonly paired: boolean;
  /** Where data of the region is restored. */
  readonly pair: Region | undefined;
}

/** What a private endpoint asks of its target. */
export interface GroupIdTopic {
  readonly kind: 'groupId';
  readonly groupId: string;
  readonly services: readonly PrivateLinkService[];
  /** The zones that its names lie in; with the vault's geo code, where that is known. */
  readonly zones: readonly string[];
}

/** A Recovery Services vault. */
export interface VaultTopic {
  readonly kind: 'vault';
  readonly name: string;
  /** The deployment only refers to it. */
  readonly existing: boolean;
  readonly located: LocatedIn | undefined;
  /** Its private endpoints for Azure Backup. */
  readonly endpoints: readonly Endpoint[];
  readonly reach: Reach;
  /** How many names have to be reached in its region; undefined where that is not known, or its names are not public. */
  readonly fqdns: number | undefined;
}

/** A private endpoint for Azure Backup. */
export interface EndpointTopic {
  readonly kind: 'endpoint';
  readonly name: string;
  readonly endpoints: readonly [Endpoint];
  readonly reach: Reach;
  readonly groupIds: readonly string[];
  /** Where its vault is. */
  readonly located: LocatedIn | undefined;
}

/** The prefix of a subnet with private endpoints for Azure Backup in it. */
export interface SubnetTopic {
  readonly kind: 'subnet';
  readonly name: string;
  readonly space: SubnetSpace;
  readonly demand: Demand;
}

/** What insights are drawn from. */
export interface Surroundings {
  readonly deployment: Deployment;
  readonly topology: Topology;
  readonly regions: RegionTable;
  readonly neighbours: Neighbours;
}
