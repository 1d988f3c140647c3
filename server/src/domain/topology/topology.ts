import type { Place } from '../../base/place';
import type { DeployedResource } from '../../deployment/deployment';
import type { TextValue, Value } from '../../deployment/values/value';
import type { Network, Subnet } from './networks';
import type { ResourceIndex } from '../resources/resource-index';

/** The parts of a deployment that private endpoints for Recovery Services vaults are made of, and how they hang together. */
export interface Topology {
  readonly index: ResourceIndex;
  readonly vaults: readonly Vault[];
  readonly endpoints: readonly Endpoint[];
  /** Private DNS zones, declared and existing ones. */
  readonly zones: readonly Zone[];
  readonly links: readonly Link[];
  readonly networks: readonly Network[];
  /** The subnets that the deployment declares, inside their networks and apart from them. */
  readonly subnets: readonly Subnet[];
  /** What the deployment registers or protects in vaults. */
  readonly items: readonly ProtectedItem[];
}

/** A Recovery Services vault. */
export interface Vault {
  readonly resource: DeployedResource;
  /** The connections to it that this deployment makes. */
  readonly connections: readonly Connection[];
}

export interface Endpoint {
  readonly resource: DeployedResource;
  readonly connections: readonly Connection[];
  readonly zoneGroups: readonly ZoneGroup[];
}

/** One entry of `privateLinkServiceConnections` or of `manualPrivateLinkServiceConnections`: they count alike. */
export interface Connection {
  readonly endpoint: DeployedResource;
  readonly manual: boolean;
  /** The value of `privateLinkServiceId`. */
  readonly target: Value;
  /** The target's ID, where it is text. */
  readonly targetId: TextValue | undefined;
  /** The target's resource type in lower case; undefined where it is not known. */
  readonly targetType: string | undefined;
  readonly groupIds: GroupIds;
}

export interface GroupIds {
  /** The IDs that are known or may be: a text, or something that is not known. */
  readonly items: readonly Value[];
  /** There may be more IDs than are listed. */
  readonly open: boolean;
  /** The property's name, where it is written. */
  readonly key: Place | undefined;
}

/** A `privateDnsZoneGroups` child of an endpoint. */
export interface ZoneGroup {
  readonly resource: DeployedResource;
  readonly bindings: readonly ZoneBinding[];
  /** There may be more zones than are listed. */
  readonly open: boolean;
}

/** One entry of `privateDnsZoneConfigs`. */
export interface ZoneBinding {
  readonly group: DeployedResource;
  /** The value of `privateDnsZoneId`. */
  readonly zoneId: Value;
  /** The zone's name, where the ID shows it; it may have holes. */
  readonly zoneName: TextValue | undefined;
}

export interface Zone {
  readonly resource: DeployedResource;
  readonly name: TextValue | undefined;
}

/** A `virtualNetworkLinks` child of a zone. */
export interface Link {
  readonly resource: DeployedResource;
  readonly zoneId: TextValue | undefined;
  /** The linked network's ID, where it is text. */
  readonly network: TextValue | undefined;
}

/** A protection container, protected item or protection intent in a vault. */
export interface ProtectedItem {
  readonly resource: DeployedResource;
  readonly vaultId: TextValue | undefined;
}
